import type { Part } from '../answers/answers.ts';
import { type Asking, askOnce, askParts, runsHere } from '../answers/ask.ts';
import type { TestOutcome, TestRun } from './compare-tests.ts';
import type { TestAttempt } from './test-attempt.ts';

/** `again`: in the state before once more, where outcomes differ. */
export type TestTime = 'before' | 'after' | 'again';

export interface Suite {
  /** Tells it from the others of the change. */
  readonly suite: string;
  readonly time: TestTime;
  /** What goes by this name is not divided, and runs on one machine; absent: each runs a share. */
  readonly whole?: string;
  /** @param part null: all tests */
  readonly run: (part: Part | null) => Promise<TestAttempt>;
}

/** Runs tests; where several machines prove together, a share of them on each. */
export async function askTests(asking: Asking, { suite, time, whole, run }: Suite): Promise<TestAttempt> {
  if (whole !== undefined) {
    // The tests of another machine: none of them here.
    if (!runsHere(asking.stage, whole)) return { run: new Map() };
    return askOnce(asking, 'any', ['tests', suite, time], () => run(null));
  }
  const otherwise = time === 'again' ? { otherwise: ['tests', suite, 'before'] } : {};
  return askParts(asking, ['tests', suite, time], { run, join: joinAttempts, ...otherwise });
}

/** What shares of a run of tests come to: one that could not be run is none of the whole. */
function joinAttempts(attempts: readonly TestAttempt[]): TestAttempt {
  const failed = attempts.find((attempt) => 'why' in attempt);
  if (failed) return failed;
  const ran = attempts.flatMap((attempt) => ('run' in attempt ? [attempt] : []));
  const by = ran.find((attempt) => attempt.by !== undefined)?.by;
  const complaint = ran.find((attempt) => attempt.complaint !== undefined)?.complaint;
  return {
    run: joinRuns(ran.map((attempt) => attempt.run)),
    ...(by === undefined ? {} : { by }),
    ...(complaint === undefined ? {} : { complaint }),
  };
}

/** A test that several shares report, such as a file that none of them can load, counts once where it ended alike, and else as often as it ended. */
function joinRuns(runs: readonly TestRun[]): TestRun {
  const whole = new Map<string, TestOutcome>();
  for (const run of runs)
    for (const [id, outcome] of run) {
      let unique = id;
      for (let n = 2; whole.has(unique) && whole.get(unique) !== outcome; n++) unique = `${id} (${n})`;
      whole.set(unique, outcome);
    }
  return whole;
}
