import { onceFor } from '../once-for.ts';
import type { ProofRequest } from '../prover.ts';
import type { TestAttempt } from '../tests/judge-tests.ts';
import { type Documents, documentTargets, featureSets, interfacesOf, reachOf } from './api/documentation.ts';
import { collectBuilds } from './collect-builds.ts';
import { foldsOf } from './doctest-folds.ts';
import { buildEnvironment, buildMember } from './member-build.ts';
import { type ModuleDifference, moduleDifference } from './module-paths.ts';
import { type Build, buildConfigurations } from './prove-build.ts';
import { runTests } from './prove-tests.ts';
import type { CargoPackage } from './read-packages.ts';
import type { Runner } from './run-cargo.ts';

/** What the rungs found out about a package before the change. */
export interface Baseline {
  readonly builds: ReadonlyMap<string, Build>;
  /** By set of features. */
  readonly documents: ReadonlyMap<string, Documents>;
  readonly modules: ModuleDifference;
  readonly tests: readonly [TestAttempt, TestAttempt] | null;
  /** What the doctests' paths become after the change. */
  readonly folds: readonly [string, string][];
}

/** Runs what the asked rungs compare with; the stage shows the state before. */
export async function baselineOf(
  runner: Runner,
  request: ProofRequest,
  member: CargoPackage,
  clippy: boolean,
): Promise<Baseline> {
  const { before, after, rungs, testCommand } = request;
  const modules = moduleDifference(before, after, member);
  const paths = member.paths.filter((path) => before.file(path));
  const key = ['rust', runner.stage.root, member.folder, paths, rungs, testCommand, clippy, modules.before];
  const state = await onceFor(before, key, () => runBaseline(runner, request, member, clippy, modules));
  return { ...state, modules, folds: foldsOf(before, after, member) };
}

async function runBaseline(
  runner: Runner,
  request: ProofRequest,
  member: CargoPackage,
  clippy: boolean,
  modules: ModuleDifference,
): Promise<Omit<Baseline, 'folds'>> {
  const { before, rungs } = request;
  const configurations = buildConfigurations(member, clippy && rungs.includes('B'));
  const builds = rungs.some((rung) => rung !== 'T')
    ? await collectBuilds(before, member, configurations, (one) =>
        buildMember(runner, request, member, one, { view: before, modules: modules.before, spliced: [] }),
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
  // Nothing is folded: an item may have the very name that a module gets.
  const tests = own ? ([await runTests(runner, member, []), await runTests(runner, member, [])] as const) : null;
  return { builds, documents, modules, tests };
}
