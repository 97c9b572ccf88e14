import { membersOf, type Piece, type Source } from '../../../analyzers/readings/rust/source.ts';
import type { Plan } from '../../../src/core/plan.ts';
import type { Refusal } from '../../../src/core/refusal.ts';
import { byStart } from './by-start.ts';
import { refuse } from './refuse.ts';

/** What one planned module receives. */
export interface Part {
  readonly name: string;
  /** Units that move whole, in source order. */
  readonly whole: readonly Piece[];
  /** Blocks that are divided: their members that come here, in source order. */
  readonly divided: readonly { readonly block: Piece; readonly members: readonly Piece[] }[];
  /** An inline module that becomes this file; then nothing else moves here. */
  readonly inline: Piece | null;
}

/** A part of `macro_rules!` alone, which stands where the first of them stood. */
export const isMacroPart = ({ whole, divided }: Part): boolean =>
  divided.length === 0 && whole.length > 0 && whole.every(({ unit }) => unit.kind === 'macro');

/** A part with names that cannot be seen: the facade re-exports all of them by a glob. */
export const hasCalls = ({ whole }: Part): boolean => whole.some(({ unit }) => unit.kind === 'macro-call');

/**
 * Resolves a plan's ids. A block whose members all go to one module moves whole.
 * @returns refusals where an id is not a unit of the file, or stands twice
 */
export function assign(source: Source, plan: Plan): { parts: Part[]; refusals: Refusal[] } {
  const refusals: Refusal[] = [];
  const taken = new Set<string>();
  const parts: Part[] = [];
  for (const { name, units } of plan.modules) {
    const found: Piece[] = [];
    for (const id of units) {
      const piece = source.pieces.get(id);
      if (!piece || taken.has(id)) {
        const why = piece ? `the plan moves \`${id}\` twice` : `the file has no unit \`${id}\``;
        refusals.push(refuse(source, 'P1', { start: 0, end: 0 }, why, 'Make a new plan for the file as it is now.'));
        continue;
      }
      taken.add(id);
      found.push(piece);
    }
    if (found.length > 0) parts.push(toPart(source, name, found));
  }
  for (const { whole } of parts)
    for (const piece of whole)
      for (const member of membersOf(source, piece))
        if (taken.has(piece.unit.id) && taken.has(member.unit.id)) {
          const why = `the plan moves \`${piece.unit.id}\` and also \`${member.unit.id}\` of it`;
          refusals.push(refuse(source, 'P1', member.unit, why, 'Name either the block or its members.'));
        }
  return { parts, refusals };
}

function toPart(source: Source, name: string, found: readonly Piece[]): Part {
  const whole = found.filter(({ parent }) => parent === null);
  const blocks = [...new Set(found.flatMap(({ parent }) => (parent ? [parent] : [])))];
  const divided: { block: Piece; members: Piece[] }[] = [];
  for (const block of blocks) {
    const members = found.filter(({ parent }) => parent === block).sort(byStart);
    if (members.length === membersOf(source, block).length) whole.push(block);
    else divided.push({ block, members });
  }
  whole.sort(byStart);
  const [first] = whole;
  const inline = first?.unit.kind === 'mod' && whole.length === 1 && divided.length === 0 ? first : null;
  return { name, whole: inline ? [] : whole, divided, inline };
}
