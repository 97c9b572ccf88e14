import { askOnce, partOf, runsHere } from '../answers/ask.ts';
import { inStateBefore } from '../in-state-before.ts';
import { onceFor } from '../once-for.ts';
import type { ProofRequest } from '../prover.ts';
import type { TestTime } from '../tests/ask-tests.ts';
import type { TestsBefore } from '../tests/judge-tests.ts';
import { testsBefore } from '../tests/tests-before.ts';
import {
  type Documents,
  documentTargets,
  type FeatureSet,
  featureSets,
  interfacesOf,
  reachOf,
} from './api/documentation.ts';
import { collectBuilds } from './collect-builds.ts';
import { installedTargets, readTargetCfg, type TargetCfg } from './coverage/target-cfg.ts';
import { unstableAway } from './coverage/unstable-features.ts';
import { wantsOf } from './coverage/wants.ts';
import { foldsOf } from './doctest-folds.ts';
import { byFormerNames, formerView, renamedFiles } from './former-view.ts';
import { buildEnvironment, buildMember } from './member-build.ts';
import { type ModuleDifference, moduleDifference } from './module-paths.ts';
import { type Build, type BuildConfiguration, buildConfigurations } from './prove-build.ts';
import { runTests } from './prove-tests.ts';
import type { CargoPackage } from './read-packages.ts';
import type { Runner } from './run-cargo.ts';
import { listShipped, type Shipped } from './shipping/compare-lists.ts';

/** What the rungs found out about a package before the change. */
export interface Baseline {
  readonly builds: ReadonlyMap<string, Build>;
  /** By set of features. */
  readonly documents: ReadonlyMap<string, Documents>;
  readonly modules: ModuleDifference;
  /** The same of one set that was not documented ahead; leaves the stage in the state after. */
  readonly document: (set: FeatureSet) => Promise<Documents>;
  readonly tests: TestsBefore | null;
  /** What cargo would publish; null where that is nothing, or where B is not asked for. */
  readonly shipped: Shipped | null;
  /** What the doctests' paths become after the change. */
  readonly folds: readonly [string, string][];
}

/**
 * Runs what the asked rungs compare with; the stage shows the state before.
 * @param tools the versions of the programs
 */
export async function baselineOf(
  runner: Runner,
  request: ProofRequest,
  member: CargoPackage,
  tools: readonly string[],
): Promise<Baseline> {
  const clippy = tools.some((tool) => tool.startsWith('clippy'));
  const { before, after, rungs, testCommand } = request;
  const former = formerView(before, after);
  const modules = moduleDifference(former, after, member);
  const old = member.paths.filter((path) => former.file(path));
  // Each answer is kept by what it depends on: a refined change asks for the same, and perhaps for one build more.
  const once = <Answer>(key: readonly unknown[], ask: () => Promise<Answer>): Promise<Answer> =>
    onceFor(before, ['rust', runner.stage.root, member.folder, old, rungs.includes('M'), modules.before, ...key], ask);
  const builds = rungs.some((rung) => rung !== 'T')
    ? await buildsOf(runner, request, member, { clippy: clippy && rungs.includes('B'), modules: modules.before, once })
    : new Map<string, Build>();
  const documents = new Map<string, Documents>();
  const env = buildEnvironment(runner, request, member);
  const describe = (set: FeatureSet): Promise<Documents> => {
    const targets = [...interfacesOf(reachOf(member.paths, set, builds))];
    const ask = () => documentTargets(runner, member, targets, { ...set, env, modules: modules.before });
    return once(['documents', set.name, targets], ask);
  };
  if (rungs.includes('A'))
    for (const set of featureSets(builds)) {
      // Another machine has judged what it documented, and tells its commands alone.
      await askOnce(runner, 'any', ['documented', member.folder, set.name], async () => {
        documents.set(set.name, await describe(set));
      });
    }
  const shipped = rungs.includes('B') ? await once(['shipped'], () => askShipped(runner, member, 'before')) : null;
  const own = rungs.includes('T') && !testCommand;
  // Nothing is folded: an item may have the very name that a module gets.
  const run = (time: TestTime) => runTests(runner, member, [], time);
  const key = ['rust', member.folder, member.tester, tools];
  return {
    builds,
    documents,
    document: (set) => inStateBefore(runner.stage, () => describe(set)),
    modules,
    shipped,
    tests: own ? await testsBefore({ stage: runner.stage, before, key, run }) : null,
    folds: foldsOf(former, after, member),
  };
}

interface BuildOptions {
  readonly clippy: boolean;
  readonly modules: readonly string[];
  readonly once: <Answer>(key: readonly unknown[], ask: () => Promise<Answer>) => Promise<Answer>;
}

function buildsOf(
  runner: Runner,
  request: ProofRequest,
  member: CargoPackage,
  { clippy, modules, once }: BuildOptions,
): Promise<Map<string, Build>> {
  const { before, after } = request;
  const shown = { view: before, state: 'before', modules, spliced: [] } as const;
  const renamed = renamedFiles(before, after);
  const former = formerView(before, after);
  const run = (one: BuildConfiguration): Promise<Build> =>
    once(['build', one.command, one.cfgs ?? []], async () =>
      byFormerNames(await buildMember(runner, request, member, one, shown), renamed),
    );
  const platforms = (): Promise<TargetCfg[]> => once(['platforms'], () => otherPlatforms(runner, member));
  const wants = wantsOf(former, after, member.paths);
  const without = unstableAway(former, member.paths);
  const configurations = buildConfigurations(member, clippy).filter(({ name }) => isBuiltHere(runner, member, name));
  // What to search for is known by all builds: no share of them tells it.
  const isShare = partOf(runner.stage) !== null;
  return collectBuilds(former, configurations, {
    member,
    wants: isShare ? [] : wants,
    isShare,
    without,
    platforms,
    run,
  });
}

/** Configurations of one set of features are documented together, and so they run on one machine. */
function isBuiltHere({ stage }: Runner, { folder }: CargoPackage, name: string): boolean {
  const set = name === 'lib' || name === 'all-targets' ? 'default features' : name;
  return runsHere(stage, `cargo: ${set} of ${folder || '.'}`);
}

/** What cargo would publish of a package in one of the states; null on a machine that does not ask. */
export async function askShipped(
  runner: Runner,
  member: CargoPackage,
  state: 'before' | 'after',
): Promise<Shipped | null> {
  if (!runsHere(runner.stage, `cargo package of ${member.folder || '.'}`)) return null;
  return askOnce(runner, 'any', ['shipped', member.folder, state], () => listShipped(runner, member));
}

async function otherPlatforms(runner: Runner, { folder, target }: CargoPackage): Promise<TargetCfg[]> {
  const found: TargetCfg[] = [];
  for (const triple of await installedTargets(runner)) {
    const cfg = await readTargetCfg(runner, folder, triple);
    const isOwn = triple === target.triple || sameOptions(cfg.options, target.options);
    if (!isOwn) found.push(cfg);
  }
  return found;
}

const sameOptions = (a: TargetCfg['options'], b: TargetCfg['options']): boolean =>
  a !== null && b !== null && [...a].sort().join('\n') === [...b].sort().join('\n');
