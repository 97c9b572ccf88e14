import { byText } from '../../src/core/compare.ts';
import type { Finding } from '../../src/core/finding.ts';
import type { View } from '../../src/workspace/view.ts';
import { explainFunctions } from '../complexity/explain.ts';
import type { Increment } from '../complexity/metrics.ts';
import type { Composition } from '../composition/composition.ts';
import { type MeasuredFile, measureFiles } from '../hotspots/measure-files.ts';
import { FILE_LINES, FUNCTION_COGNITIVE } from './rules.ts';

export interface BudgetResult {
  /** Sorted by path, then line. */
  readonly findings: readonly Finding[];
  /** What each rule looked at; a limit of null means that it is off. */
  readonly rules: readonly { readonly id: string; readonly limit: number | null; readonly checked: number }[];
  /** Files that could not be judged: neither passed nor failed. */
  readonly unknown: readonly { readonly path: string; readonly reason: string }[];
}

/** Holds every source file, spliced fragments included, against the ceilings of the configuration. */
export function checkBudget(view: View, composition: Composition): BudgetResult {
  const { fileLines, functionCognitive } = view.config.budget;
  const { files, failed } = measureFiles(view, composition, null);
  const long = fileLines === null ? [] : files.flatMap((file) => checkLines(file, fileLines));
  const complex =
    functionCognitive === null ? [] : files.flatMap((file) => checkFunctions(view, file, functionCognitive));
  const findings = [...long, ...complex].sort(
    (a, b) => byText(a.place.path, b.place.path) || (a.place.line ?? 0) - (b.place.line ?? 0) || byText(a.rule, b.rule),
  );
  const functions = files.reduce((total, { metrics }) => total + metrics.functions.length, 0);
  return {
    findings,
    rules: [
      { id: FILE_LINES.id, limit: fileLines, checked: fileLines === null ? 0 : files.length },
      { id: FUNCTION_COGNITIVE.id, limit: functionCognitive, checked: functionCognitive === null ? 0 : functions },
    ],
    unknown: fileLines === null && functionCognitive === null ? [] : failed,
  };
}

function checkLines({ path, metrics }: MeasuredFile, limit: number): Finding[] {
  if (metrics.lines <= limit) return [];
  return [
    {
      rule: FILE_LINES.id,
      severity: FILE_LINES.severity,
      place: { path },
      what: `${path} has ${metrics.lines} lines; the budget allows ${limit}`,
      why: FILE_LINES.why,
      whatToDo: `See how it could be divided: omni-refactor plan ${quoted(path)}`,
      value: metrics.lines,
      limit,
    },
  ];
}

function checkFunctions(view: View, file: MeasuredFile, limit: number): Finding[] {
  const { path, language } = file;
  const tooComplex = file.metrics.functions.filter(({ cognitive }) => cognitive > limit);
  if (tooComplex.length === 0) return [];
  // A spliced fragment can have a name that tells no language.
  const explained = explainFunctions(language === 'rust' ? view.syntax(path, 'rust') : view.syntax(path));
  return tooComplex.map(({ symbol, line, lines, cognitive }) => ({
    rule: FUNCTION_COGNITIVE.id,
    severity: FUNCTION_COGNITIVE.severity,
    place: { path, line, endLine: line + lines - 1 },
    symbol,
    what: `${symbol} has a cognitive complexity of ${cognitive}; the budget allows ${limit}`,
    why: FUNCTION_COGNITIVE.why,
    whatToDo: advice(explained.find((each) => each.symbol === symbol && each.line === line)?.increments ?? []),
    value: cognitive,
    limit,
  }));
}

/** Points at the costliest line: the place where an extracted function takes off most. */
function advice(increments: readonly Increment[]): string {
  const costliest = increments.filter(({ metric }) => metric === 'cognitive').reduce<Increment | null>(higher, null);
  if (costliest === null || costliest.nesting === 0) return 'Give each step of it a function of its own.';
  return `Move what is nested deepest into a function of its own: line ${costliest.line} (${costliest.reason}) alone adds ${costliest.amount}.`;
}

const higher = (best: Increment | null, each: Increment): Increment =>
  best === null || each.amount > best.amount ? each : best;

/** As a shell reads it. */
const quoted = (path: string): string => (/^[\w@%+=:,./-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`);
