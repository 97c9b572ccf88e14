import { isRefactorError } from '../../../core/errors.ts';
import type { Diagnostic, Evidence, Proof, UnitCoverage } from '../../../core/evidence.ts';
import type { View } from '../../../workspace/view.ts';
import { LANGUAGE_TRAITS } from '../../language-traits.ts';
import { namedAmong } from '../../toolchains/named-programs.ts';
import { nextestSetting } from '../../toolchains/nextest-setting.ts';
import { askOnce, partOf, runsHere } from '../answers/ask.ts';
import { changedFiles } from '../changed-files.ts';
import { onceFor } from '../once-for.ts';
import type { ProofRequest, Prover } from '../prover.ts';
import { judgeAgainst, judgeTestCommand, judgeTests } from '../tests/judge-tests.ts';
import { proveApi } from './api/prove-api.ts';
import { askShipped, type Baseline, baselineOf } from './baseline.ts';
import { coverUnits } from './coverage/cover-units.ts';
import { formerView } from './former-view.ts';
import { leftBehind } from './left-behind.ts';
import { buildEnvironment, buildMember, configurationsOfMir, mirWords } from './member-build.ts';
import { judgeMir } from './mir/judge-mir.ts';
import { missingTools } from './missing-tools.ts';
import { withMadeNames, withOpenQuestions, withUncompared } from './open-questions.ts';
import { type Build, freshDiagnostics, judgeBuild } from './prove-build.ts';
import { type FormatProof, proveFormat } from './prove-format.ts';
import { runTestCommand, runTests } from './prove-tests.ts';
import { type CargoPackage, packageFolder, readPackages } from './read-packages.ts';
import { type Runner, runStaged } from './run-cargo.ts';
import { proveScope } from './scope/prove-scope.ts';
import { judgeShipped } from './shipping/compare-lists.ts';
import { withoutUnshipped } from './shipping/read-manifests.ts';
import { byOldNames, splicedModules } from './spliced-tests.ts';
import { syntaxEvidence } from './syntax/prove-syntax.ts';

/** The static proof, then cargo: builds in every configuration, rustdoc's JSON, rustc's MIR, the project's tests. */
export const rustProver: Prover = {
  language: 'rust',
  rungs: LANGUAGE_TRAITS.rust.rungs,
  divides: ['B', 'A', 'M', 'T'],
  programs: (search) => namedAmong(search, ['cargo', 'clippy', 'nextest']),
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
        rungs.includes('A') ? `cargo rustdoc in ${where}, for each set of features: runs what cargo check runs` : '',
        rungs.includes('M')
          ? `cargo check in ${where} with a compiler wrapper that prints MIR, in the same configurations`
          : '',
        rungs.includes('T') && !testCommand
          ? `${testProgram(before)} in ${where}, before and after, once more where outcomes differ: runs the package's tests`
          : '',
      ];
    });
    if (rungs.includes('T') && testCommand) lines.push(`${testCommand.join(' ')}, twice`);
    return lines.filter((line) => line !== '');
  },
  prove,
  leftBehind,
};

const testProgram = (view: View): string =>
  nextestSetting(view) ? 'cargo nextest run and cargo test --doc' : 'cargo test';

const isRust = (path: string): boolean => path.endsWith('.rs');

async function prove(request: ProofRequest): Promise<Evidence> {
  const { before, after, stage, rungs } = request;
  const paths = changedFiles(before, after, request.changeSet).filter(isRust);
  const proofs: Proof[] = [];
  const diagnostics: Diagnostic[] = [];
  const coverage: UnitCoverage[] = [];
  if (rungs.includes('S')) {
    const syntax = proveText(request, paths);
    proofs.push(...syntax.proofs);
    diagnostics.push(...syntax.diagnostics);
  }
  const asked = rungs.filter((rung) => rung !== 'S');
  if (paths.length === 0 || asked.length === 0) return { proofs, commands: [], diagnostics, tools: [] };
  if (!stage) throw new TypeError('a proof that runs programs needs a stage');
  const runner: Runner = { stage, commands: [], onProgress: request.onProgress, signal: request.signal };

  await stage.show('after');
  const tools = await askOnce(runner, 'same', ['versions'], () => versions(runner));
  const members = await askOnce(runner, 'same', ['packages'], () => readPackages(runner, after, paths));
  proofs.push(
    ...members.homeless.flatMap(({ path, why }) =>
      asked.map((rung): Proof => ({ rung, path, configuration: '-', verdict: 'not-run', why })),
    ),
  );
  if (rungs.includes('B'))
    for (const member of members.packages) {
      proofs.push(...missingTools(after, member, tools));
      const format = await askFormat(runner, member, before, after);
      proofs.push(...format.proofs);
      diagnostics.push(...format.diagnostics);
    }
  // Layout is mended from these suggestions; the builds wait for the result. A machine that runs a share of them alone does not hear of it.
  if (diagnostics.length > 0 && partOf(stage) === null)
    return { proofs, commands: runner.commands, diagnostics, tools };
  const baselines: Baseline[] = [];
  runner.onProgress({ type: 'phase', phase: 'baseline' });
  await stage.show('before');
  for (const member of members.packages) baselines.push(await baselineOf(runner, request, member, tools));
  const exitBefore =
    rungs.includes('T') && request.testCommand
      ? await onceFor(before, [stage.root, 'exit code', request.testCommand], () =>
          runTestCommand(runner, request.testCommand!),
        )
      : null;
  runner.onProgress({ type: 'phase', phase: 'prove' });
  await stage.show('after');
  for (const [i, member] of members.packages.entries()) {
    const judged = await proveMember(runner, request, member, baselines[i]!);
    proofs.push(...judged.proofs);
    diagnostics.push(...judged.diagnostics);
    coverage.push(...judged.coverage);
  }
  if (rungs.includes('T') && request.testCommand)
    proofs.push(...judgeTestCommand(paths, exitBefore, await runTestCommand(runner, request.testCommand)));
  return { proofs, commands: runner.commands, diagnostics, coverage, tools };
}

