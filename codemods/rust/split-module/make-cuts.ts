import { membersOf, type Piece, type Source } from '../../../analyzers/readings/rust/source.ts';
import type { Range } from '../../../src/core/range.ts';
import { childByField } from '../../../src/languages/syntax.ts';
import { cutOf } from '../../cut-of.ts';
import type { Part } from './assign.ts';
import { byStart } from './by-start.ts';
import type { Cut } from './cuts.ts';

/** What leaves the facade with each unit. Of a block whose members all leave, the shell leaves too. */
export function makeCuts(source: Source, parts: readonly Part[]): Map<Piece, Cut> {
  const { text, syntax } = source;
  const cuts = new Map<Piece, Cut>();
  const top = [...source.top].sort(byStart);
  for (const { whole } of parts)
    for (const piece of whole) {
      const before = top[top.indexOf(piece) - 1];
      cuts.set(piece, cutOf(text, piece.unit, before?.unit.end ?? source.outline.header.end));
    }
  const blocks = new Set(parts.flatMap(({ divided }) => divided.map(({ block }) => block)));
  for (const block of blocks) {
    const body = childByField(syntax, block.item.node, 'body');
    const inside = { start: syntax.start[body]! + 1, end: syntax.end[body]! - 1 };
    const all = membersOf(source, block).sort(byStart);
    const moved = new Set(
      parts.flatMap(({ divided }) => divided.filter((one) => one.block === block).flatMap(({ members }) => members)),
    );
    all.forEach((member, i) => {
      if (moved.has(member)) cuts.set(member, cutOf(text, member.unit, all[i - 1]?.unit.end ?? inside.start));
    });
    if (moved.size === all.length) emptyShell(source, block, all, inside, cuts);
  }
  return cuts;
}

// Nothing of the block stays: what stands between its members goes with the member before it, its docs and braces with the first part.
function emptyShell(source: Source, block: Piece, all: readonly Piece[], inside: Range, cuts: Map<Piece, Cut>): void {
  const whole = cutOf(source.text, block.unit, source.outline.header.end);
  const first = cuts.get(all[0]!)!;
  all.forEach((member, i) => {
    const next = all[i + 1];
    cuts.set(member, { start: cuts.get(member)!.start, end: next ? cuts.get(next)!.start : inside.end });
  });
  cuts.set(block, {
    ...whole,
    shell: { open: { start: whole.start, end: first.start }, close: { start: inside.end, end: whole.end } },
  });
}
