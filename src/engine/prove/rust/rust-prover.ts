import { isRefactorError } from '../../../core/errors.ts';
import type { Diagnostic, Evidence, Proof } from '../../../core/evidence.ts';
import type { View } from '../../../workspace/view.ts';
import { changedFiles } from '../changed-files.ts';
import type { ProofRequest, Prover } from '../prover.ts';
import { foldsOf } from './doctest-folds.ts';
import { type Build, buildConfigurations, freshDiagnostics, judgeBuild, runBuild } from './prove-build.ts';
import { proveFormat, wasFormatted } from './prove-format.ts';
import { judgeTestCommand, judgeTests, runTestCommand, runTests, type TestAttempt } from './prove-tests.ts';
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
          ? `cargo check and cargo clippy in ${where}, in up to five configurations: runs build scripts and procedural macros`
          : '',
        rungs.includes('T') && !testCommand ? `cargo test in ${where}, three times: runs the package's tests` : '',
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
  const known = await readPackages(runner, after, paths);
  for (const { path, why } of known.homeless)
    for (const rung of asked) proofs.push({ rung, path, configuration: '-', verdict: 'not-run', why });
  const clippy = tools.some((tool) => tool.startsWith('clippy'));
  const baselines: { member: CargoPackage; state: State }[] = [];
  await stage.show('before');
  for (const member of known.packages)
    baselines.push({ member, state: await baseline(runner, request, member, clippy) });
  const exitBefore =
    rungs.includes('T') && request.testCommand ? await runTestCommand(runner, request.testCommand) : null;
  await stage.show('after');
  for (const { member, state } of baselines) {
    if (rungs.includes('B')) {
      const judged = await proveBuilds(runner, member, state, after);
      proofs.push(...judged.proofs);
      diagnostics.push(...judged.diagnostics);
    }
    if (state.tests) proofs.push(...judgeTests(member.paths, state.tests, await runTests(runner, member, state.folds)));
  }
  if (rungs.includes('T') && request.testCommand)
    proofs.push(...judgeTestCommand(paths, exitBefore, await runTestCommand(runner, request.testCommand)));
  for (const proof of proofs) request.onProgress({ type: 'proof', ...proof });
  return { proofs, commands: runner.commands, diagnostics, tools };
}

interface State {
  readonly builds: ReadonlyMap<string, Build>;
  readonly formatted: boolean | null;
  readonly tests: readonly [TestAttempt, TestAttempt] | null;
  readonly folds: readonly [string, string][];
  readonly clippy: boolean;
}

async function baseline(runner: Runner, request: ProofRequest, member: CargoPackage, clippy: boolean): Promise<State> {
  const builds = new Map<string, Build>();
  const folds = foldsOf(request.before, request.after, member);
  let formatted: boolean | null = null;
  if (request.rungs.includes('B')) {
    for (const configuration of buildConfigurations(member, clippy))
      builds.set(configuration.name, await runBuild(runner, member, configuration));
    formatted = await wasFormatted(runner, member, request.before);
  }
  const own = request.rungs.includes('T') && !request.testCommand;
  const tests = own ? ([await runTests(runner, member, folds), await runTests(runner, member, folds)] as const) : null;
  return { builds, formatted, tests, folds, clippy };
}

async function proveBuilds(
  runner: Runner,
  member: CargoPackage,
  state: State,
  after: View,
): Promise<{ proofs: Proof[]; diagnostics: Diagnostic[] }> {
  const proofs: Proof[] = [];
  const judged = new Map<string, { build: Build; fresh: ReturnType<typeof judgeBuild>['fresh'] }>();
  for (const configuration of buildConfigurations(member, state.clippy)) {
    const before = state.builds.get(configuration.name)!;
    const build = before.success ? await runBuild(runner, member, configuration) : before;
    const verdict = judgeBuild(configuration.name, member.paths, before, build);
    proofs.push(...verdict.proofs);
    judged.set(configuration.name, { build, fresh: verdict.fresh });
  }
  if (state.formatted) proofs.push(...(await proveFormat(runner, member, after)));
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
