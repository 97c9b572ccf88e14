import type { Piece, Source } from '../../../analyzers/readings/rust/source.ts';
import type { Edit } from '../../../src/core/change-set.ts';
import type { Range } from '../../../src/core/range.ts';
import type { Refusal } from '../../../src/core/refusal.ts';
import type { Part } from './assign.ts';
import type { Cut } from './cuts.ts';
import { closeGaps, facadeInsertions } from './facade.ts';
import type { FacadeImports } from './facade-imports.ts';
import { inlineFacadeEdits } from './inline-module.ts';
import { moveFacade } from './move-facade.ts';
import type { ImportContext } from './part-imports.ts';

/**
 * All that happens to the file that is split, in order.
 * @param first what stands in front of everything else: documentation
 */
export function facadeEdits(
  context: ImportContext,
  parts: readonly Part[],
  cuts: ReadonlyMap<Piece, Cut>,
  imports: FacadeImports,
  first: readonly Edit[],
): Edit[] | readonly Refusal[] {
  const { source, layout } = context;
  const cut = leaving(cuts);
  const inline = parts.flatMap((part) => (part.inline ? inlineFacadeEdits(source, part.inline) : []));
  const moved = layout.facade === source.path ? null : moveFacade(source, [...cut, ...inline]);
  if (moved && moved.refusals.length > 0) return moved.refusals;
  const insertions = facadeInsertions(parts, context, [...cut, ...imports.gone.values()]);
  if ('hazard' in insertions) return [insertions];
  // Inner docs come first: the first item may begin where the file does.
  const edits: Edit[] = [...first, ...imports.edits, ...(moved?.edits ?? []), ...insertions.edits];
  for (const range of cut) edits.push({ ...range, text: '', reason: 'moved' });
  edits.push(...inline);
  edits.push(...closeGaps(source, edits));
  return withoutLastBlank(
    source,
    edits.sort((a, b) => a.start - b.start || a.end - b.end),
  );
}

export const isRefused = (found: Edit[] | readonly Refusal[]): found is readonly Refusal[] =>
  found[0] !== undefined && 'hazard' in found[0];

/** Each cut once; those of a block that leaves with all its members are within its own. */
function leaving(cuts: ReadonlyMap<Piece, Cut>): Range[] {
  return [...cuts]
    .filter(([piece]) => piece.parent === null || !cuts.has(piece.parent))
    .map(([, { start, end }]) => ({ start, end }));
}

/** A facade that ends with its own lines ends without the blank line that would part them from more. */
function withoutLastBlank({ text, newline }: Source, edits: readonly Edit[]): Edit[] {
  const last = edits.findLastIndex((edit) => edit.text !== '');
  const insertion = edits[last];
  if (!insertion?.text.endsWith(newline + newline)) return [...edits];
  let rest = '';
  let position = insertion.end;
  for (const edit of edits.slice(last + 1)) {
    rest += text.slice(position, edit.start);
    position = edit.end;
  }
  if ((rest + text.slice(position)).trim() !== '') return [...edits];
  return edits.with(last, { ...insertion, text: insertion.text.slice(0, -newline.length) });
}
