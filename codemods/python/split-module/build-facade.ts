import type { Source } from '../../../analyzers/readings/python/source.ts';
import type { Edit } from '../../../src/core/change-set.ts';
import type { Plan } from '../../../src/core/plan.ts';
import { type Assignment, FACADE, type Place } from './assign.ts';
import { blankLines, placeOf } from './build-part.ts';
import { declarations } from './declare-again.ts';
import { deeper } from './dots.ts';
import { type FacadeForm, facadeBlock, noteLines } from './facade-text.ts';
import type { Layout } from './layout.ts';
import type { Segment } from './segments.ts';

/** Edits of the file that becomes the facade: what moved is cut, the imports of the parts stand where the first of it stood. */
export function buildFacade(
  source: Source,
  assignment: Assignment,
  layout: Layout,
  { order, segments }: { readonly order: readonly Place[]; readonly segments: readonly Segment[] },
  { form, notes }: { readonly form: FacadeForm; readonly notes: Plan | null },
): Edit[] {
  const moved = segments.map((segment) => placeOf(source, assignment, segment) !== FACADE);
  const first = moved.indexOf(true);
  const offset = segments[first]!.start;
  const edits: Edit[] = [];
  const declared = declaredIn(source, assignment, layout, moved);
  const gapAt = (i: number): number => gapBehind(source, segments, moved, i);
  const gapAbove = (i: number): number => (i < first ? 1 : declared.has(i + 1) ? aboveLine(segments[i]!) : gapAt(i));
  segments.forEach((segment, i) => {
    if (moved[i]) edits.push({ start: segment.start, end: segment.end, text: '', reason: 'moved' });
    else if (moved[i + 1]) edits.push(...blankLines(source, segment, gapAbove(i)));
  });
  const gap = gapAt(first);
  const block = [...facadeBlock(source, assignment, layout, order, form), ...spaced(declared.get(first) ?? [])];
  for (const [i, lines] of declared) {
    if (i === first) continue;
    const text = joined(source, [...lines, ...Array<string>(gapAt(i)).fill('')]);
    edits.push({ start: segments[i]!.start, end: segments[i]!.start, text, reason: 'facade' });
  }
  if (notes)
    edits.push({
      start: offset,
      end: offset,
      text: joined(source, [...noteLines(notes, layout), '']),
      reason: 'notes',
    });
  edits.push({
    start: offset,
    end: offset,
    text: joined(source, [...block, ...Array<string>(gap).fill('')]),
    reason: 'facade',
  });
  if (layout.deeper) {
    const cuts = segments.filter((_, i) => moved[i]);
    const kept = deeper(source, { start: 0, end: source.text.length });
    edits.push(...kept.filter((edit) => !cuts.some(({ start, end }) => start <= edit.start && edit.start < end)));
  }
  return edits;
}

/** Declarations of what left, where it stood among what stays: by the first of the segments that left side by side. */
function declaredIn(
  source: Source,
  assignment: Assignment,
  layout: Layout,
  moved: readonly boolean[],
): Map<number, string[]> {
  const found = new Map<number, string[]>();
  for (const { unit, line } of declarations(source, assignment, layout)) {
    const first = moved.lastIndexOf(false, unit) + 1;
    found.set(first, [...(found.get(first) ?? []), ...line.split(/\r?\n/)]);
  }
  return found;
}

const aboveLine = ({ unit }: Segment): number => (unit.kind === 'def' || unit.kind === 'class' ? 2 : 1);

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
