import { type CutEdge, FACADE } from '../../../analyzers/modules/edit/plan-references.ts';
import type { Plan } from '../../core/plan.ts';
import { sanitize } from '../sanitize.ts';
import { type Paint, painter } from '../style.ts';
import { changesLine, coChangeLines, largeClassLines } from './render-evidence.ts';
import { renderTree } from './render-tree.ts';
import { shortUnit } from './short-unit.ts';
import { shortList, wrap } from './wrap.ts';

export interface RenderOptions {
  /** Columns of the terminal. */
  readonly width: number;
  readonly color: boolean;
  /** Lines of the file before the split. */
  readonly lines: number;
  /** Which of the files read from which. */
  readonly links: readonly CutEdge[];
  /** Why the layout is this one, or null where there is no choice. */
  readonly layoutWhy: string | null;
  /** Places that name the file by a string. */
  readonly notes: readonly string[];
  /** Why a split would be a token one, or null. */
  readonly notWorth: string | null;
}

/** The plan for people: the tree before and after, each module with its reason, the bound, what stays and why. */
export function renderPlan(given: Plan, options: RenderOptions): string {
  const plan = printable(given);
  const paint = painter(options.color);
  const { path } = plan.base[0]!;
  const out = [
    ...(options.notWorth === null
      ? []
      : [paint('warm', `Not worth it: ${options.notWorth}.`), 'split does nothing without --anyway.', '']),
    paint('title', `Plan for ${path}`),
    ...renderTree(plan, options.lines, paint),
    '',
    ...boundLines(plan, paint),
    ...layoutLines(plan, options),
  ];
  if (plan.modules.length === 0) out.push('', whyNothingLeaves(plan));
  else
    out.push(
      '',
      paint('title', 'Parts'),
      ...plan.modules.flatMap((module, m) => moduleLines(plan, module, m, options, paint)),
    );
  out.push(...largeClassLines(plan, options.width, paint), ...coChangeLines(plan, options.width, paint));
  out.push(...cutLines(plan, paint), ...keptLines(plan, options, paint), ...refusedLines(plan, options, paint));
  out.push(...noteLines(options, paint));
  return `${out.join('\n')}\n`;
}

const whyNothingLeaves = ({ refused, keep }: Plan): string => {
  if (refused.length > 0) return 'Nothing moves: the file is refused.';
  return keep.some(({ why }) => HAZARD.test(why))
    ? 'Nothing moves: everything that could is needed by what has to stay.'
    : 'Nothing moves: the file has one subject.';
};

const HAZARD = /^[A-Z]\d+: /;

/** The same plan with every text safe to print. */
const printable = (plan: Plan): Plan =>
  JSON.parse(JSON.stringify(plan), (_key, value: unknown) => (typeof value === 'string' ? sanitize(value) : value));

function boundLines(plan: Plan, paint: Paint): string[] {
  const { lines, setBy, uncut } = plan.bound;
  const without = uncut === undefined ? [] : [`Without --break-cycles the bound is ${uncut} lines.`];
  if (setBy.length === 0) return [`Bound: every file can be within the limit of ${plan.limit} lines.`, ...without];
  const rest = setBy.length > 1 ? ` and ${setBy.length - 1} more that have to stay with it` : '';
  return [
    paint(
      'warm',
      `Bound: no plan gets below ${lines} lines (limit ${plan.limit}); \`${shortUnit(setBy[0]!)}\`${rest} sets it.`,
    ),
    ...without,
  ];
}

function moduleLines(
  plan: Plan,
  module: Plan['modules'][number],
  m: number,
  options: RenderOptions,
  paint: Paint,
): string[] {
  const lines = plan.predicted.files[m + 1]?.lines;
  const size = lines === undefined ? '' : ` ${paint('faint', `~${lines} lines`)}`;
  return [
    `  ${paint('path', module.name)}${size}`,
    ...wrap(module.why, options.width - 4).map((line) => `    ${line}`),
    ...needsLines(module.name, options),
    ...changesLine(module),
    ...wrap(shortList(module.units.map(shortUnit)), options.width - 4).map((line) => `    ${paint('faint', line)}`),
  ];
}

