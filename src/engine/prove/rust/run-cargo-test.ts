import type { TestOutcome, TestRun } from '../tests/compare-tests.ts';
import type { TestAttempt } from '../tests/test-attempt.ts';
import { readHeaders, readSections, toTestRun } from './parse-test-output.ts';
import { type CargoPackage, firstLine } from './read-packages.ts';
import { type Runner, runStaged } from './run-cargo.ts';

const COMMAND = ['cargo', 'test', '--no-fail-fast'];

/** Runs `cargo test`: every test of the package, and its doctests. */
export async function runCargoTest(
  runner: Runner,
  member: CargoPackage,
  folds: readonly [string, string][],
): Promise<TestAttempt> {
  const result = await runStaged(runner, COMMAND, member.folder);
  const headers = readHeaders(result.stderr);
  if (headers.length === 0)
    return {
      why:
        result.exitCode === 0
          ? 'cargo test starts no test program'
          : `the tests do not build: ${firstLine(result.stderr)}`,
    };
  if (/^error: could not compile/m.test(result.stderr) && !/^error: (doctest|test|\d+ target)/m.test(result.stderr))
    return { why: `the tests do not build: ${firstLine(result.stderr)}` };
  const run = toTestRun(headers, readSections(result.stdout), folds);
  return run ? { run } : await runTargets(runner, member, folds);
}

// A target with a harness of its own prints no libtest section: then each target runs alone, and such a one by its exit code.
async function runTargets(
  runner: Runner,
  member: CargoPackage,
  folds: readonly [string, string][],
): Promise<TestAttempt> {
  const list = await runStaged(runner, ['cargo', 'test', '--no-run', '--message-format=json'], member.folder, {
    describe: ({ stderr }) => stderr,
  });
  if (list.exitCode !== 0) return { why: `the tests do not build: ${firstLine(list.stderr)}` };
  const whole = new Map<string, TestOutcome>();
  for (const flag of testTargets(list.stdout)) {
    const result = await runStaged(runner, [...COMMAND, ...flag.split(' ')], member.folder);
    const [header] = readHeaders(result.stderr);
    const sections = readSections(result.stdout);
    const run = header !== undefined && sections.length === 1 ? toTestRun([header], sections, folds) : null;
    if (run) for (const [id, outcome] of run) whole.set(id, outcome);
    else whole.set(`${header ?? flag}::(exit code)`, result.exitCode === 0 ? 'passed' : 'failed');
  }
  for (const [id, outcome] of await runDoctests(runner, member, folds)) whole.set(id, outcome);
  return { run: whole };
}

/** The doctests alone, where the other tests are run by something that cannot. */
export async function runDoctests(
  runner: Runner,
  member: CargoPackage,
  folds: readonly [string, string][],
): Promise<TestRun> {
  if (!member.hasLib) return new Map();
  const result = await runStaged(runner, [...COMMAND, '--doc'], member.folder);
  return toTestRun(['doc'], readSections(result.stdout), folds) ?? new Map();
}

function flagOf({ kind, name }: { readonly kind: readonly string[]; readonly name: string }): string {
  const [first] = kind;
  return first === 'bin' || first === 'test' || first === 'example' || first === 'bench'
    ? `--${first} ${name}`
    : '--lib';
}

/** Flags that name each program of tests that cargo has built, sorted. */
function testTargets(stdout: string): string[] {
  const targets = new Set<string>();
  for (const line of stdout.split('\n')) {
    if (!line.startsWith('{"reason":"compiler-artifact"')) continue;
    const artifact = JSON.parse(line) as { executable: string | null; target: { kind: string[]; name: string } };
    if (artifact.executable !== null) targets.add(flagOf(artifact.target));
  }
  return [...targets].sort();
}
