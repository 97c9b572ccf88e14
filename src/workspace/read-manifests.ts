import { byText } from '../core/compare.ts';
import { readCrates } from './cargo/read-crates.ts';
import { readPackages } from './javascript/read-packages.ts';
import { manifestFiles } from './manifest-files.ts';
import type { Manifests } from './manifests.ts';
import { readDistributions } from './python/read-distributions.ts';
import type { FileEntry } from './view.ts';

/** Everything that the manifests say. A manifest that is broken is a problem with its line; the others still count. */
export function readManifests(files: readonly FileEntry[], read: (path: string) => string): Manifests {
  const known = manifestFiles(files, read);
  const crates = readCrates(known);
  const distributions = readDistributions(known);
  const packages = readPackages(known);
  const problems = known.problems.sort(
    (a, b) => byText(a.path, b.path) || (a.line ?? 0) - (b.line ?? 0) || byText(a.reason, b.reason),
  );
  return { crates, distributions, packages, problems };
}
