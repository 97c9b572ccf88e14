import { byText } from '../../core/compare.ts';
import type { UseItem } from './use-item.ts';

const INDENT = '    ';

/** What rustfmt's layout of imports depends on. */
export interface UseStyle {
  /** `2024` sorts names in another way. */
  readonly edition: string;
  /** Columns of a line. */
  readonly width: number;
}

/** `use a::{b, c};` in rustfmt's layout and order, without attributes. @param head `use `, `pub(crate) use ` */
export function printUse(head: string, item: UseItem, { edition, width }: UseStyle): string[] {
  const tree = sorted(item, edition);
  return `${head}${printTree(tree, { column: head.length, indent: '', width })};`.split('\n');
}

/** rustfmt's order of `use` items that stand together. */
export const byUse =
  (edition: string) =>
  (a: UseItem, b: UseItem): number =>
    compareItems(a, b, edition);

const sorted = (item: UseItem, edition: string): UseItem =>
  item.end === 'list' ? { ...item, of: item.of.map((one) => sorted(one, edition)).sort(byUse(edition)) } : item;

interface Place {
  /** Where the tree begins in its line. */
  readonly column: number;
  readonly indent: string;
  readonly width: number;
}

function printTree({ path, end, alias, of }: UseItem, place: Place): string {
  const head = path.join('::');
  if (end === 'name') return alias === null ? head : `${head} as ${alias}`;
  const lead = path.length === 0 ? '' : `${head}::`;
  if (end === 'glob') return `${lead}*`;
  return `${lead}${printList(of, { ...place, column: place.column + lead.length })}`;
}

function printList(of: readonly UseItem[], { column, indent, width }: Place): string {
  const nested = of.some(({ end }) => end === 'list');
  const inner = `${indent}${INDENT}`;
  // rustfmt keeps room for the comma of each list around this one.
  const depth = indent.length / INDENT.length;
  const texts = of.map((one) => printTree(one, { column: inner.length, indent: inner, width }));
  const line = `{${texts.join(', ')}}`;
  if (!nested && column + line.length + 1 + 2 * depth <= width) return line;
  return `{\n${rowsOf(texts, { inner, nested, width, room: depth }).join('\n')}\n${indent}}`;
}

interface Rows {
  readonly inner: string;
  /** A list stands among the texts: paths then stand alone. */
  readonly nested: boolean;
  readonly width: number;
  readonly room: number;
}

function rowsOf(texts: readonly string[], { inner, nested, width, room }: Rows): string[] {
  const rows: string[] = [];
  let row = '';
  let apart = false;
  const close = (): void => {
    if (row !== '') rows.push(row);
    row = '';
  };
  for (const [i, text] of texts.entries()) {
    const isPath = text.includes('::');
    const rest = i + 1 < texts.length ? room : 0;
    if (row.length + 1 + text.length + 1 + rest > width || (nested && (apart || isPath))) close();
    row += `${row === '' ? inner : ' '}${text},`;
    if (text.includes('\n')) close();
    apart = isPath;
  }
  close();
  return rows;
}

function compareItems(a: UseItem, b: UseItem, edition: string): number {
  const [one, other] = [keysOf(a), keysOf(b)];
  for (let i = 0; i < Math.min(one.length, other.length); i++) {
    const order = compareKeys(one[i]!, other[i]!, edition);
    if (order !== 0) return order;
  }
  return one.length - other.length;
}

/** One step of a tree: a segment with the alias behind it, `*`, or the trees of a list. */
type Key = {
  readonly rank: number;
  readonly name: string;
  readonly alias: string | null;
  readonly of: readonly UseItem[];
};

// `self`, `super`, `crate`, names, `*`, lists.
const RANKS = new Map([
  ['self', 0],
  ['super', 1],
  ['crate', 2],
]);

function keysOf({ path, end, alias, of }: UseItem): Key[] {
  const keys = path.map(
    (name, i): Key => ({
      rank: RANKS.get(name) ?? 3,
      name,
      alias: end === 'name' && i === path.length - 1 ? alias : null,
      of: [],
    }),
  );
  if (end === 'glob') keys.push({ rank: 4, name: '*', alias: null, of: [] });
  if (end === 'list') keys.push({ rank: 5, name: '', alias: null, of });
  return keys;
}

function compareKeys(a: Key, b: Key, edition: string): number {
  if (a.rank !== b.rank) return a.rank - b.rank;
  if (a.rank === 5) return compareLists(a.of, b.of, edition);
  const order = a.rank === 3 ? compareNames(a.name, b.name, edition) : 0;
  if (order !== 0) return order;
  return a.alias === null || b.alias === null ? 0 : byText(a.alias, b.alias);
}

function compareLists(a: readonly UseItem[], b: readonly UseItem[], edition: string): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const order = compareItems(a[i]!, b[i]!, edition);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

const isUpper = (name: string): boolean => /^\p{Lu}/u.test(name);
const isConstant = (name: string): boolean => /^[\p{Lu}\d_]+$/u.test(name);

// snake_case, then CamelCase, then SCREAMING_CASE; since 2024 numbers count as numbers.
function compareNames(a: string, b: string, edition: string): number {
  if (edition === '2024') return compareVersions(a, b);
  return rankOf(a) - rankOf(b) || byText(a, b);
}

const rankOf = (name: string): number => (isConstant(name) ? 2 : isUpper(name) ? 1 : 0);

/** `item_9` before `item_10`, `_` before letters. */
function compareVersions(a: string, b: string): number {
  const parts = [a, b].map((name) => name.replace(/^r#/, '').match(/\d+|_|[^\d_]+/g) ?? []);
  const [one, other] = [parts[0]!, parts[1]!];
  for (let i = 0; i < Math.min(one.length, other.length); i++) {
    const order = compareParts(one[i]!, other[i]!);
    if (order !== 0) return order;
  }
  return one.length - other.length;
}

function compareParts(a: string, b: string): number {
  if (/^\d/.test(a) && /^\d/.test(b)) return Number(a) - Number(b) || byText(a, b);
  if ((a === '_') !== (b === '_')) return a === '_' ? -1 : 1;
  return byText(a, b);
}
