import type { Proof } from '../../../core/evidence.ts';
import { compareTests, describeComparison } from './compare-tests.ts';
import type { KeptRun, TestAttempt } from './test-attempt.ts';

/** The tests before a change. What runs them leaves the stage in the state after. */
export interface TestsBefore {
  /** As an earlier proof saw them: no test failed. */
  readonly kept: KeptRun | null;
  /** One run of this proof. */
  readonly first: () => Promise<TestAttempt>;
  readonly again: () => Promise<TestAttempt>;
}

/**
 * Judges by one run before the change, and where that would fail it by two: a test that two runs of one state disagree about proves nothing.
 * Where all outcomes are equal a second run could only take tests away from what was compared. What was kept of an earlier proof is the first
 * run where all is equal to it, and nothing otherwise.
 * @param judge what two runs before the change and the one after it come to
 */
export async function judgeAgainst(
  { kept, first: ask, again }: TestsBefore,
  after: TestAttempt,
  judge: (before: readonly [TestAttempt, TestAttempt], after: TestAttempt) => Proof[],
): Promise<Proof[]> {
  const early = kept === null ? [] : judge([kept.attempt, kept.attempt], after);
  if (kept !== null && early.every(({ verdict }) => verdict === 'proven'))
    return early.map((proof) => ({ ...proof, why: `${proof.why}, as kept of the proof of ${kept.day}` }));
  const first = await ask();
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
