import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CaseFile } from '../../../core/case-result.ts';
import type { RunAnswer, RunJob, Step } from '../messages.ts';
import { runInThreads } from '../transform-pool.ts';
import type { Case } from './find-cases.ts';

export interface CasesOptions {
  readonly threads: number;
  /** Milliseconds a file. */
  readonly timeLimit: number;
  readonly onPrint: (text: string) => void;
  readonly signal: AbortSignal;
}

/** What a codemod made of a case. */
export interface RanCase {
  /** What stands there afterwards, by the path from the case's root: every file of the input, changed or not. */
  readonly actual: ReadonlyMap<string, string>;
  /** What the run says of it, a line each. */
  readonly lines: readonly string[];
  /** Some file failed, or would be changed again. */
  readonly isWrong: boolean;
}

interface Owned {
  readonly of: number;
  readonly path: string;
}

/** Runs a codemod over its cases, in threads that are shared by all of them. Executes the codemod; writes nothing. */
export async function runCases(step: Step, cases: readonly Case[], options: CasesOptions): Promise<RanCase[]> {
  const owners: Owned[] = cases.flatMap(({ inputs }, of) => inputs.map((path) => ({ of, path })));
  const answers = new Map<number, RunAnswer>();
  await runInThreads({
    ...options,
    steps: [step],
    candidates: [...new Set(owners.map(({ path }) => path))],
    jobsOf: (reads) => owners.flatMap(({ path }, id) => (reads.has(path) ? [id] : [])),
    jobOf: (id) => jobOf(cases[owners[id]!.of]!, owners[id]!.path, id),
    onAnswer: (answer) => {
      answers.set(answer.id, answer);
      return true;
    },
  });
  return cases.map((each, of) => {
    const own = owners.flatMap((owned, id) => (owned.of === of ? [{ path: owned.path, answer: answers.get(id) }] : []));
    return ranCase(each, own);
  });
}

const jobOf = ({ root, params }: Case, path: string, id: number): RunJob => ({
  id,
  root,
  relative: path,
  text: readFileSync(join(root, path), 'utf8'),
  params,
});

function ranCase(
  { root }: Case,
  own: readonly { readonly path: string; readonly answer: RunAnswer | undefined }[],
): RanCase {
  const actual = new Map<string, string>();
  const lines: string[] = [];
  let isWrong = false;
  for (const { path, answer } of own) {
    const outcome = answer?.outcome;
    if (outcome?.status === 'changed') actual.set(outcome.movedTo ?? path, outcome.text);
    else actual.set(path, readFileSync(join(root, path), 'utf8'));
    for (const text of answer?.reports ?? []) lines.push(`${path}: ${text}`);
    if (outcome?.status === 'skipped') lines.push(`${path} skipped: ${outcome.why}`);
    if (outcome?.status === 'failed') lines.push(`${path} failed: ${outcome.why}`);
    if (outcome?.status === 'changed' && outcome.unstable.length > 0) lines.push(`${path} would be changed again`);
    isWrong ||= outcome?.status === 'failed' || (outcome?.status === 'changed' && outcome.unstable.length > 0);
  }
  return { actual, lines, isWrong };
}

/** Where the case and what was made of it differ; the report counts as a file where one is written down. */
export function differencesOf({ expected, report, inputs, root }: Case, { actual, lines }: RanCase): CaseFile[] {
  const wanted = expected ?? new Map(inputs.map((path) => [path, readFileSync(join(root, path), 'utf8')]));
  const paths = [...new Set([...wanted.keys(), ...actual.keys()])].sort();
  const files = paths.map((path) => ({ path, expected: wanted.get(path) ?? null, actual: actual.get(path) ?? null }));
  if (report !== null) files.push({ path: 'report.txt', expected: report, actual: reportOf(lines) });
  return files.filter((file) => file.expected !== file.actual);
}

export const reportOf = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');
