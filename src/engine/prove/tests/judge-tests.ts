import type { Proof } from '../../../core/evidence.ts';
import { compareTests, describeComparison, type TestRun } from './compare-tests.ts';

/** One run of the tests, or why there is none. */
export type TestAttempt =
  /** `by` names the program where it is not the usual one, `complaint` the first thing that went wrong. */
  { readonly run: TestRun; readonly by?: string; readonly complaint?: string } | { readonly why: string };

/** The tests before a change. */
export interface TestsBefore {
  readonly first: TestAttempt;
  /** Runs them once more, and leaves the stage in the state after. */
  readonly again: () => Promise<TestAttempt>;
}

/**
 * Judges by one run before the change, and where that would fail it by two: a test that two runs of one state disagree about proves nothing.
 * Where all outcomes are equal a second run could only take tests away from what was compared.
 * @param judge what two runs before the change and the one after it come to
 */
export async function judgeAgainst(
  { first, again }: TestsBefore,
  after: TestAttempt,
  judge: (before: readonly [TestAttempt, TestAttempt], after: TestAttempt) => Proof[],
): Promise<Proof[]> {
  const proofs = judge([first, first], after);
  const differs = proofs.some(({ verdict }) => verdict === 'failed');
  if (!differs || !('run' in first) || !('run' in after)) return proofs;
  return judge([first, await again()], after);
}

/** The verdicts of the tests: the same for every file, because a test belongs to no file. */
export function judgeTests(
  paths: readonly string[],
  configuration: string,
  before: readonly [TestAttempt, TestAttempt],
  after: TestAttempt,
): Proof[] {
  const proofs = (verdict: Proof['verdict'], why: string): Proof[] =>
    paths.map((path) => ({ rung: 'T', path, configuration: by ?? configuration, verdict, why }));
  const [first, second] = before;
  const by = 'run' in first ? first.by : undefined;
  if (!('run' in first)) return proofs('not-run', `the baseline cannot be tested: ${first.why}`);
  if (!('run' in second)) return proofs('not-run', `the baseline cannot be tested: ${second.why}`);
  if (!('run' in after)) return proofs('failed', after.why);
  const comparison = compareTests([first.run, second.run], after.run);
  const why = describeComparison(comparison);
  if (!comparison.equal) return proofs('failed', why);
  if (comparison.compared === 0) return proofs('vacuous', 'there is no test');
  if (![...first.run.values()].includes('passed'))
    return proofs('vacuous', `no test passes before the change: ${first.complaint ?? why}`);
  return proofs('proven', why);
}

/** The user's own command: its exit code is all that can be compared. */
export function judgeTestCommand(paths: readonly string[], before: number | null, after: number | null): Proof[] {
  const verdict = before !== 0 ? 'not-run' : after === 0 ? 'proven' : 'failed';
  const why =
    before !== 0
      ? `the test command fails on the baseline with exit code ${before}`
      : `exit code only: 0 before, ${after} after`;
  return paths.map((path) => ({ rung: 'T', path, configuration: 'test command', verdict, why }));
}
