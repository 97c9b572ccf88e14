import type { View } from '../../../workspace/view.ts';
import { buildWithLess } from './build-with-less.ts';
import { type Search, searchBuilds } from './coverage/search-builds.ts';
import { type Build, type BuildConfiguration, settingsConfiguration } from './prove-build.ts';
import type { CargoPackage } from './read-packages.ts';

/**
 * Builds the baseline in each configuration; one that fails is tried with fewer targets. What none of them compiles is searched for by the
 * conditions that it stands under, and a file that is still in no build behind one feature after the other.
 */
export async function collectBuilds(
  before: View,
  configurations: readonly BuildConfiguration[],
  search: Search,
): Promise<Map<string, Build>> {
  const builds = new Map<string, Build>();
  for (const configuration of configurations)
    for (const [name, build] of await buildWithLess(configuration, search.run)) builds.set(name, build);
  await searchBuilds(search, builds);
  if (search.isShare) return builds;
  const hidden = search.member.paths.filter((path) => before.file(path) && !isCompiled(path, builds));
  if (hidden.length > 0) await searchFeature(search.member, hidden, builds, search.run);
  return builds;
}

const isCompiled = (path: string, builds: ReadonlyMap<string, Build>): boolean =>
  [...builds.values()].some(({ success, compiled }) => success && compiled.has(path));

/** A file that no usual build compiles may wait for one feature: `--all-features` often wants another toolchain. */
async function searchFeature(
  member: CargoPackage,
  hidden: readonly string[],
  builds: Map<string, Build>,
  run: Search['run'],
): Promise<void> {
  const likely = (feature: string): number => (hidden.some((path) => path.includes(feature)) ? 0 : 1);
  const features = [...member.features].sort((a, b) => likely(a) - likely(b)).slice(0, MOST_FEATURES);
  for (const feature of features) {
    const choice = { defaults: true, features: [feature] };
    const configuration = settingsConfiguration(member, { choice, debugAssertions: true, cfgs: [] });
    const tried = builds.has(configuration.name) ? [] : await buildWithLess(configuration, run);
    const [name, build] = tried[tried.length - 1] ?? [];
    if (name === undefined || !build?.success || !hidden.every((path) => build.compiled.has(path))) continue;
    builds.set(name, build);
    return;
  }
}

const MOST_FEATURES = 12;
