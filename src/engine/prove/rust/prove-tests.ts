import type { Proof } from '../../../core/evidence.ts';
import { compareTests, describeComparison, type TestRun } from '../tests/compare-tests.ts';
import { readHeaders, readSections, toTestRun } from './parse-test-output.ts';
import { type CargoPackage, firstLine } from './read-packages.ts';
import { type Runner, runStaged } from './run-cargo.ts';

/** One run of the tests, or why there is none. */
export type TestAttempt = { readonly run: TestRun } | { readonly why: string };

const COMMAND = ['cargo', 'test', '--no-fail-fast'];

export async function runTests(
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
  const whole = new Map();
  const targets = new Set<string>();
  for (const line of list.stdout.split('\n')) {
    if (!line.startsWith('{"reason":"compiler-artifact"')) continue;
    const artifact = JSON.parse(line) as { executable: string | null; target: { kind: string[]; name: string } };
    if (artifact.executable !== null) targets.add(flagOf(artifact.target));
  }
  for (const flag of [...targets].sort()) {
    const result = await runStaged(runner, [...COMMAND, ...flag.split(' ')], member.folder);
    const [header] = readHeaders(result.stderr);
    const sections = readSections(result.stdout);
    const run = header !== undefined && sections.length === 1 ? toTestRun([header], sections, folds) : null;
    if (run) for (const [id, outcome] of run) whole.set(id, outcome);
    else whole.set(`${header ?? flag}::(exit code)`, result.exitCode === 0 ? 'passed' : 'failed');
  }
  if (!member.hasLib) return { run: whole };
  const result = await runStaged(runner, [...COMMAND, '--doc'], member.folder);
  for (const [id, outcome] of toTestRun(['doc'], readSections(result.stdout), folds) ?? []) whole.set(id, outcome);
  return { run: whole };
}

function flagOf({ kind, name }: { readonly kind: readonly string[]; readonly name: string }): string {
  const [first] = kind;
  return first === 'bin' || first === 'test' || first === 'example' || first === 'bench'
    ? `--${first} ${name}`
    : '--lib';
}

/** The verdicts of the tests: the same for every file of the package, because a test belongs to no file. */
export function judgeTests(
  paths: readonly string[],
  before: readonly [TestAttempt, TestAttempt],
  after: TestAttempt,
): Proof[] {
  const proofs = (verdict: Proof['verdict'], why: string): Proof[] =>
    paths.map((path) => ({ rung: 'T', path, configuration: 'cargo test', verdict, why }));
  const [first, second] = before;
  if (!('run' in first)) return proofs('not-run', `the baseline cannot be tested: ${first.why}`);
  if (!('run' in second)) return proofs('not-run', `the baseline cannot be tested: ${second.why}`);
  if (!('run' in after)) return proofs('failed', after.why);
  const comparison = compareTests([first.run, second.run], after.run);
  const why = describeComparison(comparison);
  if (!comparison.equal) return proofs('failed', why);
  return comparison.compared === 0 ? proofs('vacuous', 'there is no test') : proofs('proven', why);
}

/** The user's own command: its exit code is all that can be compared. */
export async function runTestCommand(runner: Runner, command: readonly string[]): Promise<number | null> {
  return (await runStaged(runner, command, '')).exitCode;
}

export function judgeTestCommand(paths: readonly string[], before: number | null, after: number | null): Proof[] {
  const verdict = before !== 0 ? 'not-run' : after === 0 ? 'proven' : 'failed';
  const why =
    before !== 0
      ? `the test command fails on the baseline with exit code ${before}`
      : `exit code only: 0 before, ${after} after`;
  return paths.map((path) => ({ rung: 'T', path, configuration: 'test command', verdict, why }));
}
