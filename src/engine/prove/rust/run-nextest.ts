import type { Part } from '../answers/answers.ts';
import { runsHere } from '../answers/ask.ts';
import type { TestOutcome } from '../tests/compare-tests.ts';
import type { TestAttempt } from '../tests/test-attempt.ts';
import { readNextest } from './parse-nextest-output.ts';
import { type CargoPackage, firstLine } from './read-packages.ts';
import { type Runner, runStaged } from './run-cargo.ts';
import { runDoctests } from './run-cargo-test.ts';

// A package without tests is no failure: its doctests may follow.
const COMMAND = [
  'cargo',
  'nextest',
  'run',
  '--no-fail-fast',
  '--no-tests=pass',
  '--message-format',
  'libtest-json-plus',
];

/** nextest's own exit code for tests that ran, some of them in vain. */
const TESTS_FAILED = 100;

/** Runs the package's tests by nextest, and its doctests, which nextest leaves out, by cargo. */
export async function runNextest(
  runner: Runner,
  member: CargoPackage,
  folds: readonly [string, string][],
  part: Part | null,
): Promise<TestAttempt> {
  // By the names of the tests: a test is in the same share before and after a change.
  const share = part === null ? [] : ['--partition', `hash:${part.shard}/${part.of}`];
  const result = await runStaged(runner, [...COMMAND, ...share], member.folder, {
    env: { NEXTEST_EXPERIMENTAL_LIBTEST_JSON: '1' },
    describe: ({ stderr }) => stderr,
  });
  if (result.exitCode !== 0 && result.exitCode !== TESTS_FAILED)
    return { why: `cargo nextest ended with exit code ${result.exitCode}: ${firstLine(result.stderr)}` };
  const documented = runsHere(runner.stage, `doctests of ${member.folder || '.'}`);
  const doctests = documented ? await runDoctests(runner, member, folds) : new Map<string, TestOutcome>();
  const run = new Map([...readNextest(result.stdout), ...doctests]);
  return { run, by: 'cargo nextest' };
}
