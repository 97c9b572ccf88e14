import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { djangoSettings } from '../../../../analyzers/readings/python/django-settings.ts';
import { byText } from '../../../core/compare.ts';
import type { View } from '../../../workspace/view.ts';
import type { Part } from '../answers/answers.ts';
import { runsHere } from '../answers/ask.ts';
import { causeIn } from '../cause-in.ts';
import { askTests, type TestTime } from '../tests/ask-tests.ts';
import type { TestOutcome } from '../tests/compare-tests.ts';
import type { TestAttempt } from '../tests/test-attempt.ts';
import { explainPytest } from './explain-pytest.ts';
import { parseJunit } from './parse-junit.ts';
import { outsideStage, type PythonRunner, runPython } from './run-python.ts';
import { SHARE, shareScript } from './scripts/share-script.ts';
import { UNITTEST_SCRIPT } from './scripts/unittest-script.ts';

export interface TestPlan {
  readonly runner: 'pytest' | 'unittest';
  /** Folder of the distribution, from the workspace. */
  readonly folder: string;
  /** Where unittest begins to look. */
  readonly start: string;
  /** Of a Django project whose tests its own runner runs: the module of its settings; null: none. */
  readonly settings: string | null;
  /** Nothing names pytest: only functions called `test_…` suggest it, and where it is not installed unittest is asked. */
  readonly guessed: boolean;
}

