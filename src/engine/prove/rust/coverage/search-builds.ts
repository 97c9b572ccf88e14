import { allHold } from '../../../../languages/rust/cfg-truth.ts';
import { buildWithLess } from '../build-with-less.ts';
import { type Build, type BuildConfiguration, settingsConfiguration } from '../prove-build.ts';
import type { CargoPackage } from '../read-packages.ts';
import { environmentOf } from './cfg-environment.ts';
import { type Group, groupsOf, halvesOf } from './group-wants.ts';
import { type Solver, solve } from './solve.ts';
import type { TargetCfg } from './target-cfg.ts';
import type { Want } from './wants.ts';

/** What is searched for, and how. */
export interface Search {
  readonly member: CargoPackage;
  readonly wants: readonly Want[];
  /** The builds are some of those that all machines run: what none of them compiles is not known here. */
  readonly isShare?: boolean;
  /** What a build does without as long as it can: features of the crate that ask for another toolchain. */
  readonly without: readonly string[];
  /** Other platforms that code can be checked for here. */
  readonly platforms: () => Promise<readonly TargetCfg[]>;
  readonly run: (configuration: BuildConfiguration) => Promise<Build>;
}

/** Settings that are tried at most on the state before: each further one is as dear as a rung. */
const MOST_TRIES = 10;
/** The same for builds that leave code away: what is missing then is seen by the usual builds of most packages. */
const MOST_AWAY = 3;
const MOST_PLATFORMS = 2;

/**
 * Adds builds in which code is compiled that no build so far has: one with as many features as go together, and where that does not build,
 * halves of it. What builds in no way is reported by a build that failed.
 */
export async function searchBuilds(search: Search, builds: Map<string, Build>): Promise<void> {
  const solver = solverOf(search.member, builds);
  if (solver === null) return;
  const missing = (away: boolean): Want[] => search.wants.filter((want) => want.away === away && !isMet(want, builds));
  const needed = missing(false);
  const budget = { tries: MOST_TRIES };
  const gentle = needed.map((want) => ({ ...want, predicates: [...want.predicates, ...search.without] }));
  await tryAll(search, builds, groupsOf(gentle, solver), budget);
  await tryAll(search, builds, groupsOf(missing(false), solver), budget);
  const unsolved = needed.filter(({ predicates }) => solve(predicates, solver) === null);
  const platforms = unsolved.length === 0 ? [] : await search.platforms();
  const groups = platforms.flatMap((target) => groupsOf(unsolved, platformSolver(search.member, target), target));
  await tryAll(search, builds, groups.slice(0, MOST_PLATFORMS), budget);
  await tryAll(search, builds, groupsOf(missing(true), solver), { tries: MOST_AWAY });
}

/** Whether some build compiles what is wanted. */
const isMet = ({ predicates, path }: Want, builds: ReadonlyMap<string, Build>): boolean =>
  [...builds.values()].some(
    ({ success, targets }) =>
      success &&
      targets.some(
        ({ own, files, isSet }) => own && (path === null || files.has(path)) && allHold(predicates, isSet) === true,
      ),
  );

/** Whatever settings a build gets, it keeps the options of those that were made, but for those that can be chosen. */
function solverOf({ featureTable }: CargoPackage, builds: ReadonlyMap<string, Build>): Solver | null {
  const compiled = [...builds.values()].flatMap(({ success, targets }) => (success ? targets : []));
  const base = compiled.find(({ own }) => own)?.isSet;
  return base ? { table: featureTable, base } : null;
}

function platformSolver({ featureTable }: CargoPackage, target: TargetCfg): Solver {
  const choice = { features: new Set<string>(), test: false, debugAssertions: true, procMacro: false };
  return { table: featureTable, base: environmentOf({ ...choice, clippy: false, script: [] }, target) };
}

interface Budget {
  tries: number;
}

async function tryAll(
  search: Search,
  builds: Map<string, Build>,
  groups: readonly Group[],
  budget: Budget,
): Promise<void> {
  const queue = [...groups];
  for (let group = queue.shift(); group && budget.tries > 0; group = queue.shift()) {
    if (group.members.every(({ wants }) => wants.every((want) => isMet(want, builds)))) continue;
    queue.unshift(...(await tryGroup(search, builds, group, budget)));
  }
}

/** @returns the halves of a group that does not build */
async function tryGroup(
  { member, run }: Search,
  builds: Map<string, Build>,
  group: Group,
  budget: Budget,
): Promise<Group[]> {
  const configuration = settingsConfiguration(member, group.settings, group.target);
  if (builds.has(configuration.name)) return [];
  budget.tries -= 1;
  const tried = await buildWithLess(configuration, run);
  const [name, build] = tried[tried.length - 1]!;
  const halves = build.success ? [] : halvesOf(group, member.featureTable);
  const isNeeded = group.members.some(({ wants }) => wants.some(({ away }) => !away));
  if (build.success) builds.set(name, build);
  else if (halves.length === 0 && isNeeded) builds.set(configuration.name, tried[0]![1]);
  return halves;
}
