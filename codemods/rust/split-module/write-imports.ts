import { byUse, printUse, type UseStyle } from '../../../src/languages/rust/print-use.ts';
import type { UseItem } from '../../../src/languages/rust/use-item.ts';
import type { ModuleUse } from './module-names.ts';

/** One `use` to write. */
export interface UseEntry {
  /** Entries of one paragraph stand together. */
  readonly paragraph: number;
  readonly tree: UseItem;
  /** Attributes above it, a line each. */
  readonly above: readonly string[];
  /** The `use` of the module that it comes from. */
  readonly use?: ModuleUse;
}

/** Behind all paragraphs that the module has. */
export const LAST = Number.MAX_SAFE_INTEGER;

/**
 * The lines of some imports: in the paragraphs that they came from, each in rustfmt's order.
 * @param gone uses that leave the module: their comments come along
 */
export function importLines(entries: readonly UseEntry[], gone: ReadonlySet<ModuleUse>, style: UseStyle): string[] {
  const paragraphs = new Map<number, UseEntry[]>();
  for (const entry of entries) paragraphs.set(entry.paragraph, [...(paragraphs.get(entry.paragraph) ?? []), entry]);
  const order = byUse(style.edition);
  const commentsOf = ({ use }: UseEntry): readonly string[] => (use && gone.has(use) ? use.comments : []);
  const ordered = (list: readonly UseEntry[]): readonly UseEntry[] =>
    list.some((one) => commentsOf(one).length > 0) ? list : [...list].sort((a, b) => order(a.tree, b.tree));
  return joinRelative([...paragraphs].sort((a, b) => a[0] - b[0]).map(([, list]) => list)).flatMap((list, i) => [
    ...(i > 0 ? [''] : []),
    ...ordered(list).flatMap((one) => [...commentsOf(one), ...one.above, ...printUse('use ', one.tree, style)]),
  ]);
}

/** What is imported from the parent joins the last paragraph where that holds imports of the crate alone. */
function joinRelative(paragraphs: UseEntry[][]): UseEntry[][] {
  const last = paragraphs[paragraphs.length - 1];
  const before = paragraphs[paragraphs.length - 2];
  if (!last || !before || last[0]!.paragraph !== LAST || !before.every(({ tree }) => isRelative(tree)))
    return paragraphs;
  return [...paragraphs.slice(0, -2), [...before, ...last]];
}

const isRelative = ({ path }: UseItem): boolean => /^(?:crate|super|self)$/.test(path[0] ?? '');