/** How the project that holds a file runs its tests: pytest where it is configured or imported, or functions are tests; else unittest. */
export function planTests(view: View, path: string): TestPlan {
  const homes = view.manifests.distributions
    .map(({ dir }) => dir)
    .filter((dir) => dir === '' || path.startsWith(`${dir}/`));
  const folder = homes.sort((a, b) => b.length - a.length)[0] ?? '';
  const inside = view.files.filter(
    (file) => file.state === 'text' && (folder === '' || file.path.startsWith(`${folder}/`)),
  );
  const pytest = inside.some((file) => asksForPytest(view, file.path));
  // unittest runs methods of its own classes only.
  const plain = inside.some((file) => isTestFile(file.path) && /^(async )?def test\w*\(/m.test(view.text(file.path)));
  const names = inside.map((file) => (folder === '' ? file.path : file.path.slice(folder.length + 1)));
  const start = ['tests', 'test'].find((name) => names.some((file) => file.startsWith(`${name}/`)));
  const runner = pytest || plain ? 'pytest' : 'unittest';
  const django = pytest ? null : djangoSettings(view, path);
  if (django) return { runner: 'unittest', folder: django.folder, start: '.', settings: django.module, guessed: false };
  return { runner, folder, start: start ?? startOf(names), settings: null, guessed: !pytest && plain };
}

function asksForPytest(view: View, path: string): boolean {
  if (/(^|\/)(conftest\.py|pytest\.ini)$/.test(path)) return true;
  if (/(^|\/)(pyproject\.toml|setup\.cfg|tox\.ini)$/.test(path)) return /pytest/.test(view.text(path));
  return isTestFile(path) && /^\s*(import\b[^\n#]*\bpytest\b|from pytest\b)/m.test(view.text(path));
}

const isTestFile = (path: string): boolean => /(^|\/)(test_[^/]*|[^/]*_test)\.py$/.test(path);

/** unittest looks into packages only: `src/test_shop.py` is not seen from above `src`, which is no package. */
function startOf(names: readonly string[]): string {
  const packages = new Set(names.filter((name) => name.endsWith('/__init__.py')).map(parentOf));
  const counts = new Map<string, number>();
  for (const name of names) {
    if (!/(^|\/)test[^/]*\.py$/.test(name)) continue;
    let root = parentOf(name);
    while (packages.has(root)) root = parentOf(root);
    counts.set(root, (counts.get(root) ?? 0) + 1);
  }
  if (counts.size === 0 || counts.has('.')) return '.';
  return [...counts].sort(([a, m], [b, n]) => n - m || byText(a, b))[0]![0];
}

const parentOf = (path: string): string => (path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '.');

/** Runs the tests of a project in the state that the stage shows: by pytest a share of them, where several machines prove together. */
export function runTests(runner: PythonRunner, plan: TestPlan, module: string, time: TestTime): Promise<TestAttempt> {
  const run = (part: Part | null): Promise<TestAttempt> => runHere(runner, plan, module, part);
  const suite = { suite: plan.folder, time, run };
  return askTests(runner, plan.runner === 'pytest' ? suite : { ...suite, whole: unittestOf(plan) });
}

/** Below the scratch folder: what runs of tests read and write. */
const TESTS_FOLDER = 'python-tests';

const unittestOf = ({ folder }: TestPlan): string => `unittest of ${folder || '.'}`;

async function runHere(runner: PythonRunner, plan: TestPlan, module: string, part: Part | null): Promise<TestAttempt> {
  const out = join(runner.stage.scratch, TESTS_FOLDER, plan.runner === 'pytest' ? 'junit.xml' : 'tests.json');
  await mkdir(join(runner.stage.scratch, TESTS_FOLDER), { recursive: true });
  await rm(out, { force: true });
  if (plan.runner === 'unittest') return runUnittest(runner, plan, out, module);
  const ran = await runPytest(runner, plan, out, part);
  const absent = plan.guessed && 'why' in ran && /No module named '?pytest\b/.test(ran.why);
  if (!absent) return ran;
  const isOurs = part === null || runsHere(runner.stage, unittestOf(plan));
  return { ...(isOurs ? await runUnittest(runner, plan, out, module) : { run: new Map() }), by: 'unittest' };
}

async function runPytest(
  runner: PythonRunner,
  { folder }: TestPlan,
  out: string,
  part: Part | null,
): Promise<TestAttempt> {
  const options = [
    '-m',
    'pytest',
    '-q',
    '-p',
    'no:cacheprovider',
    '-p',
    'no:randomly',
    '--tb=no',
    '--continue-on-collection-errors',
  ];
  if (part !== null) options.push('-p', await writeShare(runner, part));
  const plugins = part === null ? [] : [join(runner.stage.scratch, TESTS_FOLDER)];
  const result = await runPython(
    { ...runner, plugins },
    [...options, `--junitxml=${out}`],
    [...options, '--junitxml=<scratch>'],
    folder,
  );
  const reason = explainPytest(result.stdout, result.stderr) || `pytest ended with exit code ${result.exitCode}`;
  if (!existsSync(out)) return { why: reason };
  const run = parseJunit(await readFile(out, 'utf8'));
  // 2 is a broken collection, 3 and 4 are pytest's own failures: what was not collected has no id that could be compared.
  if (result.exitCode === 3 || result.exitCode === 4)
    return { why: `pytest ended with exit code ${result.exitCode}: ${reason}` };
  return { run };
}

/** The module of a plugin that keeps a share of the collected tests. */
async function writeShare(runner: PythonRunner, part: Part): Promise<string> {
  await writeFile(join(runner.stage.scratch, TESTS_FOLDER, `${SHARE}.py`), shareScript(part));
  return SHARE;
}

async function runUnittest(
  runner: PythonRunner,
  { folder, start, settings }: TestPlan,
  out: string,
  module: string,
): Promise<TestAttempt> {
  const result = await runPython(
    runner,
    ['-c', UNITTEST_SCRIPT, start, out, settings ?? '', module],
    settings === null ? ['-m', 'unittest', 'discover', '-s', start] : ['manage.py', 'test', `--settings=${settings}`],
    folder,
  );
  if (!existsSync(out)) return { why: causeIn(result.stderr) || `unittest ended with exit code ${result.exitCode}` };
  const printed = JSON.parse(await readFile(out, 'utf8')) as {
    outcomes: Record<string, TestOutcome>;
    files: Record<string, string | null>;
  };
  const outside = outsideStage(runner.stage, printed.files);
  return outside === null ? { run: new Map(Object.entries(printed.outcomes)) } : { why: outside };
}