async function askFormat(runner: Runner, member: CargoPackage, before: View, after: View): Promise<FormatProof> {
  if (!runsHere(runner.stage, `rustfmt of ${member.folder || '.'}`)) return { proofs: [], diagnostics: [] };
  const run = () => proveFormat(runner, member, formerView(before, after), after);
  return askOnce(runner, 'any', ['format', member.folder], run);
}

/** The static rung; what it leaves open is reported where M is not asked for. */
function proveText(
  { before, after, changeSet, rungs, asked = rungs }: ProofRequest,
  paths: readonly string[],
): Pick<Evidence, 'proofs' | 'diagnostics'> {
  const { proofs, diagnostics } = syntaxEvidence(before, after, changeSet, paths);
  const shipped = withUncompared(withoutUnshipped(proofs, before, after), before, after);
  const named = asked.includes('A') ? shipped : withMadeNames(shipped, before, after);
  return { proofs: asked.includes('M') ? named : withOpenQuestions(named, before, after), diagnostics };
}

interface Judged {
  readonly proofs: Proof[];
  readonly diagnostics: readonly Diagnostic[];
  readonly coverage: readonly UnitCoverage[];
}

/** One package after the change. What a build shows to be wrong is not documented, read as MIR or tested: that would show nothing more. */
async function proveMember(
  runner: Runner,
  request: ProofRequest,
  member: CargoPackage,
  state: Baseline,
): Promise<Judged> {
  const { before, after, rungs } = request;
  const { builds, coverage, ...judged } = await proveBuilds(runner, request, member, state);
  const proofs = rungs.includes('B') ? [...judged.proofs, ...(await proveShipped(runner, request, member, state))] : [];
  const diagnostics = rungs.includes('B') ? judged.diagnostics : [];
  if (proofs.some(({ verdict }) => verdict === 'failed')) return { proofs, diagnostics, coverage };
  // M compares what the code has become: it needs no such question.
  if (rungs.includes('B') && !rungs.includes('M') && isAskedOfNames(runner, builds))
    proofs.push(...(await proveScope(runner, request, member, { builds, coverage })));
  if (proofs.some(({ verdict }) => verdict === 'failed')) return { proofs, diagnostics, coverage };
  if (rungs.includes('A')) {
    const env = buildEnvironment(runner, request, member);
    proofs.push(...(await proveApi(runner, member, state, builds, env)));
  }
  if (rungs.includes('M'))
    for (const name of configurationsOfMir(state.builds)) {
      const sides = [
        { view: before, build: state.builds.get(name)! },
        { view: after, build: builds.get(name)! },
      ] as const;
      const judge = async () => judgeMir(name, { paths: member.paths, modules: state.modules }, ...sides);
      proofs.push(...(await askOnce(runner, 'any', mirWords(member, name), judge)));
    }
  if (state.tests) {
    const ran = await runTests(runner, member, state.folds, 'after');
    const named = byOldNames(ran, splicedModules(before, after, member));
    const judge: Parameters<typeof judgeAgainst>[2] = (...runs) => judgeTests(member.paths, 'cargo test', ...runs);
    proofs.push(...(await judgeAgainst(state.tests, named, judge)));
  }
  return { proofs, diagnostics, coverage };
}

/** Of machines that run a share each, the one that compiles the package as it is: most often that build shows all that moved. */
const isAskedOfNames = ({ stage }: Runner, builds: ReadonlyMap<string, Build>): boolean =>
  partOf(stage) === null || builds.has('lib');

async function proveShipped(
  runner: Runner,
  { before, after }: ProofRequest,
  member: CargoPackage,
  { shipped }: Baseline,
): Promise<Proof[]> {
  if (shipped === null) return [];
  return judgeShipped(before, after, member, [shipped, await askShipped(runner, member, 'after')]);
}

async function proveBuilds(
  runner: Runner,
  request: ProofRequest,
  member: CargoPackage,
  state: Baseline,
): Promise<Judged & { readonly builds: ReadonlyMap<string, Build> }> {
  const { after } = request;
  const proofs: Proof[] = [];
  const judged = new Map<string, { build: Build; fresh: ReturnType<typeof judgeBuild>['fresh'] }>();
  const shown = {
    view: after,
    state: 'after' as const,
    modules: state.modules.after,
    spliced: splicedModules(request.before, after, member),
  };
  for (const [name, before] of state.builds) {
    const configuration = { name, command: before.command, target: before.target, cfgs: before.cfgs };
    const build = before.success ? await buildMember(runner, request, member, configuration, shown) : before;
    const verdict = judgeBuild(configuration.name, member.paths, before, build);
    proofs.push(...verdict.proofs);
    judged.set(configuration.name, { build, fresh: verdict.fresh });
  }
  const builds = new Map([...judged].map(([name, { build }]) => [name, build]));
  const shows = new Map([...builds].filter(([name]) => state.builds.get(name)!.success));
  const covered = coverUnits(
    { before: formerView(request.before, after), after, paths: member.paths, builds: shows },
    request.rungs,
  );
  proofs.push(...covered.proofs);
  return { proofs, diagnostics: freshDiagnostics(runner, member, after, judged), coverage: covered.units, builds };
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
