import { byText } from '../../../../core/compare.ts';
import type { Diagnostic, Proof } from '../../../../core/evidence.ts';
import { lineStartsOf } from '../../../../core/lines.ts';
import type { View } from '../../../../workspace/view.ts';
import { onceFor } from '../../once-for.ts';
import type { PythonRunner } from '../run-python.ts';
import type { SplitShape } from '../split-shape.ts';
import { newLint } from './compare-lint.ts';
import { type ConfiguredLinter, findLinters } from './find-linters.ts';
import type { LintMessage } from './lint-message.ts';
import { findLinter, type LintRun, runLinter } from './run-linter.ts';

export interface LintEvidence {
  readonly proofs: readonly Proof[];
  /** The new complaints, for the codemod to fix what it wrote itself. */
  readonly diagnostics: readonly Diagnostic[];
  readonly tools: readonly string[];
}

interface Job {
  readonly split: SplitShape;
  readonly linter: ConfiguredLinter;
  readonly program: string;
}

type Views = { readonly before: View; readonly after: View };

/** The B rung's second half: linters that the project configures, and that are found here, report nothing new. */
export async function proveLinters(
  runner: PythonRunner,
  views: Views,
  splits: readonly SplitShape[],
): Promise<LintEvidence> {
  const { jobs, missing, tools } = await findJobs(runner, views.before, splits);
  if (jobs.length === 0) return { proofs: missing, diagnostics: [], tools: [] };
  const baselines = await runBefore(runner, views.before, jobs);
  await runner.stage.show('after');
  const proofs: Proof[] = [...missing];
  const diagnostics: Diagnostic[] = [];
  for (const [i, job] of jobs.entries()) {
    const judged = await judge(runner, views, job, baselines[i]!);
    proofs.push(...judged.proofs);
    diagnostics.push(...judged.diagnostics);
  }
  return { proofs, diagnostics, tools };
}

/** The linters that can run, and a note for each that is configured but not here. */
async function findJobs(
  runner: PythonRunner,
  before: View,
  splits: readonly SplitShape[],
): Promise<{ jobs: Job[]; missing: Proof[]; tools: string[] }> {
  const jobs: Job[] = [];
  const missing: Proof[] = [];
  const tools = new Set<string>();
  const wanted = splits.flatMap((split) => findLinters(before, split.before.path).map((linter) => ({ split, linter })));
  for (const { split, linter } of wanted) {
    const { command, version, why } = await findLinter(runner, linter.name);
    if (version === null) {
      missing.push(...proofsOf(split, linter, 'not-run', `${linter.config} configures it, not found here: ${why}`));
      continue;
    }
    tools.add(version.startsWith(linter.name) ? version : `${linter.name} ${version}`);
    jobs.push({ split, linter, program: command[0]! });
  }
  return { jobs, missing, tools: [...tools].sort(byText) };
}

async function judge(
  runner: PythonRunner,
  views: Views,
  { split, linter, program }: Job,
  before: LintRun,
): Promise<{ proofs: Proof[]; diagnostics: Diagnostic[] }> {
  const proofsWith = (verdict: Proof['verdict'], why: string): Proof[] => proofsOf(split, linter, verdict, why);
  if ('why' in before)
    return { proofs: proofsWith('not-run', `it cannot be run on the state before: ${before.why}`), diagnostics: [] };
  const after = await runLinter(runner, linter, program, split, 'after');
  if ('why' in after) return { proofs: proofsWith('failed', after.why), diagnostics: [] };
  const fresh = newLint(views, [split], before.messages, after.messages);
  const [first] = fresh;
  return {
    proofs: first
      ? proofsWith('failed', described(first, fresh.length))
      : proofsWith('proven', `${before.messages.length} complaints before, none new after`),
    diagnostics: fresh.flatMap((message) => toDiagnostic(views.after, linter, message)),
  };
}

async function runBefore(runner: PythonRunner, before: View, jobs: readonly Job[]): Promise<LintRun[]> {
  const runs: LintRun[] = [];
  for (const { split, linter, program } of jobs)
    runs.push(
      await onceFor(before, [runner.stage.root, program, linter, split.before.path], async () => {
        await runner.stage.show('before');
        return runLinter(runner, linter, program, split, 'before');
      }),
    );
  return runs;
}

const described = ({ file, line, rule, message }: LintMessage, count: number): string =>
  `new: ${file}:${line} ${rule} ${message.split('\n')[0]}${count > 1 ? ` (and ${count - 1} more)` : ''}`;

const proofsOf = (
  { facade, parts }: SplitShape,
  { name }: ConfiguredLinter,
  verdict: Proof['verdict'],
  why: string,
): Proof[] =>
  [facade, ...parts].map(({ path }) => ({ rung: 'B', path, configuration: name, verdict, why, beside: true }));

/** The line that a complaint is about, and what would fix it. */
function toDiagnostic(view: View, { name }: ConfiguredLinter, message: LintMessage): Diagnostic[] {
  const { file: path, line, rule, fixes } = message;
  if (view.file(path)?.state !== 'text') return [];
  const text = view.text(path);
  const starts = lineStartsOf(text);
  const lineStart = (row: number): number => starts[row - 1] ?? text.length;
  const suggestions = fixes.map((fix) => ({
    path,
    start: lineStart(fix.first),
    end: lineStart(fix.end),
    text: fix.text,
  }));
  return [
    {
      path,
      start: lineStart(line),
      end: lineStart(line + 1),
      level: 'warning',
      code: `${name} ${rule}`,
      message: message.message,
      suggestions,
    },
  ];
}
