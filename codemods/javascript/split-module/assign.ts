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
      if (!piece || home[piece.index] !== FACADE) {
        refusals.push(misplaced(source, id, piece === undefined ? members : null));
        continue;
      }
      home[piece.index] = parts.length;
      pieces.push(piece);
    }
    if (pieces.length > 0) parts.push({ name, pieces: pieces.sort((a, b) => a.index - b.index) });
  }
  return { parts, home, refusals };
}

/** @param members ids of members of classes; null where the file has the unit, and the plan moves it a second time */
function misplaced(source: Source, id: string, members: ReadonlySet<string> | null): Refusal {
  const start = { start: 0, end: 0 };
  if (members?.has(id)) {
    const why = `\`${id}\` is a member of a class, which JavaScript cannot divide over files`;
    return refuse(source, 'J22', start, why, 'Move the class whole.');
  }
  const why = members === null ? `the plan moves \`${id}\` twice` : `the file has no unit \`${id}\``;
  return refuse(source, 'P1', start, why, 'Make a new plan for the file as it is now.');
}
