import type { Source } from '../../../analyzers/readings/python/source.ts';
import type { Edit, Part } from '../../../src/core/change-set.ts';
import { isFileComment } from '../../../src/languages/python/file-hazards.ts';
import { readPreamble } from '../../../src/languages/python/read-preamble.ts';
import { type Assignment, FACADE, type Place } from './assign.ts';
import { copyImports } from './copy-imports.ts';
import { type BodyCut, cutEdits } from './cuts.ts';
import { deeper } from './dots.ts';
import { exportsOf } from './exports.ts';
import type { Identity } from './identity.ts';
import type { Layout } from './layout.ts';
import type { Needs } from './parts.ts';
import { printFrom, printGuarded } from './print-import.ts';
import { retellEdits } from './retell.ts';
import type { Segment } from './segments.ts';

/** How a file is divided: the same for all of its parts. */
interface Division {
  readonly source: Source;
  readonly assignment: Assignment;
  readonly layout: Layout;
  /** Parts in the order that they are loaded in. */
  readonly order: readonly Place[];
  readonly segments: readonly Segment[];
}

/** What stands in one part beside its segments. */
interface OnePart {
  readonly place: Place;
  readonly needs: Needs;
  readonly identity: Identity | null;
  readonly cuts: readonly BodyCut[];
}

/** The file of one part: header, future imports, imports, identity, then the segments word for word. */
export function buildPart(division: Division, { place, needs, identity, cuts }: OnePart): Part[] {
  const { source, assignment, layout, segments } = division;
  const parts: Part[] = [];
  const addLines = (lines: readonly string[], reason: 'header' | 'import' | 'identity' | 'format'): void => {
    if (lines.length > 0) parts.push({ text: lines.map((line) => `${line}${source.newline}`).join(''), reason });
  };
  addLines(headerLines(source), 'header');
  const imports = importLines(division, needs, identity?.imports ?? []);
  const mine = segments
    .map((segment, i) => ({ segment, i }))
    .filter(({ segment }) => placeOf(source, assignment, segment) === place);
  const blank = mine.some(({ segment }, k) => k === 0 && isBlock(segment)) ? ['', ''] : [''];
  addLines(imports, 'import');
  if (identity) {
    if (parts.length > 0) addLines([''], 'format');
    addLines(identity.lines, 'identity');
  }
  if (parts.length > 0) addLines(blank, 'format');
  const editsOf = (segment: Segment): Edit[] => [
    ...(layout.deeper ? deeper(source, segment) : []),
    ...cutEdits(source, layout, cuts, segment),
    ...(identity ? retellEdits(source, segment) : []),
  ];
  return [...parts, ...mine.map((_, k) => movedPart(source, mine, k, editsOf))];
}

interface Mine {
  readonly segment: Segment;
  /** Its place among all segments of the file. */
  readonly i: number;
}

/** A segment that moved, and the blank lines behind it: as they were where its neighbour moved with it. */
function movedPart(source: Source, mine: readonly Mine[], k: number, editsOf: (segment: Segment) => Edit[]): Part {
  const { segment, i } = mine[k]!;
  const next = mine[k + 1];
  const wanted = next === undefined ? 0 : next.i === i + 1 ? null : blanksBetween(segment, next.segment);
  return {
    from: { path: source.path, start: segment.start, end: segment.end },
    edits: [...editsOf(segment), ...blankLines(source, segment, wanted)],
  };
}

export const placeOf = (source: Source, assignment: Assignment, segment: Segment): Place =>
  assignment.place[source.outline.units.indexOf(segment.unit)]!;

const isBlock = ({ unit }: Segment): boolean => unit.kind === 'def' || unit.kind === 'class';

/** PEP 8: two blank lines around functions and classes, at most one elsewhere. */
const blanksBetween = (a: Segment, b: Segment): number => (isBlock(a) || isBlock(b) ? 2 : 1);

/** Edits that give a segment that many blank lines at its end; null leaves them as they are. */
export function blankLines(source: Source, segment: Segment, wanted: number | null): Edit[] {
  if (wanted === null) return [];
  const ended = source.text[segment.blank - 1] === '\n';
  const text = `${ended ? '' : source.newline}${source.newline.repeat(wanted)}`;
  if (source.text.slice(segment.blank, segment.end) === text) return [];
  return [{ start: segment.blank, end: segment.end, text, reason: 'format' }];
}

/** The file's first comments but the shebang, and comments for linters that apply to the whole file. */
function headerLines(source: Source): string[] {
  const { header } = source.outline;
  const lines = source.text
    .slice(header.start, header.end)
    .split(/\r?\n/)
    .map((line) => line.trimEnd());
  const kept = lines.filter((line, i) => !(i === 0 && line.replace(/^\uFEFF/, '').startsWith('#!')));
  while (kept[0] === '') kept.shift();
  if (kept[0]?.startsWith('\uFEFF')) kept[0] = kept[0].slice(1);
  const linter = source.outline.hazards
    .filter(({ id }) => id === 'H34')
    .map(({ start, end }) => source.text.slice(start, end))
    .filter(
      (text) =>
        /^#\s*(mypy|ruff|flake8|pylint|pyright):/.test(text) && isFileComment(text) && !/:\s*(off|on)\b/.test(text),
    );
  return [...kept, ...linter];
}

function importLines({ source, assignment, layout, order }: Division, needs: Needs, own: readonly string[]): string[] {
  const needed = new Set(needs.outside.keys());
  const futures = readPreamble(source.syntax).futures.map(({ start, end }) => source.text.slice(start, end));
  const { lines, typeChecking } = copyImports(source, needed, layout.deeper);
  const groups: (readonly string[])[] = [futures.flatMap((line) => line.split(/\r?\n/)), [...own, ...lines]];
  const parts: string[] = [];
  for (const from of order) {
    const names = needs.taken.filter((taken) => taken.from === from).map(({ name }) => name);
    if (names.length === 0 || from === FACADE) continue;
    const certain = new Map(exportsOf(source, assignment, from).map((item) => [item.name, item.certain]));
    const module = `${layout.prefix}${layout.parts[from]!.stem}`;
    const sure = names.filter((name) => certain.get(name) === true);
    if (sure.length > 0) parts.push(...printFrom(module, [...sure].sort(), source.width));
    for (const name of names) if (certain.get(name) === false) parts.push(...printGuarded(module, name));
  }
  groups.push(
    parts,
    needs.flags.map((name) => `${name} = False`),
    typeChecking,
  );
  return groups.filter((group) => group.length > 0).flatMap((group, i) => (i === 0 ? group : ['', ...group]));
}
