import { blockPlace } from '../../../analyzers/modules/block-place.ts';
import type { Source } from '../../../analyzers/readings/python/source.ts';
import type { Edit } from '../../../src/core/change-set.ts';
import type { Plan } from '../../../src/core/plan.ts';
import { type Assignment, FACADE, type Place } from './assign.ts';
import { blankLines, placeOf } from './build-part.ts';
import type { FacadeKind } from './choose-facade.ts';
import { deeper } from './dots.ts';
import { deviceLines, noteLines, reexportLines } from './facade-text.ts';
import type { Layout } from './layout.ts';
import type { Segment } from './segments.ts';

/** Edits of the file that becomes the facade: what moved is cut, the imports of the parts stand where the first of it stood. */
export function buildFacade(
  source: Source,
  assignment: Assignment,
  layout: Layout,
  order: readonly Place[],
  segments: readonly Segment[],
  kind: FacadeKind,
  notes: Plan | null,
): Edit[] {
  const moved = segments.map((segment) => placeOf(source, assignment, segment) !== FACADE);
  const block = blockPlace(source.outline, (i) => assignment.place[i] !== FACADE);
  const at = segments[block]?.start ?? segments[segments.length - 1]!.end;
  const edits: Edit[] = [];
  segments.forEach((segment, i) => {
    if (moved[i]) edits.push({ start: segment.start, end: segment.end, text: '', reason: 'moved' });
    else if (i === block - 1) edits.push(...blankLines(source, segment, 1));
    else if (moved[i + 1]) edits.push(...blankLines(source, segment, gapBehind(source, segments, moved, i)));
  });
  const gap = gapBehind(source, segments, moved, moved[block] ? block : block - 1);
  const lines = [
    ...reexportLines(source, assignment, layout, order),
    ...spaced(deviceLines(source, assignment, layout, order, kind)),
  ];
  if (notes)
    edits.push({ start: at, end: at, text: joined(source, [...noteLines(notes, layout), '']), reason: 'notes' });
  edits.push({
    start: at,
    end: at,
    text: joined(source, [...lines, ...Array<string>(gap).fill('')]),
    reason: 'facade',
  });
  if (layout.deeper) {
    const cuts = segments.filter((_, i) => moved[i]);
    const kept = deeper(source, { start: 0, end: source.text.length });
    edits.push(...kept.filter((edit) => !cuts.some(({ start, end }) => start <= edit.start && edit.start < end)));
  }
  return edits;
}

const spaced = (lines: readonly string[]): readonly string[] => (lines.length > 0 ? ['', ...lines] : lines);

const joined = (source: Source, lines: readonly string[]): string =>
  lines.map((line) => `${line}${source.newline}`).join('');

/** Blank lines between segment i and the next one that stays; none at the end of the file. */
function gapBehind(source: Source, segments: readonly Segment[], moved: readonly boolean[], i: number): number {
  const next = segments.findIndex((_, k) => k > i && !moved[k]);
  if (next === -1) return segments[segments.length - 1]!.end < source.text.length ? 1 : 0;
  const kinds = [segments[i]!, segments[next]!].map(({ unit }) => unit.kind);
  return kinds.some((kind) => kind === 'def' || kind === 'class') || kinds[1] === 'main' ? 2 : 1;
}
