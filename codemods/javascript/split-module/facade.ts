import { applyEdits } from '../../../src/core/apply-edits.ts';
import type { Edit } from '../../../src/core/change-set.ts';
import type { Plan } from '../../../src/core/plan.ts';
import type { Range } from '../../../src/core/range.ts';
import { type Assignment, FACADE } from './assign.ts';
import type { Bindings } from './bindings.ts';
import type { LoadPlan } from './choose-order.ts';
import type { Layout } from './layout.ts';
import { type Links, type PassedOn, staysImported } from './module-links.ts';
import { endOfLast } from './part.ts';
import { importUnit, printImport, takeNames } from './print-imports.ts';
import type { ExportList, ImportStatement } from './read-module.ts';
import type { Source } from './source.ts';
import { bareImport, fromTail, nameList, type Style } from './style.ts';

interface FacadeInput {
  readonly source: Source;
  readonly assignment: Assignment;
  readonly bindings: Bindings;
  readonly links: Links;
  readonly load: LoadPlan;
  readonly layout: Layout;
  readonly style: Style;
  /** The plan whose module map stands above the barrel's lines; null if nobody asked for it. */
  readonly notes: Plan | null;
}

/** What becomes of the file itself: cuts, narrowed imports, and the lines that load the parts and re-export their names. */
export function facadeEdits(input: FacadeInput): Edit[] {
  const { source, assignment } = input;
  const edits: Edit[] = [];
  for (const { pieces } of assignment.parts)
    pieces.forEach((piece, i) => {
      const end = i === pieces.length - 1 ? endOfLast(source, piece) : piece.cut.end;
      edits.push({ start: piece.cut.start, end, text: '', reason: 'moved' });
      if (end < piece.cut.end) edits.push({ start: end, end: piece.cut.end, text: '', reason: 'format' });
    });
  edits.push(...importEdits(input), ...source.module.exportLists.flatMap((list) => listEdits(input, list)));
  const taken = edits.filter((edit) => edit.end > edit.start);
  const stays = (range: Range): boolean =>
    source.text.slice(range.start, range.end).trim() !== '' && !covered(range, taken);
  edits.push(insertion(input, stays));
  return [...edits, ...trimEnd(source.text, edits)].sort((a, b) => a.start - b.start || a.end - b.end);
}

const covered = (range: Range, edits: readonly Range[]): boolean =>
  edits.some(({ start, end }) => start <= range.start && range.end <= end);

/** Imports that only moved units read leave; those that nothing read before stay as they are. */
function importEdits({ source, links, load, style }: FacadeInput): Edit[] {
  return source.module.imports.flatMap((statement): Edit[] => {
    const { start, end, from } = statement;
    const kept = statement.specifiers.filter(({ local }) => staysImported(links, local));
    // Its module keeps its turn though its names are needed elsewhere.
    const bare = load.repeated.includes(start) ? bareOf(source, statement) : '';
    const lines = bare === '' ? [] : [bare];
    if (kept.length === statement.specifiers.length)
      return bare === '' ? [] : [{ start, end: start, text: `${bare}${source.newline}`, reason: 'import' }];
    if (kept.length > 0) lines.push(printImport(source, style, statement, kept, from));
    if (lines.length > 0) return [{ start, end, text: lines.join(source.newline), reason: 'import' }];
    const unit = importUnit(source, statement);
    return [{ ...wholeLine(source.text, unit ?? statement), text: '', reason: 'import' }];
  });
}

/** `import './x';` or `require('./x');`, with the module's name as the statement has it. */
const bareOf = ({ form, text }: Source, { source, end }: ImportStatement): string =>
  form === 'commonjs'
    ? `require(${text.slice(source.start, source.end)})${text[end - 1] === ';' ? ';' : ''}`
    : `import ${text.slice(source.start, end)}`;

function wholeLine(text: string, { start, end }: Range): Range {
  const newline = /^[ \t]*\r?\n/.exec(text.slice(end));
  const alone = /(^|\n)[ \t]*$/.test(text.slice(0, start));
  return { start, end: alone && newline ? end + newline[0].length : end };
}

/** Names that moved leave `export { … }`. */
function listEdits({ source, assignment, bindings }: FacadeInput, list: ExportList): Edit[] {
  const moved = list.specifiers.map(({ local }) => {
    const binding = bindings.own.get(local);
    return binding !== undefined && assignment.home[binding.piece] !== FACADE;
  });
  if (!moved.includes(true)) return [];
  if (!moved.includes(false)) {
    return [{ ...wholeLine(source.text, list), text: '', reason: 'facade' }];
  }
  const last = moved.lastIndexOf(false);
  const edits: Edit[] = [];
  list.specifiers.forEach(({ start }, i) => {
    if (moved[i] && i < last) edits.push({ start, end: list.specifiers[i + 1]!.start, text: '', reason: 'facade' });
  });
  const end = list.specifiers[list.specifiers.length - 1]!.end;
  if (last < moved.length - 1) edits.push({ start: list.specifiers[last]!.end, end, text: '', reason: 'facade' });
  return edits;
}

