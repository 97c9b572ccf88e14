import { messageFold } from '../compare-messages.ts';
import { moduleFold } from '../mir/normal-paths.ts';
import type { Build } from '../prove-build.ts';
import type { CargoPackage } from '../read-packages.ts';
import type { Runner } from '../run-cargo.ts';
import { withoutTests } from './judge-api.ts';
import { type Documentation, runRustdoc } from './run-rustdoc.ts';

/** The same features in one or more of B's configurations. */
export interface FeatureSet {
  readonly name: string;
  readonly flags: readonly string[];
  /** The configurations that choose them. */
  readonly configurations: readonly string[];
}

/** Features of cargo's commands, each set once: what is documented once for several builds. */
export function featureSets(builds: ReadonlyMap<string, Build>): FeatureSet[] {
  const sets = new Map<string, { name: string; flags: string[]; configurations: string[] }>();
  for (const [configuration, { command, cfgs, success }] of builds) {
    // rustdoc is given neither the profile nor other options: its output would be the same again.
    const isOther = command.includes('--config') || cfgs.length > 0;
    const isSet = command[1] !== 'clippy' && configuration !== 'dependents' && !isOther;
    if (!success || !isSet) continue;
    const flags = command.slice(2).filter((word) => !/^--(?:all-targets|tests|message-format=json)$/.test(word));
    const name =
      flags.length === 0
        ? 'default features'
        : flags
            .join(' ')
            .replace(/^--/, '')
            .replace(/^features (?!.*,)/, 'feature ');
    const set = sets.get(name) ?? { name, flags, configurations: [] };
    sets.set(name, set);
    set.configurations.push(configuration);
  }
  return [...sets.values()];
}

/** For each of some files the targets that compile it with a set of features. */
export function reachOf(
  paths: readonly string[],
  set: FeatureSet,
  builds: ReadonlyMap<string, Build>,
): ReadonlyMap<string, ReadonlySet<string>> {
  const reach = new Map<string, Set<string>>();
  for (const configuration of set.configurations)
    for (const [target, files] of builds.get(configuration)?.byTarget ?? [])
      for (const path of paths) if (files.has(path)) reach.set(path, (reach.get(path) ?? new Set()).add(target));
  return reach;
}

const HAS_INTERFACE = /^(?:lib$|bin |example )/;

/** Targets whose interface some files can belong to. */
export const interfacesOf = (reach: ReadonlyMap<string, ReadonlySet<string>>): Set<string> =>
  new Set(
    [...reach.values()].flatMap((places) => [...places].map(withoutTests)).filter((one) => HAS_INTERFACE.test(one)),
  );

export type Documents = ReadonlyMap<string, Documentation>;

export interface DocumentOptions {
  readonly flags: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** Those that only the shown state has. */
  readonly modules: readonly string[];
}

/** Documents some targets of a package in the state that the stage shows. */
export async function documentTargets(
  runner: Runner,
  member: CargoPackage,
  targets: Iterable<string>,
  { flags, env, modules }: DocumentOptions,
): Promise<Map<string, Documentation>> {
  const found = new Map<string, Documentation>();
  for (const target of targets) {
    const crate = target === 'lib' ? member.crate : target.replace(/^\w+ /, '').replaceAll('-', '_');
    const folds = { fold: moduleFold(modules, crate), foldMessage: messageFold(modules, crate) };
    found.set(target, await runRustdoc(runner, member, { target, flags, env, ...folds }));
  }
  return found;
}
