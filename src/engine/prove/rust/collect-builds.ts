import type { View } from '../../../workspace/view.ts';
import { type Build, type BuildConfiguration, featureConfiguration, withFewerTargets } from './prove-build.ts';
import type { CargoPackage } from './read-packages.ts';

/**
 * Builds the baseline in each configuration; one that fails is tried with fewer targets, and a file that no build compiles is searched
 * for behind one feature.
 */
export async function collectBuilds(
  before: View,
  member: CargoPackage,
  configurations: readonly BuildConfiguration[],
  run: (configuration: BuildConfiguration) => Promise<Build>,
): Promise<Map<string, Build>> {
  const builds = new Map<string, Build>();
  for (const configuration of configurations) {
    for (const one of [configuration, ...withFewerTargets(configuration)]) {
      const build = await run(one);
      builds.set(one.name, build);
      if (build.success) break;
    }
  }
  const hidden = member.paths.filter((path) => before.file(path) && !isCompiled(path, builds));
  if (hidden.length > 0) await searchFeature(member, hidden, builds, run);
  return builds;
}

const isCompiled = (path: string, builds: ReadonlyMap<string, Build>): boolean =>
  [...builds.values()].some(({ success, compiled }) => success && compiled.has(path));

/** A file that no usual build compiles may wait for one feature: `--all-features` often wants another toolchain. */
async function searchFeature(
  member: CargoPackage,
  hidden: readonly string[],
  builds: Map<string, Build>,
  run: (configuration: BuildConfiguration) => Promise<Build>,
): Promise<void> {
  const likely = (feature: string): number => (hidden.some((path) => path.includes(feature)) ? 0 : 1);
  const features = [...member.features].sort((a, b) => likely(a) - likely(b)).slice(0, MOST_FEATURES);
  for (const feature of features) {
    const configuration = featureConfiguration(feature);
    for (const one of [configuration, ...withFewerTargets(configuration)]) {
      const build = await run(one);
      if (!build.success) continue;
      if (!hidden.every((path) => build.compiled.has(path))) break;
      builds.set(one.name, build);
      return;
    }
  }
}

const MOST_FEATURES = 12;
