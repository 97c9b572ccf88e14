import type { View } from '../../../workspace/view.ts';
import type { ProofRequest } from '../prover.ts';
import type { TestAttempt } from '../tests/judge-tests.ts';
import { type Documents, documentTargets, featureSets, interfacesOf, reachOf } from './api/documentation.ts';
import { chooseTester, type Tester } from './choose-tester.ts';
import { collectBuilds } from './collect-builds.ts';
import { foldsOf } from './doctest-folds.ts';
import { buildEnvironment, buildMember } from './member-build.ts';
import { type ModuleDifference, moduleDifference } from './module-paths.ts';
import { type Build, buildConfigurations } from './prove-build.ts';
import type { CargoPackage } from './read-packages.ts';
import type { Runner } from './run-cargo.ts';

/** What the rungs found out about a package before the change. */
export interface Baseline {
  readonly builds: ReadonlyMap<string, Build>;
  /** By set of features. */
  readonly documents: ReadonlyMap<string, Documents>;
  readonly modules: ModuleDifference;
  readonly tests: { readonly tester: Tester; readonly attempts: readonly [TestAttempt, TestAttempt] } | null;
  readonly folds: readonly [string, string][];
}

// A refined change is proven against the same baseline: a view is bound to its bytes, so its builds are run once.
const known = new WeakMap<View, Map<string, Promise<Baseline>>>();

/** Runs what the asked rungs compare with; the stage shows the state before. */
export function baselineOf(
  runner: Runner,
  request: ProofRequest,
  member: CargoPackage,
  clippy: boolean,
): Promise<Baseline> {
  const modules = moduleDifference(request.before, request.after, member);
  const states = known.get(request.before) ?? new Map<string, Promise<Baseline>>();
  known.set(request.before, states);
  const { rungs, testCommand } = request;
  const key = JSON.stringify([runner.stage.root, member.folder, rungs, testCommand, clippy, modules.before]);
  const state = states.get(key) ?? runBaseline(runner, request, member, clippy, modules);
  states.set(key, state);
  return state.then((one) => ({ ...one, modules, folds: foldsOf(request.before, request.after, member) }));
}

async function runBaseline(
  runner: Runner,
  request: ProofRequest,
  member: CargoPackage,
  clippy: boolean,
  modules: ModuleDifference,
): Promise<Baseline> {
  const { before, rungs } = request;
  const configurations = buildConfigurations(member, clippy && rungs.includes('B'));
  const builds = rungs.some((rung) => rung !== 'T')
    ? await collectBuilds(before, member, configurations, (one) =>
        buildMember(runner, request, member, one, before, modules.before),
      )
    : new Map<string, Build>();
  const documents = new Map<string, Documents>();
  if (rungs.includes('A')) {
    const env = buildEnvironment(runner, request, member);
    for (const set of featureSets(builds)) {
      const targets = interfacesOf(reachOf(member.paths, set, builds));
      documents.set(set.name, await documentTargets(runner, member, targets, { ...set, env, modules: modules.before }));
    }
  }
  const own = rungs.includes('T') && !request.testCommand;
  const folds = foldsOf(before, request.after, member);
  const tests = own ? await testBaseline(runner, request, member, folds) : null;
  return { builds, documents, modules, tests, folds };
}

async function testBaseline(
  runner: Runner,
  { before }: ProofRequest,
  member: CargoPackage,
  folds: Baseline['folds'],
): Promise<Baseline['tests']> {
  const tester = await chooseTester(runner, member, before.config.rust.testRunner);
  return {
    tester,
    attempts: [await tester.run(runner, member, folds), await tester.run(runner, member, folds)],
  };
}
