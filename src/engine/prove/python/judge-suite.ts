import type { Proof } from '../../../core/evidence.ts';
import type { View } from '../../../workspace/view.ts';
import type { TestRun } from '../tests/compare-tests.ts';
import { followFiles } from '../tests/follow-files.ts';
import { followLines } from '../tests/follow-lines.ts';
import { judgeTests } from '../tests/judge-tests.ts';
import type { TestAttempt } from '../tests/test-attempt.ts';
import { lastName, movedLines } from './moved-lines.ts';
import type { SplitShape } from './split-shape.ts';

/** P8: same tests, same outcomes; a test that goes by a line of a divided file goes by that line's new place after. */
export function judgeSuite(
  { before, after }: { readonly before: View; readonly after: View },
  splits: readonly SplitShape[],
  { paths, configuration }: { readonly paths: readonly string[]; readonly configuration: string },
  baseline: readonly [TestAttempt, TestAttempt],
  given: TestAttempt,
): Proof[] {
  if (!('run' in given)) return judgeTests(paths, configuration, baseline, given);
  let [first, second] = baseline;
  const now = { ...given, run: inOldFiles(splits, baseline, given.run) };
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

/** The run after, with tests of the divided files themselves by the ids that they had. */
function inOldFiles(
  splits: readonly SplitShape[],
  baseline: readonly [TestAttempt, TestAttempt],
  run: TestRun,
): TestRun {
  const known = new Set(baseline.flatMap((attempt) => ('run' in attempt ? [...attempt.run.keys()] : [])));
  return splits.reduce(
    (name, { before, facade, parts }) =>
      followFiles(
        known,
        name,
        before.path,
        [facade, ...parts].map(({ path }) => path),
      ),
    run,
  );
}

const namesFile = (attempts: readonly TestAttempt[], file: string): boolean =>
  attempts.some((attempt) => 'run' in attempt && [...attempt.run.keys()].some((id) => id.includes(`${file}:`)));
