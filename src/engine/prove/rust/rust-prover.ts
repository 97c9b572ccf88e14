import { isRefactorError } from '../../../core/errors.ts';
import type { Diagnostic, Evidence, Proof } from '../../../core/evidence.ts';
import type { View } from '../../../workspace/view.ts';
import { asksNextest } from '../../toolchains/asks-nextest.ts';
import { changedFiles } from '../changed-files.ts';
import { onceFor } from '../once-for.ts';
import type { ProofRequest, Prover } from '../prover.ts';
import { judgeTestCommand, judgeTests, type TestAttempt } from '../tests/judge-tests.ts';
import { foldsOf } from './doctest-folds.ts';
import {
  type Build,
  buildConfigurations,
  featureConfiguration,
  freshDiagnostics,
  judgeBuild,
  runBuild,
  withoutBenches,
} from './prove-build.ts';
import { proveFormat } from './prove-format.ts';
import { runTestCommand, runTests } from './prove-tests.ts';
import { type CargoPackage, packageFolder, readPackages } from './read-packages.ts';
import { type Runner, runStaged } from './run-cargo.ts';
import { proveSyntax } from './syntax/prove-syntax.ts';

/** cargo's word for it: builds in every configuration, the project's tests. */
export const rustProver: Prover = {
  language: 'rust',
  rungs: ['S', 'B', 'T'],
  announce: ({ before, rungs, testCommand }, paths) => {
    const folders = [...new Set(paths.filter(isRust).map((path) => packageFolder(before, path)))].filter(
      (one) => one !== null,
    );
    const lines = folders.flatMap((folder) => {
      const where = folder === '' ? 'the workspace root' : folder;
      return [
        rungs.includes('B')
          ? `cargo check and cargo clippy in ${where}, in several configurations: runs build scripts and procedural macros`
          : '',
        rungs.includes('T') && !testCommand
          ? `${asksNextest(before) ? 'cargo nextest run and cargo test --doc' : 'cargo test'} in ${where}, three times: runs the package's tests`
          : '',
      ];
    });
    if (rungs.includes('T') && testCommand) lines.push(`${testCommand.join(' ')}, twice`);
    return lines.filter((line) => line !== '');
  },
  prove,
};

const isRust = (path: string): boolean => path.endsWith('.rs');

async function prove(request: ProofRequest): Promise<Evidence> {
  const { before, after, stage, rungs } = request;
  const paths = changedFiles(before, after, request.changeSet).filter(isRust);
  const proofs: Proof[] = [];
  const diagnostics: Diagnostic[] = [];
  if (rungs.includes('S')) proofs.push(...proveSyntax(before, after, request.changeSet, paths));
  const asked = rungs.filter((rung) => rung === 'B' || rung === 'T');
  if (paths.length === 0 || asked.length === 0) return { proofs, commands: [], diagnostics, tools: [] };
  if (!stage) throw new TypeError('a proof that runs programs needs a stage');
  const runner: Runner = { stage, commands: [], onProgress: request.onProgress, signal: request.signal };

  await stage.show('after');
  const tools = await versions(runner);
  const members = await readPackages(runner, after, paths);
  for (const { path, why } of members.homeless)
    for (const rung of asked) proofs.push({ rung, path, configuration: '-', verdict: 'not-run', why });
  const clippy = tools.some((tool) => tool.startsWith('clippy'));
  if (rungs.includes('B'))
    for (const member of members.packages) {
      const format = await proveFormat(runner, member, before, after);
      proofs.push(...format.proofs);
      diagnostics.push(...format.diagnostics);
    }
  // Layout is mended from these suggestions; the builds wait for the result.
  if (diagnostics.length > 0) return { proofs, commands: runner.commands, diagnostics, tools };
  const baselines: { member: CargoPackage; state: State }[] = [];
  await stage.show('before');
  for (const member of members.packages)
    baselines.push({ member, state: await baseline(runner, request, member, clippy) });
  const exitBefore =
    rungs.includes('T') && request.testCommand
      ? await onceFor(before, [stage.root, 'exit code', request.testCommand], () =>
          runTestCommand(runner, request.testCommand!),
        )
      : null;
  await stage.show('after');
  for (const { member, state } of baselines) {
    if (rungs.includes('B')) {
      const judged = await proveBuilds(runner, member, state, after);
      proofs.push(...judged.proofs);
      diagnostics.push(...judged.diagnostics);
    }
    // Tests of a build that is wrong already say nothing more.
    const broken = proofs.some(({ rung, verdict }) => rung === 'B' && verdict === 'failed');
    if (state.tests && !broken)
      proofs.push(...judgeTests(member.paths, 'cargo test', state.tests, await runTests(runner, member, state.folds)));
  }
  if (rungs.includes('T') && request.testCommand)
    proofs.push(...judgeTestCommand(paths, exitBefore, await runTestCommand(runner, request.testCommand)));
  return { proofs, commands: runner.commands, diagnostics, tools };
}

