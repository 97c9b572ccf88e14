import type { Source } from '../../../analyzers/readings/python/source.ts';
import type { Edit } from '../../../src/core/change-set.ts';
import { isInert } from '../../../src/languages/python/describe-statement.ts';
import { type FrameNamed, frameNamed, retellingLines } from '../../../src/languages/python/frame-named.ts';
import { kindOf, nextSibling } from '../../../src/languages/syntax.ts';
import { type Assignment, FACADE } from './assign.ts';
import type { Refuse } from './refuse.ts';
import type { Segment } from './segments.ts';

/** What takes the module's name from the frame and cannot be given it again stays where the frame is the module's own. */
export function guardFrameNamed(source: Source, { place }: Assignment, refuse: Refuse): void {
  for (const { start, end, object } of frameNamed(source.syntax)) {
    const unit = source.outline.units.findIndex((one) => one.start <= start && start < one.end);
    if (object !== null || place[unit] === FACADE) continue;
    refuse(
      'H23',
      { start, end },
      'it reads its module name from the frame, which is a part since Python 3.12, and its result has no name',
      'Give it a name of its own at the top level, or keep this unit in the facade.',
    );
  }
}

/** Lines behind a segment's definitions that give them their module's name again. */
export const retellEdits = (source: Source, segment: Segment): Edit[] =>
  frameNamed(source.syntax)
    .filter(({ start, object }) => object !== null && segment.start <= start && start < segment.end)
    .map((one) => retell(source, one));

function retell({ syntax, text, newline }: Source, one: FrameNamed): Edit {
  let last = one.statement;
  // A string below an assignment is its documentation.
  for (let next = nextSibling(syntax, last); next !== -1 && isInert(syntax, next); next = nextSibling(syntax, next))
    last = next;
  const line = text.indexOf('\n', syntax.end[last]);
  const offset = line === -1 ? text.length : line + 1;
  const gap = /^(class|decorated)_definition$/.test(kindOf(syntax, one.statement)) ? ['', ''] : [];
  const lines = [...gap, ...retellingLines(one)].map((retelling) =>
    line === -1 ? `${newline}${retelling}` : `${retelling}${newline}`,
  );
  return { start: offset, end: offset, text: lines.join(''), reason: 'identity' };
}
