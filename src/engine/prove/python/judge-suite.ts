import type { Proof } from '../../../core/evidence.ts';
import type { View } from '../../../workspace/view.ts';
import { followLines } from '../tests/follow-lines.ts';
import { judgeTests, type TestAttempt } from '../tests/judge-tests.ts';
import { lastName, movedLines } from './moved-lines.ts';
import type { SplitShape } from './split-shape.ts';

/** P8: same tests, same outcomes; a test that goes by a line of a divided file goes by that line's new place after. */
export function judgeSuite(
  { before, after }: { readonly before: View; readonly after: View },
  splits: readonly SplitShape[],
  paths: readonly string[],
  configuration: string,
  baseline: readonly [TestAttempt, TestAttempt],
  now: TestAttempt,
): Proof[] {
  if (!('run' in now)) return judgeTests(paths, configuration, baseline, now);
  let [first, second] = baseline;
  let count = 0;
  for (const split of splits) {
    if (!namesFile([first, second], lastName(split.before.path))) continue;
    const lines = movedLines(before, after, split);
    const follow = (attempt: TestAttempt): TestAttempt => {
      if (!('run' in attempt)) return attempt;
      const followed = followLines(attempt.run, now.run, lastName(split.before.path), lines);
      count = Math.max(count, followed.count);
      return { ...attempt, run: followed.run };
    };
    first = follow(first);
    second = follow(second);
  }
  const proofs = judgeTests(paths, configuration, [first, second], now);
  const note = `, ${count} of them under the new place of a line that their ids name`;
  return count === 0 ? proofs : proofs.map((proof) => ({ ...proof, why: `${proof.why}${note}` }));
}

const namesFile = (attempts: readonly TestAttempt[], file: string): boolean =>
  attempts.some((attempt) => 'run' in attempt && [...attempt.run.keys()].some((id) => id.includes(`${file}:`)));
