import type { Source } from '../../../analyzers/readings/rust/source.ts';
import type { Edit } from '../../../src/core/change-set.ts';
import type { Range } from '../../../src/core/range.ts';
import { printUse, type UseStyle } from '../../../src/languages/rust/print-use.ts';
import { type FacadeReaders, facadeNeeds } from './facade-needs.ts';
import { type Need, needEither, predicatesOf } from './guards.ts';
import type { ModuleLeaf, ModuleUse } from './module-names.ts';
import type { ImportContext } from './part-imports.ts';
import { cfgLines, useEntries } from './use-entries.ts';
import type { UseEntry } from './write-imports.ts';

export interface FacadeImports {
  readonly edits: readonly Edit[];
  /** Uses that leave the facade, and where they stood. */
  readonly gone: ReadonlyMap<ModuleUse, Range>;
  /** When the facade needs each import. */
  readonly needs: ReadonlyMap<ModuleLeaf, Need>;
}

/**
 * Imports that parts alone need leave the facade; what it needs under a narrower condition than before gets that condition. What no part has
 * taken stays as it is: whatever it was there for, it is there for still.
 */
export function facadeImports(context: ImportContext, readers: FacadeReaders): FacadeImports {
  const { source, names, form } = context;
  const needs = facadeNeeds(context, readers);
  const edits: Edit[] = [];
  const gone = new Map<ModuleUse, Range>();
  for (const use of names.uses.filter(readers.isHost)) {
    const moved = use.leaves.filter((leaf) => changes(use, leaf, needs.get(leaf) ?? null, readers));
    if (moved.length === 0 || use.tree === null) continue;
    const stays = use.leaves.filter((leaf) => !moved.includes(leaf)).map((leaf) => ({ leaf, need: [[]] }));
    const narrower = moved.flatMap((leaf) => (needs.get(leaf) ? [{ leaf, need: needs.get(leaf)! }] : []));
    const entries = useEntries(use, [...stays, ...narrower], use.cfg);
    if (entries.length === 0) gone.set(use, { start: use.piece.unit.start, end: use.piece.unit.end });
    else edits.push(rewriteUse(source, use, entries, form.style));
  }
  const ranges = new Map([...gone.keys()].map((use) => [use, withBlank(source, use, gone)]));
  for (const range of ranges.values()) edits.push({ ...range, text: '', reason: 'import' });
  return { edits, gone: ranges, needs };
}

/** True for a leaf that a part has taken and that the facade needs no more, or more rarely. */
function changes(use: ModuleUse, leaf: ModuleLeaf, need: Need, { taken }: FacadeReaders): boolean {
  const elsewhere = taken.get(leaf);
  if (!use.isPrivate || elsewhere === undefined) return false;
  if (need === null) return true;
  return predicatesOf(need, use.cfg).join() !== predicatesOf(needEither(need, elsewhere), use.cfg).join();
}

/** One use in the place of another, or several: what stands above it stays for the first. */
export function rewriteUse(
  { syntax, text, newline }: Source,
  use: ModuleUse,
  entries: readonly Pick<UseEntry, 'above' | 'tree'>[],
  style: UseStyle,
): Edit {
  const { node } = use.piece.item;
  const start = syntax.start[node]!;
  const head = `${use.piece.unit.visibility}${use.piece.unit.visibility === '' ? '' : ' '}use `;
  const own = cfgLines(use.cfg, []);
  const lines = entries.flatMap(({ above, tree }, i) => [
    ...(i === 0 ? above.filter((line) => !use.attributes.includes(line)) : [...own, ...above]),
    ...printUse(head, tree, style),
  ]);
  const end = text[syntax.end[node]! - 1] === ';' ? syntax.end[node]! : text.indexOf(';', syntax.end[node]!) + 1;
  return { start, end, text: lines.join(newline), reason: 'import' };
}

/** The lines of a use, and the blank ones behind it where nothing stays above it in its paragraph. */
function withBlank({ text, top }: Source, use: ModuleUse, gone: ReadonlyMap<ModuleUse, Range>): Range {
  const { unit } = use.piece;
  const leaving = new Set([...gone.keys()].map(({ piece }) => piece));
  let before = top.indexOf(use.piece) - 1;
  while (before >= 0 && leaving.has(top[before]!)) before -= 1;
  const lineStart = text.lastIndexOf('\n', unit.start - 1) + 1;
  const alone = /^\uFEFF?[ \t]*$/.test(text.slice(lineStart, unit.start));
  const line = /^[ \t]*(?:\r?\n|$)/.exec(text.slice(unit.end));
  if (!alone || !line) return { start: unit.start, end: unit.end };
  const start = text.startsWith('\uFEFF') && lineStart === 0 ? 1 : lineStart;
  const end = unit.end + line[0].length;
  const above = top[before];
  const isParagraphs = above !== undefined && !/\n[ \t\r]*\n/.test(withoutGone(text, above.unit.end, start, gone));
  const blank = /^(?:[ \t]*\r?\n)*/.exec(text.slice(end))![0];
  return { start, end: isParagraphs ? end : end + blank.length };
}

function withoutGone(text: string, from: number, to: number, gone: ReadonlyMap<ModuleUse, Range>): string {
  let found = '';
  let position = from;
  for (const { start, end } of gone.values()) {
    if (start < from || end > to) continue;
    found += text.slice(position, start);
    position = end + (/^[ \t]*\r?\n/.exec(text.slice(end))?.[0].length ?? 0);
  }
  return found + text.slice(position, to);
}
