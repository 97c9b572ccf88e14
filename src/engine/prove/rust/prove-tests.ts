import { askTests, type TestTime } from '../tests/ask-tests.ts';
import type { TestAttempt } from '../tests/test-attempt.ts';
import type { CargoPackage } from './read-packages.ts';
import { type Runner, runAsTyped } from './run-cargo.ts';
import { runCargoTest } from './run-cargo-test.ts';
import { runNextest } from './run-nextest.ts';

/** Runs the package's tests by what its workspace asks for, in the state that the stage shows. */
export async function runTests(
  runner: Runner,
  member: CargoPackage,
  folds: readonly [string, string][],
  time: TestTime,
): Promise<TestAttempt> {
  if (member.tester === 'missing')
    return { why: 'the configuration asks for nextest, and cargo has no such command here' };
  const { folder } = member;
  if (member.tester === 'nextest')
    return askTests(runner, { suite: folder, time, run: (part) => runNextest(runner, member, folds, part) });
  const whole = `cargo test of ${folder || '.'}`;
  return askTests(runner, { suite: folder, time, whole, run: () => runCargoTest(runner, member, folds) });
}

/** The user's own command, by its exit code. */
export async function runTestCommand(runner: Runner, command: readonly string[]): Promise<number | null> {
  return (await runAsTyped(runner, command, '')).exitCode;
}