interface State {
  readonly builds: ReadonlyMap<string, Build>;
  readonly tests: readonly [TestAttempt, TestAttempt] | null;
  readonly folds: readonly [string, string][];
  readonly clippy: boolean;
}

async function baseline(runner: Runner, request: ProofRequest, member: CargoPackage, clippy: boolean): Promise<State> {
  const { before, after, rungs, testCommand } = request;
  const key = ['rust', runner.stage.root, member.folder, member.paths.filter((path) => before.file(path)), rungs];
  const state = await onceFor(before, [...key, testCommand, clippy], () =>
    runBaseline(runner, request, member, clippy),
  );
  return { ...state, folds: foldsOf(before, after, member) };
}

async function runBaseline(
  runner: Runner,
  request: ProofRequest,
  member: CargoPackage,
  clippy: boolean,
): Promise<State> {
  const builds = new Map<string, Build>();
  const folds = foldsOf(request.before, request.after, member);
  if (request.rungs.includes('B')) {
    const configurations = buildConfigurations(member, clippy);
    for (const configuration of configurations) {
      const build = await runBuild(runner, member, configuration);
      builds.set(configuration.name, build);
      const fewer = build.success ? null : withoutBenches(configuration);
      if (fewer) builds.set(fewer.name, await runBuild(runner, member, fewer));
    }
    const hidden = member.paths.filter((path) => request.before.file(path) && !isCompiled(path, builds));
    if (hidden.length > 0) await searchFeature(runner, member, hidden, builds);
  }
  const own = request.rungs.includes('T') && !request.testCommand;
  const tests = own ? ([await runTests(runner, member, folds), await runTests(runner, member, folds)] as const) : null;
  return { builds, tests, folds, clippy };
}

const isCompiled = (path: string, builds: ReadonlyMap<string, Build>): boolean =>
  [...builds.values()].some(({ success, compiled }) => success && compiled.has(path));

/** A file that no usual build compiles may wait for one feature: `--all-features` often wants another toolchain. */
async function searchFeature(
  runner: Runner,
  member: CargoPackage,
  hidden: readonly string[],
  builds: Map<string, Build>,
): Promise<void> {
  const likely = (feature: string): number => (hidden.some((path) => path.includes(feature)) ? 0 : 1);
  const features = [...member.features].sort((a, b) => likely(a) - likely(b)).slice(0, MOST_FEATURES);
  for (const feature of features) {
    const configuration = featureConfiguration(feature);
    const build = await runBuild(runner, member, configuration);
    if (!build.success || !hidden.every((path) => build.compiled.has(path))) continue;
    builds.set(configuration.name, build);
    return;
  }
}

const MOST_FEATURES = 12;

async function proveBuilds(
  runner: Runner,
  member: CargoPackage,
  state: State,
  after: View,
): Promise<{ proofs: Proof[]; diagnostics: Diagnostic[] }> {
  const proofs: Proof[] = [];
  const judged = new Map<string, { build: Build; fresh: ReturnType<typeof judgeBuild>['fresh'] }>();
  for (const [name, before] of state.builds) {
    const configuration = { name, command: before.command };
    const build = before.success ? await runBuild(runner, member, configuration) : before;
    const verdict = judgeBuild(configuration.name, member.paths, before, build);
    proofs.push(...verdict.proofs);
    judged.set(configuration.name, { build, fresh: verdict.fresh });
  }
  return { proofs, diagnostics: freshDiagnostics(runner, member, after, judged) };
}

async function versions(runner: Runner): Promise<string[]> {
  const found: string[] = [];
  for (const command of [
    ['rustc', '--version'],
    ['cargo', '--version'],
    ['cargo', 'clippy', '--version'],
    ['rustfmt', '--version'],
  ]) {
    try {
      const result = await runStaged(runner, command, '');
      if (result.exitCode === 0) found.push(result.stdout.trim().replace(/ \(.*$/, ''));
    } catch (error) {
      if (!isRefactorError(error) || error.problem.code !== 'program-not-found' || command[0] !== 'rustfmt')
        throw error;
    }
  }
  return found;
}
