import type { Piece, Source } from '../../../analyzers/readings/rust/source.ts';
import type { Edit } from '../../../src/core/change-set.ts';
import type { Refusal } from '../../../src/core/refusal.ts';
import type { Part } from './assign.ts';
import type { Audience } from './audience.ts';
import { exposureEdits, exposuresOf } from './exposure.ts';
import { fileEdits } from './file-edits.ts';
import type { Layout } from './layout.ts';
import { pathEdits } from './path-edits.ts';
import { spellAudiences } from './spell-audience.ts';

/** What changes in the units that move. */
export interface PieceEdits {
  readonly byPiece: ReadonlyMap<Piece, readonly Edit[]>;
  /** Where a visibility is written for what was private. */
  readonly exposed: ReadonlySet<number>;
  readonly refusals: readonly Refusal[];
}

/** What a macro expands to is read where it is called. */
const readUntil = ({ unit, item }: Piece): number => (unit.kind === 'macro' ? item.node : item.afterNode);

export function editsByPiece(source: Source, parts: readonly Part[], audience: Audience, layout: Layout): PieceEdits {
  const byPiece = new Map<Piece, Edit[]>();
  const refusals: Refusal[] = [];
  const all = new Set<number>();
  for (const part of parts) {
    const defined = new Set(part.whole.flatMap(({ unit }) => unit.defines.map(({ name }) => name)));
    const exposed = exposuresOf(part, audience);
    for (const offset of exposed) all.add(offset);
    const add = (piece: Piece): void => {
      const { firstNode, afterNode } = piece.item;
      const files = fileEdits(source, firstNode, afterNode, layout.up);
      refusals.push(...files.refusals);
      byPiece.set(piece, [
        ...exposureEdits(exposed, audience, piece.unit.start, piece.unit.end),
        ...spellAudiences(
          source.syntax,
          [firstNode, readUntil(piece)],
          pathEdits(source.syntax, firstNode, readUntil(piece), (name) => defined.has(name)),
          layout.modulePath,
        ),
        ...files.edits,
      ]);
    };
    for (const piece of part.whole) add(piece);
    for (const { members } of part.divided) for (const piece of members) add(piece);
    if (part.inline)
      refusals.push(...fileEdits(source, part.inline.item.firstNode, part.inline.item.afterNode, layout.up).refusals);
  }
  return { byPiece, exposed: all, refusals };
}
