const READER = /\bany::type_name(?:_of_val)?(?:::)?</g;
const KEPT = '#';

/**
 * Marks the paths among the arguments of `type_name` and `type_name_of_val`, so that no fold changes them: what these functions give back says
 * in which module a type stands.
 */
export function keepTypeNames(code: string): string {
  if (!code.includes('type_name')) return code;
  return mapArguments(code, (given) => given.replace(/(?<![\w:#])(?=[A-Za-z_]\w*::)/g, KEPT));
}

/** Those paths by their last names alone. */
export const withoutTypePaths = (text: string): string => text.replace(/#(?:\w+::)+/g, '');

/**
 * True where a function asks for the name of a type that its caller chooses: a parameter, `Self`, or what they come with. rustc prints no
 * path for those.
 * @param rootTypes names of types in the crate's root, which have no path either
 */
export function readsGivenType(body: string, rootTypes: ReadonlySet<string>): boolean {
  if (!body.includes('type_name')) return false;
  let found = false;
  mapArguments(body, (given) => {
    for (const [name] of given.matchAll(/(?<![\w:#])(?:impl\b|[A-Z]\w*)(?!::)/g))
      if (!rootTypes.has(name)) found = true;
    return given;
  });
  return found;
}

function mapArguments(code: string, change: (given: string) => string): string {
  let out = '';
  let from = 0;
  for (const match of code.matchAll(READER)) {
    const open = match.index + match[0].length;
    if (open <= from) continue;
    const end = closing(code, open);
    out += code.slice(from, open) + change(code.slice(open, end));
    from = end;
  }
  return out + code.slice(from);
}

/** The bracket that closes the one before `at`; the arrow of a function's type is none. */
function closing(code: string, at: number): number {
  let depth = 1;
  for (let i = at; i < code.length; i++) {
    if (code[i] === '<') depth += 1;
    else if (code[i] === '>' && code[i - 1] !== '-' && code[i - 1] !== '=' && --depth === 0) return i;
  }
  return code.length;
}
