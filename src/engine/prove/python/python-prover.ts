import { djangoSettings } from '../../../../analyzers/readings/python/django-settings.ts';
import { harvestPatches } from '../../../../analyzers/readings/python/harvest-patches.ts';
import { readSource } from '../../../../analyzers/readings/python/source.ts';
import { type CommandRecord, type Evidence, type Proof, weaken } from '../../../core/evidence.ts';
import type { View } from '../../../workspace/view.ts';
import { LANGUAGE_TRAITS } from '../../language-traits.ts';
import { findPython } from '../../toolchains/find-python.ts';
import { pythonAmong } from '../../toolchains/named-programs.ts';
import { askOnce } from '../answers/ask.ts';
import { changedFiles } from '../changed-files.ts';
import { onceFor } from '../once-for.ts';
import type { ProofRequest, Prover, Stage } from '../prover.ts';
import { runLimited } from '../run-limited.ts';
import { runStaged } from '../run-staged.ts';
import type { TestTime } from '../tests/ask-tests.ts';
import { judgeAgainst, judgeTestCommand, type TestsBefore } from '../tests/judge-tests.ts';
import { testsBefore } from '../tests/tests-before.ts';
import { changedBodies } from './changed-bodies.ts';
import { declaredCuts } from './declared-cuts.ts';
import { judgeSuite } from './judge-suite.ts';
import { leftBehind } from './left-behind.ts';
import { findLinters } from './linters/find-linters.ts';
import { type LintEvidence, proveLinters } from './linters/prove-linters.ts';
import { onlyListsMore } from './manifest-script.ts';
import { ownWrites } from './own-writes.ts';
import { importBefore, proveImports } from './prove-imports.ts';
import {
  besides,
  judgeNamespace,
  type NamespaceAttempt,
  readNamespace,
  stateDifference,
  withoutUnstable,
} from './prove-namespace.ts';
import { proveStatic } from './prove-static.ts';
import { planTests, runTests, type TestPlan } from './prove-tests.ts';
import { buildOf, buildWheel, builtFolder, goneFrom, judgeWheel, type WheelAttempt } from './prove-wheel.ts';
import type { PythonRunner } from './run-python.ts';
import { type SplitShape, splitShapes } from './split-shape.ts';
import { testKey } from './test-key.ts';

/** The static proof by our own parser first, then the interpreter and the tests of the project. */
export const pythonProver: Prover = {
  language: 'python',
  rungs: LANGUAGE_TRAITS.python.rungs,
  divides: ['T'],
  programs: pythonAmong,
  announce: ({ before, rungs, testCommand }, paths) => {
    const files = paths.filter(isPython);
    const lines: string[] = [];
    const django =
      files[0] === undefined || !rungs.some((rung) => rung !== 'S') ? null : djangoSettings(before, files[0]);
    if (django)
      lines.push(
        `python: sets up Django first, with the settings ${django.module} (${django.place}), unless the environment names others`,
      );
    if (rungs.includes('B'))
      lines.push(
        `python: imports the module and each of its ${files.length} files first, each in a fresh process: runs what stands at their top level`,
      );
    const linters = new Set(files.flatMap((path) => findLinters(before, path).map(({ name }) => name)));
    if (rungs.includes('B') && linters.size > 0)
      lines.push(`${[...linters].join(', ')}, before and after, where found: the project configures them`);
    const built = new Set(files.flatMap((path) => builtFolder(before, path) ?? []));
    if (rungs.includes('B'))
      for (const what of built)
        lines.push(`python: builds the wheel of ${what} before and after, where its backend is installed`);
    if (rungs.includes('A') || rungs.includes('M'))
      lines.push('python: imports the module before and after, and describes its namespace and code');
    if (rungs.includes('T') && testCommand) lines.push(`${testCommand.join(' ')}, twice`);
    else if (rungs.includes('T') && files[0] !== undefined)
      lines.push(
        `${runnerOf(planTests(before, files[0]))}, before and after, once more where outcomes differ: runs the project's tests`,
      );
    return lines;
  },
  prove,
  leftBehind,
};

