import type { TestAttempt } from '../tests/test-attempt.ts';
import type { CargoPackage } from './read-packages.ts';
import { type Runner, runAsTyped } from './run-cargo.ts';
import { runCargoTest } from './run-cargo-test.ts';
import { runNextest } from './run-nextest.ts';

/** Runs the package's tests by what its workspace asks for. */
export async function runTests(
  runner: Runner,
  member: CargoPackage,
  folds: readonly [string, string][],
): Promise<TestAttempt> {
  if (member.tester === 'missing')
    return { why: 'the configuration asks for nextest, and cargo has no such command here' };
  return member.tester === 'nextest' ? runNextest(runner, member, folds) : runCargoTest(runner, member, folds);
}

/** The user's own command, by its exit code. */
export async function runTestCommand(runner: Runner, command: readonly string[]): Promise<number | null> {
  return (await runAsTyped(runner, command, '')).exitCode;
}