/** The barrel's lines, behind the imports that stand first. */
function insertion(input: FacadeInput, stays: (range: Range) => boolean): Edit {
  const { source } = input;
  const { text, pieces, newline } = source;
  const lines = [...noteLines(input.notes), ...barrelLines(input)].join(newline);
  const { offset, at } = barrelPlace(source);
  const open =
    offset > 0 && text[offset - 1] !== '\n' && text.slice(0, offset).replace(/^\uFEFF/, '') !== '' ? newline : '';
  // Behind imports a blank line follows already, unless the next statement was close.
  const follows =
    pieces.slice(Math.max(at, 0)).some(({ unit }) => stays(unit)) ||
    source.outline.hazards.some((one) => one.start >= offset && stays(one));
  const gap = follows && !/^\s*\n/.test(text.slice(offset)) ? newline : '';
  return { start: offset, end: offset, text: `${open}${lines}${newline}${gap}`, reason: 'facade' };
}

/** Behind the imports and re-exports that open the file. @returns also the place of the first unit below */
function barrelPlace(source: Source): { readonly offset: number; readonly at: number } {
  const { text, pieces } = source;
  let index = pieces.findIndex(({ unit }) => unit.kind !== 'directive');
  const first = index;
  // Marks of a compiler may stand between the `require`s of a CommonJS module, and nothing else.
  if (source.form === 'commonjs')
    index = Math.max(index, pieces.findLastIndex(({ unit }) => unit.kind === 'import') + 1);
  else while (index < pieces.length && isLink(source, index)) index += 1;
  const above = index > first ? pieces[index - 1]! : null;
  return { offset: above ? wholeLine(text, above.unit).end : pieces[index]!.cut.start, at: index };
}

export const barrelOffset = (source: Source): number => barrelPlace(source).offset;

const noteLines = (plan: Plan | null): string[] =>
  plan === null
    ? []
    : ['// Parts of this module:', ...plan.modules.map(({ name, why }) => `//   ${name}: ${why.replace(/\s+/g, ' ')}`)];

const isLink = (source: Source, offset: number): boolean => {
  const { unit } = source.pieces[offset]!;
  return (
    unit.kind === 'import' ||
    (unit.kind === 'export' && /\bfrom\s*['"][^'"]*['"]/.test(source.text.slice(unit.body.start, unit.body.end)))
  );
};

function barrelLines({ assignment, bindings, links, load, layout, style }: FacadeInput): string[] {
  return load.order.flatMap((part) => {
    const from = layout.toPart(assignment.parts[part]!.name);
    const taken = links.needs.get(FACADE)!.own.get(part);
    const lines = taken ? takeNames(taken, from, bindings, style) : [];
    const passed = links.passed[part]!;
    const values = passed.filter(({ typeOnly }) => !typeOnly).map(written);
    const types = passed.filter(({ typeOnly }) => typeOnly).map(written);
    if (values.length > 0) lines.push(nameList(style, 'export', '', values, fromTail(style, from)));
    if (types.length > 0) lines.push(nameList(style, 'export type', '', types, fromTail(style, from)));
    if (load.loaded[part] === 'bare') lines.push(bareImport(style, from));
    return lines;
  });
}

const written = ({ name, as, comment }: PassedOn): string => {
  const text = name === as ? name : `${name} as ${as}`;
  if (comment === '') return text;
  return /\/\/[^\n]*$/.test(comment) ? `${comment}\n${text}` : `${comment} ${text}`;
};

/** Where the end of the file left, the blank lines above it are not needed any more. */
function trimEnd(text: string, edits: readonly Edit[]): Edit[] {
  const cuts = edits.filter(({ start, end }) => end > start).sort((a, b) => a.start - b.start);
  const inserted = Math.max(...edits.filter(({ start, end }) => start === end).map(({ start }) => start));
  const tail = /\s*$/.exec(applyEdits(text, edits))![0];
  let surplus = tail.length - (/^[ \t]*\r?\n/.exec(tail)?.[0].length ?? tail.length);
  if ((cuts[cuts.length - 1]?.end ?? 0) < text.trimEnd().length) return [];
  const blanks: Edit[] = [];
  let end = text.length;
  for (let i = cuts.length - 1; i >= -1 && surplus > 0; i--) {
    const floor = Math.max(i >= 0 ? cuts[i]!.end : 0, inserted);
    const start = Math.max(floor, end - surplus);
    if (start < end) blanks.push({ start, end, text: '', reason: 'format' });
    surplus -= Math.max(0, end - start);
    end = i >= 0 ? cuts[i]!.start : 0;
    if (end <= inserted) break;
  }
  return blanks;
}