const runnerOf = ({ runner, settings }: TestPlan): string =>
  settings === null
    ? `python -m ${runner}`
    : `the test runner of Django with ${settings}, which makes its test databases anew`;

const isPython = (path: string): boolean => path.endsWith('.py');

const NO_LINT: LintEvidence = { proofs: [], diagnostics: [], tools: [] };

const NO_EVIDENCE: Evidence = { proofs: [], commands: [], diagnostics: [], tools: [] };

async function prove(request: ProofRequest): Promise<Evidence> {
  const { before, after, changeSet, rungs, stage, isJoin = false } = request;
  const leavesNames = !(request.asked ?? rungs).includes('M');
  const paths = changedFiles(before, after, changeSet).filter(
    (path) => isPython(path) && after.file(path) !== undefined && !onlyListsMore(before, after, path),
  );
  if (paths.length === 0) return NO_EVIDENCE;
  const proofs: Proof[] = rungs.includes('S')
    ? proveStatic(before, after, changeSet, paths, { leavesNames, isJoin })
    : [];
  if (!rungs.some((rung) => rung !== 'S')) return { ...NO_EVIDENCE, proofs };
  if (!stage) throw new TypeError('a proof that runs programs needs a stage');
  const commands: CommandRecord[] = [];
  const asking = { stage, commands };
  const configured = before.config.python.interpreter;
  const { env } = stage;
  const found = await askOnce(asking, 'each', ['interpreter'], () =>
    findPython({ root: stage.root, configured, env, signal: request.signal }),
  );
  if (found.command === null) {
    const asked = rungs.filter((rung) => rung !== 'S');
    return {
      ...NO_EVIDENCE,
      proofs: [
        ...proofs,
        ...asked.flatMap((rung) =>
          paths.map((path): Proof => ({ rung, path, configuration: '-', verdict: 'not-run', why: found.why })),
        ),
      ],
    };
  }
  const { splits, strays } = splitShapes(before, after, paths);
  const runner: PythonRunner = {
    stage,
    python: found.command,
    ...namesOf(before, splits, paths[0]!),
    commands,
    onProgress: request.onProgress,
    signal: request.signal,
  };
  const lint = rungs.includes('B') ? await proveLinters(runner, { before, after }, splits) : NO_LINT;
  const version = await askOnce(asking, 'same', ['version'], () => versionOf(runner, before));
  const tools = [version, ...lint.tools];
  // What the split wrote itself may be mended first; imports and tests wait for the result.
  if (lint.diagnostics.length > 0)
    return { proofs: [...proofs, ...lint.proofs], commands, diagnostics: lint.diagnostics, tools };
  const ran = await proveByRunning(request, stage, runner, splits, paths);
  proofs.push(...lint.proofs, ...ran.map((proof) => lessByLinters(proof, lint.proofs)));
  for (const rung of rungs)
    if (rung !== 'S' && rung !== 'T')
      for (const path of strays)
        proofs.push({
          rung,
          path,
          configuration: '-',
          verdict: 'vacuous',
          why: 'no module that was there before imports it',
        });
  return { proofs, commands, diagnostics: [], tools };
}

/** A project's linters are part of its build: one that is not there makes B show less. */
function lessByLinters(proof: Proof, lint: readonly Proof[]): Proof {
  const silent =
    proof.rung === 'B' ? lint.find(({ path, verdict }) => path === proof.path && verdict === 'not-run') : null;
  return silent ? weaken(proof, `${silent.configuration}: ${silent.why}`) : proof;
}

/** What the state before gave: the same for every change that is proven against it. */
interface Baseline {
  readonly splits: readonly {
    readonly imports: string | null;
    readonly space: NamespaceAttempt | null;
    readonly wheel: WheelAttempt | null;
  }[];
  readonly tests: TestsBefore | null;
  readonly exit: number | null;
  /** Django cannot be set up, and the modules can be imported without. */
  readonly isBare: boolean;
}