/** The files that a module reads from, and those that read from it. */
function needsLines(name: string, { links, width }: RenderOptions): string[] {
  const needs = links.flatMap(({ from, to }) => (from === name ? [to] : []));
  const neededBy = links.flatMap(({ from, to }) => (to === name ? [from] : []));
  const sentences = [
    ...(needs.length === 0 ? [] : [`needs ${listed(needs)}`]),
    ...(neededBy.length === 0 ? [] : [`needed by ${listed(neededBy)}`]),
  ];
  return sentences.length === 0 ? [] : wrap(sentences.join('; '), width - 4).map((line) => `    ${line}`);
}

function listed(names: readonly string[]): string {
  const shown = names.map((name) => (name === FACADE ? 'the facade' : name));
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}

/** Only Python has a choice. */
const LAYOUTS: Readonly<Record<string, string>> = {
  package: 'package, a folder in place of the file',
  sibling: 'sibling, files beside it',
  init: "init, files beside the package's own",
};

function layoutLines(plan: Plan, { layoutWhy, width }: RenderOptions): string[] {
  const layout = LAYOUTS[plan.layout];
  if (layout === undefined || layoutWhy === null) return [];
  return wrap(`Layout: ${layout}: ${sanitize(layoutWhy)}.`, width);
}

/** Each function whose body changes, with what it imports. */
function cutLines({ cuts = [] }: Plan, paint: Paint): string[] {
  if (cuts.length === 0) return [];
  const functions = new Map<string, { line: number; names: string[] }>();
  for (const { name, functions: changed } of cuts)
    for (const { name: changedName, line } of changed) {
      const known = functions.get(changedName) ?? { line, names: [] };
      functions.set(changedName, { line, names: [...known.names, name] });
    }
  const rows = [...functions].sort((a, b) => a[1].line - b[1].line);
  return [
    '',
    paint(
      'title',
      `Changed bodies: ${rows.length} function${rows.length === 1 ? '' : 's'} that import names when they run`,
    ),
    ...rows.map(([name, { line, names }]) => `  line ${line}  ${name}: ${names.join(', ')}`),
  ];
}

/** Grouped by reason: dozens of imports stay for the same one. */
function keptLines(plan: Plan, options: RenderOptions, paint: Paint): string[] {
  if (plan.keep.length === 0) return [];
  const byReason = new Map<string, string[]>();
  for (const { unit, why } of plan.keep) byReason.set(why, [...(byReason.get(why) ?? []), unit]);
  const groups = [...byReason].flatMap(([why, units]) => [
    ...wrap(`${units.length === 1 ? '1 unit' : `${units.length} units`}: ${why}`, options.width - 2).map(
      (line) => `  ${line}`,
    ),
    ...wrap(shortList(units.map(shortUnit)), options.width - 4).map((line) => `    ${paint('faint', line)}`),
  ]);
  return ['', paint('title', 'Stays in the facade'), ...groups];
}

function refusedLines(plan: Plan, options: RenderOptions, paint: Paint): string[] {
  if (plan.refused.length === 0) return [];
  const byReason = new Map<string, string[]>();
  for (const { unit, refusal } of plan.refused) {
    const key = `${refusal.hazard}\n${refusal.why}; ${refusal.whatToDo}`;
    byReason.set(key, [...(byReason.get(key) ?? []), unit]);
  }
  const each = [...byReason].flatMap(([key, units]) => {
    const [hazard, why] = key.split('\n') as [string, string];
    return [
      `  ${paint('warm', hazard)} ${shortList(units.map(shortUnit))}`,
      ...wrap(why, options.width - 4).map((line) => `    ${line}`),
    ];
  });
  return ['', paint('title', 'Refused'), ...each];
}

function noteLines({ notes, width }: RenderOptions, paint: Paint): string[] {
  if (notes.length === 0) return [];
  const each = notes.flatMap((note) =>
    wrap(sanitize(note), width - 4).map((line, i) => `${i === 0 ? '  ' : '    '}${line}`),
  );
  return ['', paint('title', 'Named elsewhere by a string'), ...each];
}
