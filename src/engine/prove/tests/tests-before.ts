import type { View } from '../../../workspace/view.ts';
import { inStateBefore } from '../in-state-before.ts';
import { onceFor } from '../once-for.ts';
import type { Stage } from '../prover.ts';
import type { TestsBefore } from './judge-tests.ts';
import { keptTests } from './kept-tests.ts';
import type { TestAttempt } from './test-attempt.ts';

/** How the tests of a state are run. */
export interface TestsAsked {
  readonly stage: Stage;
  readonly before: View;
  /** All that the outcomes depend on beside the view and the environment: the runner, its plan, versions of its programs. */
  readonly key: readonly unknown[];
  readonly run: () => Promise<TestAttempt>;
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
  const kept = stage.limits?.fresh === true ? null : shelf.read();
  if (kept === null)
    await first(async () => {
      await stage.show('before');
      return run();
    });
  const meanwhile = (): Promise<TestAttempt> => inStateBefore(stage, run);
  return { kept, first: () => first(meanwhile), again: () => once('tests again', meanwhile) };
}
