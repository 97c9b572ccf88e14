import type { View } from '../../../workspace/view.ts';
import { inStateBefore } from '../in-state-before.ts';
import { onceFor } from '../once-for.ts';
import type { Stage } from '../prover.ts';
import type { TestTime } from './ask-tests.ts';
import type { TestsBefore } from './judge-tests.ts';
import { keptTests } from './kept-tests.ts';
import type { TestAttempt } from './test-attempt.ts';

/** How the tests of a state are run. */
export interface TestsAsked {
  readonly stage: Stage;
  readonly before: View;
  /** All that the outcomes depend on beside the view and the environment: the runner, its plan, versions of its programs. */
  readonly key: readonly unknown[];
  readonly run: (time: TestTime) => Promise<TestAttempt>;
}

/** The tests before a change: as an earlier proof saw them, else they are run now, which leaves the stage in the state before. */
export async function testsBefore({ stage, before, key, run }: TestsAsked): Promise<TestsBefore> {
  const shelf = keptTests(stage.env, stage.root, before, key);
  const once = (name: string, ask: () => Promise<TestAttempt>): Promise<TestAttempt> =>
    onceFor(before, [name, stage.root, ...key], ask);
  const first = (ask: () => Promise<TestAttempt>): Promise<TestAttempt> =>
    once('tests', async () => {
      const attempt = await ask();
      shelf.keep(attempt);
      return attempt;
    });
  // Each of several machines has to ask its share.
  const isFresh = stage.limits?.fresh === true || stage.answers !== undefined;
  const kept = isFresh ? null : shelf.read();
  if (kept === null)
    await first(async () => {
      await stage.show('before');
      return run('before');
    });
  const meanwhile = (time: TestTime) => (): Promise<TestAttempt> => inStateBefore(stage, () => run(time));
  return { kept, first: () => first(meanwhile('before')), again: () => once('tests again', meanwhile('again')) };
}
