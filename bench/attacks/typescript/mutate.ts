import type { Files, Mutant, MutationKind, ProvenSplit } from '../contract.ts';
import type { Random } from '../random.ts';

interface Change {
  readonly kind: MutationKind;
  readonly what: string;
  readonly find: RegExp;
  readonly put: (found: string, ...groups: string[]) => string;
  /** Only in files that the split made. */
  readonly fresh?: boolean;
}

/** Small wrong edits of a line: each changes what the program is or does. */
const CHANGES: readonly Change[] = [
  { kind: 'token', what: 'a number', find: /(?<=[=+>-] )\d+(?=[;)\n ])/, put: (found) => `${Number(found) + 1}` },
  { kind: 'token', what: 'an operator', find: / > /, put: () => ' >= ' },
  { kind: 'token', what: 'a plus', find: / \+= /, put: () => ' -= ' },
  {
    kind: 'token',
    what: 'a text',
    find: /(register|log)\('(\w)/,
    put: (_found, name, letter) => `${name}('${letter}${letter}`,
  },
  { kind: 'token', what: 'a called name', find: /\bregister\(/, put: () => 'log(' },
  { kind: 'token', what: 'a break behind return', find: /return (?=\w)/, put: () => 'return\n  ' },
  { kind: 'line', what: 'a line is gone', find: /^ {2}next \+= .*\n/m, put: () => '' },
  { kind: 'line', what: 'a line stands twice', find: /^ {2}next \+= .*\n/m, put: (found) => found + found },
  { kind: 'line', what: 'a statement is gone', find: /^(process\.env|globalThis|onLoad|keep)\b.*\n/m, put: () => '' },
  {
    kind: 'line',
    what: 'a statement that was not there',
    find: /^(?=(export )?(function|const|class) )/m,
    put: () => "globalThis.trail = 'new';\n",
  },
  { kind: 'attribute', what: 'a decorator is gone', find: /^@tracked\n/m, put: () => '' },
  { kind: 'attribute', what: 'a field is static', find: /^ {2}side = /m, put: () => '  static side = ' },
  {
    kind: 'attribute',
    what: 'a field is none of the class any more',
    find: /^ {2}static id = /m,
    put: () => '  id = ',
  },
  { kind: 'visibility', what: 'an export is gone', find: /^export (?=(const|function|class) )/m, put: () => '' },
  {
    kind: 'visibility',
    what: 'a name of an export list is gone',
    find: /^(export \{ |module\.exports = \{ )(\w+), /m,
    put: (_found, head) => head!,
  },
  {
    kind: 'visibility',
    what: 'two names of an export list change places',
    find: /^module\.exports = \{ (\w+), (\w+)/m,
    put: (_found, a, b) => `module.exports = { ${b}, ${a}`,
  },
  { kind: 'visibility', what: 'a new export', find: /$(?![\s\S])/, put: () => '\nexport const more = 1;\n' },
  {
    kind: 'visibility',
    what: 'an export under another name',
    find: /^export \{ (\w+)(?=[, ])/m,
    put: (_found, name) => `export { ${name} as other`,
  },
  { kind: 'path', what: 'a module by another path', find: /(['"])\.\.\/log\.js\1/, put: () => "'../main.js'" },
  {
    kind: 'path',
    what: 'a part by another path',
    find: /(['"])\.\/m\/([\w-]+)\.js\1/,
    put: (_found, quote, name) => `${quote}./m/${name}x.js${quote}`,
  },
];

/** Two units that act, and what stands between them. */
const ACTS = '(?:@tracked\\n)?(?:export )?const \\w+ = (?:register|registry|LOG)\\b.*\\n';
const TWO_ACTING = new RegExp(`^(${ACTS})([\\s\\S]*?)(${ACTS})`, 'm');

/** Not of a part, where nobody sees the order, nor of another kind of module. */
function isMeant({ what }: Change, path: string, target: string, text: string): boolean {
  if (path === target) return what !== 'a new export' || !text.includes('module.exports');
  return what !== 'a new export' && !what.startsWith('two names');
}

/** The text with the change at one of its places. @param part its path, or null for the facade, whose exports all count */
function edit(
  { what, find, put }: Change,
  part: string | null,
  after: Files,
  text: string,
  random: Random,
): string | null {
  const places = [...text.matchAll(new RegExp(find.source, `${find.flags}g`))];
  if (places.length === 0) return null;
  const place = random.pick(places);
  const [found, ...groups] = place;
  const edited = text.slice(0, place.index) + put(found, ...groups) + text.slice(place.index + found.length);
  const line = text.slice(place.index).split('\n')[0]!;
  return edited === text || (part !== null && isHarmless(what, part, line, after)) ? null : edited;
}

interface Edited {
  readonly kind: MutationKind;
  readonly what: string;
  readonly text: string;
}

function editsOf(path: string, target: string, after: Files, random: Random): Edited[] {
  const text = after[path]!;
  const part = path === target ? null : path;
  return CHANGES.filter((change) => isMeant(change, path, target, text)).flatMap((change) => {
    const edited = edit(change, part, after, text, random);
    return edited === null ? [] : [{ kind: change.kind, what: change.what, text: edited }];
  });
}

export function mutate({ before, after, target }: ProvenSplit, random: Random): readonly Mutant[] {
  const touched = Object.keys(after).filter((path) => before[path] !== after[path] && /\.[jt]s$/.test(path));
  const mutants: Mutant[] = [];
  const add = (kind: MutationKind, what: string, files: Files): void => void mutants.push({ kind, what, files });
  for (const path of touched) {
    const text = after[path]!;
    for (const { kind, what, text: edited } of editsOf(path, target, after, random))
      add(kind, `${what} in ${path}`, { ...after, [path]: edited });
    const swapped = text.replace(TWO_ACTING, '$3$2$1');
    if (swapped !== text) add('line', `two that act change places in ${path}`, { ...after, [path]: swapped });
    if (path !== target) {
      const { [path]: _gone, ...rest } = after;
      add('other-file', `${path} is missing`, rest);
    }
  }
  for (const path of Object.keys(after).filter((one) => /\/(log|dep\d)\.[jt]s$/.test(one)))
    add('other-file', `${path} says more`, {
      ...after,
      [path]: after[path]!.replace(/log\('load /, "log('loaded ").replace("'register '", "'registers '"),
    });
  add('other-file', 'package.json says another thing', {
    ...after,
    'package.json': after['package.json']!.replace('"private":true', '"private":true,"sideEffects":false'),
  });
  return mutants;
}

/** An `export` that no other file asks for. */
function isHarmless(what: string, path: string, line: string, after: Files): boolean {
  if (what !== 'an export is gone') return false;
  const name = /(?:const|function|class) (\w+)/.exec(line)?.[1];
  return !Object.entries(after).some(
    ([other, text]) => other !== path && name !== undefined && new RegExp(`\\b${name}\\b`).test(text),
  );
}