function baselineOf(
  request: ProofRequest,
  stage: Stage,
  runner: PythonRunner,
  splits: readonly SplitShape[],
  plan: TestPlan,
): Promise<Baseline> {
  const { before, rungs, testCommand } = request;
  const paths = splits.map((split) => split.before.path);
  const key = ['python', stage.root, runner.python, rungs, testCommand, paths, plan];
  return onceFor(before, key, () => runBaseline(request, stage, runner, splits, plan));
}

async function runBaseline(
  { before, rungs, testCommand }: ProofRequest,
  stage: Stage,
  asked: PythonRunner,
  splits: readonly SplitShape[],
  plan: TestPlan,
): Promise<Baseline> {
  await stage.show('before');
  const described = rungs.includes('A') || rungs.includes('M');
  const found: Baseline['splits'][number][] = [];
  const isBare = (described || rungs.includes('B')) && (await isImportedBare(asked, splits));
  const runner = isBare ? withoutSettings(asked) : asked;
  for (const split of splits)
    found.push({
      imports: rungs.includes('B') ? await importBefore(runner, split) : null,
      space: described ? await readNamespace(runner, split.before.name.dotted, [], patchedNames(before, split)) : null,
      wheel: rungs.includes('B') ? await wheelIn(runner, before, split.before.path) : null,
    });
  const first = splits[0]?.before.name.dotted ?? '';
  const tested = rungs.includes('T');
  const run = (time: TestTime) => runTests(runner, plan, first, time);
  const tests =
    tested && !testCommand ? await testsBefore({ stage, before, key: await testKey(runner, plan), run }) : null;
  const exit = tested && testCommand ? await runCommand(runner, testCommand) : null;
  return { splits: found, tests, exit, isBare };
}

/** A module that needs nothing of Django, in a project whose settings need what is not here, such as a driver of its database. */
async function isImportedBare(runner: PythonRunner, [first]: readonly SplitShape[]): Promise<boolean> {
  if (runner.settings === undefined || first === undefined) return false;
  return (await importBefore(runner, first)) !== null && (await importBefore(withoutSettings(runner), first)) === null;
}

const runnerFor = ({ isBare }: Baseline, asked: PythonRunner): PythonRunner =>
  isBare ? withoutSettings(asked) : asked;

function withoutSettings(runner: PythonRunner): PythonRunner {
  const { settings: _, ...bare } = runner;
  return bare;
}

/** The wheel that ships a file, built from the state that the stage shows; null where none does. */
async function wheelIn(runner: PythonRunner, view: View, path: string): Promise<WheelAttempt | null> {
  const build = buildOf(view, path);
  if (build === null) return null;
  return typeof build === 'string' ? { why: build } : buildWheel(runner, view, build);
}

async function proveWheel(
  runner: PythonRunner,
  { before, after }: Pick<ProofRequest, 'before' | 'after'>,
  split: SplitShape,
  wheel: WheelAttempt,
): Promise<Proof[]> {
  const now =
    'why' in wheel ? wheel : ((await wheelIn(runner, after, split.facade.path)) ?? { why: 'no build ships it' });
  return judgeWheel(split, wheel, now, goneFrom(before, after));
}

