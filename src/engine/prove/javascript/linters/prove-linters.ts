import { isAbsolute, join, relative } from 'node:path';
import type { Diagnostic, Proof } from '../../../../core/evidence.ts';
import { lineStartsOf } from '../../../../core/lines.ts';
import type { View } from '../../../../workspace/view.ts';
import { onceFor } from '../../once-for.ts';
import { type Runner, runStaged } from '../../run-staged.ts';
import type { Change, Judged } from '../change.ts';
import { findTool, scriptFrom } from '../find-tool.ts';
import { type ConfiguredTool, findTools, packageOf, within } from './find-tools.ts';
import { type LintMessage, readAnnotations, readEslint, readOxlint } from './read-messages.ts';

/** The code of a diagnostic whose suggestion is the linter's own mend. */
const LINT_CODE = 'lint';

interface Linter {
  readonly args: readonly string[];
  readonly read: (stdout: string, root: string) => LintMessage[];
}

const JSON_OUTPUT = ['--format', 'json'];
const LINTERS: Readonly<Partial<Record<ConfiguredTool['name'], Linter>>> = {
  eslint: { args: [...JSON_OUTPUT, '--no-error-on-unmatched-pattern'], read: readEslint },
  xo: { args: ['--reporter', 'json'], read: readEslint },
  biome: {
    args: [
      'check',
      '--formatter-enabled=false',
      '--reporter=github',
      '--max-diagnostics=500',
      '--no-errors-on-unmatched',
    ],
    read: readAnnotations,
  },
  oxlint: { args: JSON_OUTPUT, read: readOxlint },
};

/** A facade with its parts, and a linter that is configured for it. */
export interface LintJob {
  readonly tool: ConfiguredTool;
  readonly facade: string;
  readonly parts: readonly string[];
  /** Its messages after the change; or why it could not run. */
  readonly after: readonly LintMessage[] | string;
}

/** The linters that the project configures, after the change. The stage shows that state. */
export async function lintAfter(runner: Runner, change: Change): Promise<LintJob[]> {
  const jobs: LintJob[] = [];
  for (const facade of change.old) {
    const parts = change.folds.filter(([, from]) => from === facade).map(([part]) => part);
    for (const tool of findTools(change.before, facade))
      if (LINTERS[tool.name] || !programOf(runner, tool))
        jobs.push({ tool, facade, parts, after: await lint(runner, tool, [facade, ...parts]) });
  }
  return jobs;
}

/**
 * They report nothing new: what they report after the change, they reported before it, which is asked only where there is something. The stage shows
 * the state before. A linter proves no build; one that is configured and not installed is named.
 */
export async function judgeLinters(runner: Runner, change: Change, jobs: readonly LintJob[]): Promise<Judged> {
  const proofs: Proof[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const job of jobs) {
    const { tool, facade, parts, after } = job;
    const key = [runner.stage.root, 'lint', tool.name, facade];
    const before = after.length === 0 ? [] : await onceFor(change.before, key, () => lint(runner, tool, [facade]));
    const { verdict, why, fresh } = judgeJob(change, job, before);
    for (const path of [facade, ...parts])
      proofs.push({ rung: 'B', path, configuration: tool.name, verdict, why, beside: true });
    diagnostics.push(...fresh.flatMap((message) => toDiagnostic(change.after, tool, message)));
  }
  return { proofs, diagnostics };
}

interface JudgedJob extends Pick<Proof, 'verdict' | 'why'> {
  /** What is new. */
  readonly fresh: readonly LintMessage[];
}

function judgeJob(change: Change, job: LintJob, before: LintJob['after']): JudgedJob {
  const { after } = job;
  if (typeof before === 'string') return { verdict: 'not-run', why: before, fresh: [] };
  if (typeof after === 'string') return { verdict: 'failed', why: after, fresh: [] };
  if (after.length === 0) return { verdict: 'proven', why: 'no complaint', fresh: [] };
  const fresh = newMessages(change, job, before, after);
  const [first] = fresh;
  if (!first) return { verdict: 'proven', why: `${before.length} complaints before, none new after`, fresh };
  const more = fresh.length > 1 ? ` (and ${fresh.length - 1} more)` : '';
  const why = `new: ${first.path}:${first.line} ${first.rule} ${first.text.split('\n')[0]}${more}`;
  return { verdict: 'failed', why, fresh };
}

const programOf = ({ stage }: Runner, { name, folder }: ConfiguredTool) =>
  findTool(stage.root, folder, packageOf(name), name);

async function lint(runner: Runner, tool: ConfiguredTool, paths: readonly string[]): Promise<LintMessage[] | string> {
  const program = programOf(runner, tool);
  if (!program) return `${tool.config} configures it, and it is not in the project's node_modules`;
  const { args, read } = LINTERS[tool.name]!;
  const { root } = runner.stage;
  const command = ['node', scriptFrom(program, tool.folder), ...args, ...paths.map((path) => within(tool, path))];
  const result = await runStaged(runner, command, tool.folder, {
    env: { NO_COLOR: '1', FORCE_COLOR: undefined, ESLINT_USE_FLAT_CONFIG: undefined },
    describe: ({ stderr }) => stderr,
  });
  const complaint = result.stderr.trim().split('\n')[0] ?? '';
  // 1 is "there are complaints"; 2 is a linter that could not do its work.
  if (result.exitCode !== 0 && result.exitCode !== 1) return complaint || `it ended with exit code ${result.exitCode}`;
  try {
    return read(result.stdout, root).map((message) => ({ ...message, path: fromStage(root, tool, message.path) }));
  } catch {
    return complaint || 'it printed no report';
  }
}

const fromStage = (root: string, { folder }: ConfiguredTool, path: string): string =>
  isAbsolute(path) ? relative(root, path) : path.startsWith(`${folder}/`) || folder === '' ? path : join(folder, path);

/** Complaints that were not there: by rule, words and the line of code that they are about, wherever that stands now. */
function newMessages(
  { before: old, after: now }: Change,
  { facade, parts }: Pick<LintJob, 'facade' | 'parts'>,
  before: readonly LintMessage[],
  after: readonly LintMessage[],
): LintMessage[] {
  const stems = [facade, ...parts].map(
    (path) =>
      path
        .replace(/\.\w+$/, '')
        .split('/')
        .pop()!,
  );
  const keyOf = (view: View, { path, line, rule, text }: LintMessage): string => {
    const row = view.file(path)?.state === 'text' ? (view.text(path).split('\n')[line - 1] ?? '').trim() : '';
    // An import has another path in a part; a message names lines and sizes.
    const code = /^(import|export)\b.*\bfrom\b|^\} from\b/.test(row) ? '' : row;
    let words = text.replace(/\d+/g, '0').replace(/(\.\.?\/)+/g, './');
    for (const stem of stems) words = words.split(`/${stem}`).join('');
    return [rule, words, code].join('\u0000');
  };
  const known = new Set(before.map((message) => keyOf(old, message)));
  return after.filter((message) => !known.has(keyOf(now, message)));
}

function toDiagnostic(
  view: View,
  { name }: ConfiguredTool,
  { path, line, rule, text, fix }: LintMessage,
): Diagnostic[] {
  if (view.file(path)?.state !== 'text') return [];
  const start = lineStartsOf(view.text(path))[line - 1] ?? 0;
  const suggestions = fix ? [{ path, ...fix }] : [];
  const code = fix ? LINT_CODE : `${name} ${rule}`;
  return [{ path, start, end: start, level: 'warning', code, message: text, suggestions }];
}
