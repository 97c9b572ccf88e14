import { existsSync } from 'node:fs';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Proof } from '../../../core/evidence.ts';
import type { View } from '../../../workspace/view.ts';
import { compareTests, describeComparison, type TestOutcome, type TestRun } from '../tests/compare-tests.ts';
import { parseJunit } from './parse-junit.ts';
import { outsideStage, type PythonRunner, runPython } from './run-python.ts';
import { UNITTEST_SCRIPT } from './scripts/unittest-script.ts';

/** One run of the tests, or why there is none. */
export type TestAttempt = { readonly run: TestRun } | { readonly why: string };

export interface TestPlan {
  readonly runner: 'pytest' | 'unittest';
  /** Folder of the distribution, from the workspace. */
  readonly folder: string;
  /** Where unittest begins to look. */
  readonly start: string;
}

/** How the project that holds a file runs its tests: pytest where it is configured or imported, else unittest. */
export function planTests(view: View, path: string): TestPlan {
  const homes = view.manifests.distributions
    .map(({ dir }) => dir)
    .filter((dir) => dir === '' || path.startsWith(`${dir}/`));
  const folder = homes.sort((a, b) => b.length - a.length)[0] ?? '';
  const inside = view.files.filter(
    (file) => file.state === 'text' && (folder === '' || file.path.startsWith(`${folder}/`)),
  );
  const pytest = inside.some((file) => {
    if (/(^|\/)(conftest\.py|pytest\.ini)$/.test(file.path)) return true;
    if (/(^|\/)(pyproject\.toml|setup\.cfg|tox\.ini)$/.test(file.path)) return /pytest/.test(view.text(file.path));
    return (
      /(^|\/)(test_[^/]*|[^/]*_test)\.py$/.test(file.path) && /^\s*(import|from) pytest\b/m.test(view.text(file.path))
    );
  });
  const start = ['tests', 'test'].find((name) =>
    inside.some((file) => file.path.startsWith(`${folder === '' ? '' : `${folder}/`}${name}/`)),
  );
  return { runner: pytest ? 'pytest' : 'unittest', folder, start: start ?? '.' };
}

export async function runTests(runner: PythonRunner, plan: TestPlan, module: string): Promise<TestAttempt> {
  const out = join(runner.stage.scratch, 'python-tests', plan.runner === 'pytest' ? 'junit.xml' : 'tests.json');
  await mkdir(join(runner.stage.scratch, 'python-tests'), { recursive: true });
  await rm(out, { force: true });
  return plan.runner === 'pytest' ? runPytest(runner, plan, out) : runUnittest(runner, plan, out, module);
}

async function runPytest(runner: PythonRunner, { folder }: TestPlan, out: string): Promise<TestAttempt> {
  const options = ['-m', 'pytest', '-q', '-p', 'no:cacheprovider', '-p', 'no:randomly', '--tb=no'];
  const result = await runPython(
    runner,
    [...options, `--junitxml=${out}`],
    [...options, '--junitxml=<scratch>'],
    folder,
  );
  if (!existsSync(out))
    return {
      why: firstLine(result.stderr) || firstLine(result.stdout) || `pytest ended with exit code ${result.exitCode}`,
    };
  const run = parseJunit(await readFile(out, 'utf8'));
  // 2 is a broken collection, 3 and 4 are pytest's own failures: what was not collected has no id that could be compared.
  if (result.exitCode === 3 || result.exitCode === 4) return { why: `pytest ended with exit code ${result.exitCode}` };
  return { run };
}

async function runUnittest(
  runner: PythonRunner,
  { folder, start }: TestPlan,
  out: string,
  module: string,
): Promise<TestAttempt> {
  const result = await runPython(
    runner,
    ['-c', UNITTEST_SCRIPT, start, out, module],
    ['-m', 'unittest', 'discover', '-s', start],
    folder,
  );
  if (!existsSync(out)) return { why: lastLine(result.stderr) || `unittest ended with exit code ${result.exitCode}` };
  const said = JSON.parse(await readFile(out, 'utf8')) as {
    outcomes: Record<string, TestOutcome>;
    files: Record<string, string | null>;
  };
  const outside = outsideStage(runner.stage, said.files);
  return outside === null ? { run: new Map(Object.entries(said.outcomes)) } : { why: outside };
}

const firstLine = (text: string): string => text.trim().split('\n')[0] ?? '';

const lastLine = (text: string): string => text.trim().split('\n').pop() ?? '';

export function judgeTests(
  paths: readonly string[],
  plan: TestPlan,
  before: readonly [TestAttempt, TestAttempt],
  after: TestAttempt,
): Proof[] {
  const proofs = (verdict: Proof['verdict'], why: string): Proof[] =>
    paths.map((path) => ({ rung: 'T', path, configuration: plan.runner, verdict, why }));
  const [first, second] = before;
  if (!('run' in first)) return proofs('not-run', `the baseline cannot be tested: ${first.why}`);
  if (!('run' in second)) return proofs('not-run', `the baseline cannot be tested: ${second.why}`);
  if (!('run' in after)) return proofs('failed', after.why);
  const comparison = compareTests([first.run, second.run], after.run);
  const why = describeComparison(comparison);
  if (!comparison.equal) return proofs('failed', why);
  if ([...first.run.values()].every((outcome) => outcome !== 'passed'))
    return proofs('vacuous', `no test passes before the change: ${why}`);
  return comparison.compared === 0 ? proofs('vacuous', 'there is no test') : proofs('proven', why);
}

/** The user's own command: its exit code is all that can be compared. */
export function judgeTestCommand(paths: readonly string[], before: number | null, after: number | null): Proof[] {
  const verdict = before !== 0 ? 'not-run' : after === 0 ? 'proven' : 'failed';
  const why =
    before !== 0
      ? `the test command fails on the baseline with exit code ${before}`
      : `exit code only: 0 before, ${after} after`;
  return paths.map((path) => ({ rung: 'T', path, configuration: 'test command', verdict, why }));
}
