import { byText } from '../../../../core/compare.ts';
import type { Diagnostic, Proof } from '../../../../core/evidence.ts';
import { lineStartsOf } from '../../../../core/lines.ts';
import type { View } from '../../../../workspace/view.ts';
import type { PythonRunner } from '../run-python.ts';
import type { SplitShape } from '../split-shape.ts';
import { newLint } from './compare-lint.ts';
import { type ConfiguredLinter, findLinters } from './find-linters.ts';
import type { LintMessage } from './lint-message.ts';
import { findLinter, type LintRun, runLinter } from './run-linter.ts';

export interface LintEvidence {
  readonly proofs: readonly Proof[];
  /** The new complaints, for the codemod to mend what it wrote itself. */
  readonly diagnostics: readonly Diagnostic[];
  readonly tools: readonly string[];
}

interface Job {
  readonly split: SplitShape;
  readonly linter: ConfiguredLinter;
  readonly program: string;
}

/** The B rung's second half: linters that the project configures, and that are found here, have nothing new to say. */
export async function proveLinters(
  runner: PythonRunner,
  views: { readonly before: View; readonly after: View },
  splits: readonly SplitShape[],
): Promise<LintEvidence> {
  const proofs: Proof[] = [];
  const tools = new Set<string>();
  const jobs: Job[] = [];
  for (const split of splits)
    for (const linter of findLinters(views.before, split.before.path)) {
      const { command, version, why } = await findLinter(runner, linter.name);
      if (version === null)
        proofs.push(...proofsOf(split, linter, 'not-run', `${linter.config} configures it, not found here: ${why}`));
      else {
        tools.add(version.startsWith(linter.name) ? version : `${linter.name} ${version}`);
        jobs.push({ split, linter, program: command[0]! });
      }
    }
  if (jobs.length === 0) return { proofs, diagnostics: [], tools: [] };
  const baselines = await runBefore(runner, views.before, jobs);
  await runner.stage.show('after');
  const diagnostics: Diagnostic[] = [];
  for (const [i, { split, linter, program }] of jobs.entries()) {
    const before = baselines[i]!;
    if ('why' in before) {
      proofs.push(...proofsOf(split, linter, 'not-run', `it cannot judge the state before: ${before.why}`));
      continue;
    }
    const after = await runLinter(runner, linter, program, split, 'after');
    const fresh = 'why' in after ? [] : newLint(views, splits, before.messages, after.messages);
    const bad = 'why' in after ? after.why : fresh[0] ? described(fresh[0], fresh.length) : null;
    const good = `${before.messages.length} complaints before, none new after`;
    proofs.push(...proofsOf(split, linter, bad === null ? 'proven' : 'failed', bad ?? good));
    diagnostics.push(...fresh.flatMap((message) => toDiagnostic(views.after, linter, message)));
  }
  return { proofs, diagnostics, tools: [...tools].sort(byText) };
}

// A change that is refined is proven against the same state before: a view is bound to its bytes, so its linters run once.
const known = new WeakMap<View, Map<string, LintRun>>();

async function runBefore(runner: PythonRunner, before: View, jobs: readonly Job[]): Promise<LintRun[]> {
  const runs = known.get(before) ?? new Map<string, LintRun>();
  known.set(before, runs);
  const keys = jobs.map(({ split, linter, program }) => JSON.stringify([program, linter, split.before.path]));
  if (keys.some((key) => !runs.has(key))) await runner.stage.show('before');
  for (const [i, { split, linter, program }] of jobs.entries())
    if (!runs.has(keys[i]!)) runs.set(keys[i]!, await runLinter(runner, linter, program, split, 'before'));
  return keys.map((key) => runs.get(key)!);
}

const described = ({ file, line, rule, message }: LintMessage, count: number): string =>
  `new: ${file}:${line} ${rule} ${message.split('\n')[0]}${count > 1 ? ` (and ${count - 1} more)` : ''}`;

const proofsOf = (
  { facade, parts }: SplitShape,
  { name }: ConfiguredLinter,
  verdict: Proof['verdict'],
  why: string,
): Proof[] => [facade, ...parts].map(({ path }) => ({ rung: 'B', path, configuration: name, verdict, why }));

/** The line that a complaint is about, and what would mend it. */
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
