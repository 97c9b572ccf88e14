import type { Diagnostic, Proof } from '../../../core/evidence.ts';
import type { View } from '../../../workspace/view.ts';
import type { Runner } from '../run-staged.ts';
import type { NodeTool } from './find-tool.ts';
import { type Check, projectsFor, runTsc, type TscMessage } from './run-tsc.ts';

/** A project before the change, and the changed files that it is asked about. */
export interface Baseline {
  readonly config: string;
  readonly paths: readonly string[];
  readonly check: Check;
}

export interface Baselines {
  readonly known: readonly Baseline[];
  /** Projects whose compiler ended without naming one file that it compiled: it crashed, ran out of memory, or was stopped. */
  readonly silent: readonly { readonly config: string; readonly exitCode: number | null }[];
}

/** Runs the first project that compiles each file that stands before the change; new files belong to the project of a neighbour. */
export async function checkBefore(
  runner: Runner,
  tool: NodeTool,
  old: readonly string[],
  fresh: readonly string[],
): Promise<Baselines> {
  const checks = new Map<string, Check>();
  const found = new Map<string, string[]>();
  for (const path of old)
    for (const config of projectsFor(runner.stage.root, path)) {
      const check = checks.get(config) ?? (await runTsc(runner, tool, config));
      checks.set(config, check);
      if (!check.files.has(path)) continue;
      found.set(config, [...(found.get(config) ?? []), path]);
      break;
    }
  const silent = [...checks].flatMap(([config, { files, exitCode }]) =>
    files.size === 0 ? [{ config, exitCode }] : [],
  );
  const known = [...found].map(([config, paths]) => ({
    config,
    paths: [...paths, ...fresh],
    check: checks.get(config)!,
  }));
  return { known, silent };
}

/** The verdict of one project: the same complaints, and every changed file compiled. */
export async function checkAfter(
  runner: Runner,
  tool: NodeTool,
  { config, paths, check: before }: Baseline,
  after: View,
  folds: readonly [string, string][],
): Promise<{ proofs: Proof[]; diagnostics: Diagnostic[] }> {
  const check = await runTsc(runner, tool, config);
  const proof = (path: string, verdict: Proof['verdict'], why: string): Proof => ({
    rung: 'B',
    path,
    configuration: `tsc -p ${config}`,
    verdict,
    why,
  });
  const fresh = freshMessages(before.messages, check.messages, runner.stage.root, folds);
  if (fresh.length > 0) {
    const [{ path, line, code, text }] = fresh as [TscMessage];
    const more = fresh.length > 1 ? `, and ${fresh.length - 1} more` : '';
    const why = `new ${code} at ${path}:${line}: ${text.split('\n')[0]}${more}`;
    return {
      proofs: paths.map((one) => proof(one, 'failed', why)),
      diagnostics: fresh.flatMap((message) => toDiagnostic(message, after)),
    };
  }
  if (check.files.size === 0)
    return {
      proofs: paths.map((path) =>
        proof(path, 'failed', `tsc ended with exit code ${check.exitCode} and compiled nothing`),
      ),
      diagnostics: [],
    };
  const count = check.messages.length;
  const why = count === 0 ? 'compiled, with no error' : `compiled, with the ${count} errors that were there before`;
  return {
    proofs: paths.map((path) =>
      check.files.has(path)
        ? proof(path, 'proven', why)
        : proof(path, 'vacuous', 'this project does not compile the file'),
    ),
    diagnostics: [],
  };
}

/** Messages that are new by their number, where the parts count as the file that they came from. */
export function freshMessages(
  before: readonly TscMessage[],
  after: readonly TscMessage[],
  root: string,
  folds: readonly [string, string][],
): TscMessage[] {
  const keyOf = ({ path, code, text }: TscMessage): string => {
    let key = `${path} ${code} ${text}`.split(`${root}/`).join('');
    for (const [part, facade] of folds) key = key.split(part).join(facade).split(stem(part)).join(stem(facade));
    return key;
  };
  const left = new Map<string, number>();
  for (const message of before) left.set(keyOf(message), (left.get(keyOf(message)) ?? 0) + 1);
  return after.filter((message) => {
    const count = left.get(keyOf(message)) ?? 0;
    left.set(keyOf(message), count - 1);
    return count <= 0;
  });
}

const stem = (path: string): string => path.replace(/\.[mc]?[jt]sx?$/, '');

function toDiagnostic({ path, line, column, code, text }: TscMessage, after: View): Diagnostic[] {
  if (after.file(path)?.state !== 'text') return [];
  const lines = after.text(path).split('\n');
  const start = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0) + column - 1;
  return [{ path, start, end: start, level: 'error', code, message: text, suggestions: [] }];
}