async function proveByRunning(
  request: ProofRequest,
  stage: Stage,
  asked: PythonRunner,
  splits: readonly SplitShape[],
  paths: readonly string[],
): Promise<Proof[]> {
  const { before, rungs } = request;
  const plan = planTests(before, splits[0]?.before.path ?? paths[0]!);
  const baseline = await baselineOf(request, stage, asked, splits, plan);
  const runner = runnerFor(baseline, asked);
  const { cuts } = declaredCuts(before, request.after, request.changeSet);
  if (cuts.length > 0) await stage.show('before');
  const bodies = [];
  for (const split of splits)
    bodies.push(rungs.includes('M') ? await changedBodies(runner, before, split, cuts) : undefined);
  await stage.show('after');
  const proofs: Proof[] = [];
  for (const [i, split] of splits.entries()) {
    const { imports, space, wheel } = baseline.splits[i]!;
    if (rungs.includes('B')) proofs.push(...(await proveImports(runner, split, imports)));
    if (wheel !== null) proofs.push(...(await proveWheel(runner, request, split, wheel)));
    if (space === null) continue;
    const family = split.parts.map(({ name }) => name.dotted);
    const now = await readNamespace(runner, split.facade.name.dotted, family, patchedNames(before, split), cuts);
    const others = splits.flatMap((one) => (one === split ? [] : [one.before.name.dotted]));
    const settled = await settle(request, stage, runner, split, { before: besides(space, others), after: now });
    proofs.push(...judgeNamespace(split, settled, now, rungs, bodies[i]));
  }
  if (baseline.tests) {
    const judge: Parameters<typeof judgeAgainst>[2] = (...runs) =>
      judgeSuite(request, splits, { paths, configuration: plan.runner }, ...runs);
    proofs.push(
      ...(await judgeAgainst(
        baseline.tests,
        await runTests(runner, plan, splits[0]?.before.name.dotted ?? '', 'after'),
        judge,
      )),
    );
  }
  return [...proofs, ...(await proveCommand(request, runner, paths, baseline.exit))];
}

/** What `--test` names ends as it did before. */
async function proveCommand(
  { rungs, testCommand }: ProofRequest,
  runner: PythonRunner,
  paths: readonly string[],
  before: Parameters<typeof judgeTestCommand>[1],
): Promise<Proof[]> {
  if (!rungs.includes('T') || !testCommand) return [];
  return judgeTestCommand(paths, before, await runCommand(runner, testCommand));
}

/** Where data differs, the module before is asked once more: a clock differs from itself, and shows nothing about the split. */
async function settle(
  { before }: ProofRequest,
  stage: Stage,
  runner: PythonRunner,
  split: SplitShape,
  spaces: { readonly before: NamespaceAttempt; readonly after: NamespaceAttempt },
): Promise<NamespaceAttempt> {
  const [old, now] = [spaces.before, spaces.after];
  if ('why' in old || 'why' in now || stateDifference(old.space, now.space) === null) return old;
  await stage.show('before');
  const again = await readNamespace(runner, split.before.name.dotted, [], patchedNames(before, split));
  await stage.show('after');
  return 'why' in again ? old : { space: withoutUnstable(old.space, again.space) };
}

/** Names that the workspace, or the module by itself, sets on the module. */
function patchedNames(before: View, { before: { path, name: module } }: SplitShape): string[] {
  const sites = [
    ...harvestPatches(before, readSource(before, path)),
    ...ownWrites(before.syntax(path), module.dotted).filter(({ isPrefix }) => !isPrefix),
  ];
  return [...new Set(sites.flatMap(({ name, hidden }) => (name === null || hidden ? [] : [name])))];
}

/** Where module names begin, and what has to be set up before. */
function namesOf(view: View, splits: readonly SplitShape[], path: string): Pick<PythonRunner, 'roots' | 'settings'> {
  const roots = [
    ...splits.map(({ before }) => before.name.root),
    ...view.manifests.distributions.flatMap(({ importRoots }) => importRoots),
  ];
  const django = djangoSettings(view, path);
  return django ? { roots: [django.folder, ...roots], settings: django.module } : { roots };
}

async function runCommand(runner: PythonRunner, command: readonly string[]): Promise<number | null> {
  const roots = runner.roots.map((root) => `${runner.stage.root}/${root}`).join(':');
  return (await runStaged(runner, command, '', { env: { PYTHONDONTWRITEBYTECODE: '1', PYTHONPATH: roots } })).exitCode;
}

function versionOf({ python, stage, signal }: PythonRunner, before: View): Promise<string> {
  const command = [...python, '--version'];
  return onceFor(before, command, async () => {
    const result = await runLimited(stage, { command, cwd: stage.scratch, signal });
    return `${result.stdout}${result.stderr}`.trim();
  });
}
