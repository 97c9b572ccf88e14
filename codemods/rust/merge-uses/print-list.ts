/** A name at the end of a path, with what it is called here. */
export type Leaf = string;

const WIDTH = 100;

/** A list as rustfmt lays it out: on one line where it fits, else as many names a line as fit. */
export function printList(
  head: string,
  leaves: readonly Leaf[],
  { column, edition }: { readonly column: number; readonly edition: number },
): string {
  const sorted = [...leaves].sort(edition >= 2024 ? byVersion : byCase);
  const line = `${head}{${sorted.join(', ')}};`;
  if (column + line.length <= WIDTH) return line;
  const depth = ' '.repeat(column + 4);
  const lines: string[] = [];
  let now = depth;
  for (const leaf of sorted) {
    const next = now === depth ? `${depth}${leaf},` : `${now} ${leaf},`;
    if (next.length > WIDTH && now !== depth) {
      lines.push(now);
      now = `${depth}${leaf},`;
    } else now = next;
  }
  return `${head}{\n${[...lines, now].join('\n')}\n${' '.repeat(column)}};`;
}

/** Up to the edition of 2021: `self`, then snake_case, CamelCase and SCREAMING_CASE, a glob last. */
function byCase(a: Leaf, b: Leaf): number {
  return rank(a) - rank(b) || byCode(a, b);
}

function rank(leaf: Leaf): number {
  if (/^self\b/.test(leaf)) return 0;
  if (leaf === '*') return 4;
  if (/^[a-z_]/.test(leaf)) return 1;
  return /^[A-Z][A-Z0-9_]*(?: |$)/.test(leaf) ? 3 : 2;
}

/** From the edition of 2024 on: `self`, then by characters with numbers by value and `_` first, a glob last. */
function byVersion(a: Leaf, b: Leaf): number {
  const ends = (leaf: Leaf): number => (/^self\b/.test(leaf) ? 0 : leaf === '*' ? 2 : 1);
  const padded = (leaf: Leaf): string =>
    leaf.replaceAll('_', ' ').replace(/\d+/g, (digits) => digits.padStart(12, '0'));
  return ends(a) - ends(b) || byCode(padded(a), padded(b));
}

const byCode = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
