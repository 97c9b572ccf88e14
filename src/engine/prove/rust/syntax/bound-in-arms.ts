/**
 * Whether a macro's body has a name only where an arm of its own binds it: `Err(error) => return Err(error)`. What a macro binds is its own, and
 * such a pattern reads nothing but constants.
 */
export function isBoundInArms(body: string, name: string): boolean {
  if (!/^[a-z_]\w*$/.test(name)) return false;
  const pattern = new RegExp(`\\b[A-Z]\\w*\\s*\\(\\s*(?:ref\\s+)?(?:mut\\s+)?${name}\\s*\\)\\s*=>`, 'g');
  const arms = [...body.matchAll(pattern)].map(({ index, 0: head }) => ({
    start: index,
    end: endOfArm(body, index + head.length),
  }));
  if (arms.length === 0) return false;
  const places = [...body.matchAll(new RegExp(`(?<![\\w$])${name}(?!\\w)`, 'g'))].map(({ index }) => index);
  return places.every((at) => {
    const isHere = arms.some(({ start, end }) => start <= at && at < end);
    // A path, a call of a macro and a field's name mean something else than a value.
    return isHere && !/^\s*(?:::|!)/.test(body.slice(at + name.length)) && !/::\s*$/.test(body.slice(0, at));
  });
}

/** Behind the arm's expression: its block, or what stands before the next comma or the end of the match; at its start where texts hide that. */
function endOfArm(body: string, from: number): number {
  const isBlock = /^\s*\{/.test(body.slice(from));
  let depth = 0;
  for (const { 0: char, index } of body.slice(from).matchAll(/["'()[\]{},]/g)) {
    const at = from + index;
    if (/["']/.test(char)) return from;
    if (depth === 0 && /[)\]},]/.test(char)) return at;
    depth += DEPTHS[char] ?? 0;
    if (depth === 0 && isBlock && char === '}') return at + 1;
  }
  return body.length;
}

const DEPTHS: Readonly<Record<string, number>> = { '(': 1, '[': 1, '{': 1, ')': -1, ']': -1, '}': -1 };
