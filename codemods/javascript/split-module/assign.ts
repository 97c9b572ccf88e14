import type { Plan } from '../../../src/core/plan.ts';
import type { Refusal } from '../../../src/core/refusal.ts';
import { type Piece, refuse, type Source } from './source.ts';

/** What one planned module receives, in source order. */
export interface Part {
  readonly name: string;
  readonly pieces: readonly Piece[];
}

/** The file that stays. */
export const FACADE = -1;

export interface Assignment {
  readonly parts: readonly Part[];
  /** Piece index -> index of its part, or FACADE. */
  readonly home: readonly number[];
}

/** Resolves a plan's ids, with refusals where one is not a unit of the file, stands twice, or is a member of a class. */
export function assign(source: Source, plan: Plan): Assignment & { readonly refusals: readonly Refusal[] } {
  const refusals: Refusal[] = [];
  const byId = new Map(source.pieces.map((piece) => [piece.unit.id, piece]));
  const members = new Set(source.outline.members.map(({ id }) => id));
  const home = source.pieces.map(() => FACADE);
  const parts: Part[] = [];
  for (const { name, units } of plan.modules) {
    const pieces: Piece[] = [];
    for (const id of units) {
      const piece = byId.get(id);
      if (!piece && members.has(id)) {
        const why = `\`${id}\` is a member of a class, which JavaScript cannot divide over files`;
        refusals.push(refuse(source, 'J22', { start: 0, end: 0 }, why, 'Move the class whole.'));
      } else if (!piece || home[piece.index] !== FACADE) {
        const why = piece ? `the plan moves \`${id}\` twice` : `the file has no unit \`${id}\``;
        refusals.push(refuse(source, 'P1', { start: 0, end: 0 }, why, 'Plan again on the file as it is now.'));
      } else {
        home[piece.index] = parts.length;
        pieces.push(piece);
      }
    }
    if (pieces.length > 0) parts.push({ name, pieces: pieces.sort((a, b) => a.index - b.index) });
  }
  return { parts, home, refusals };
}
