import type { View } from '../../src/workspace/view.ts';
import { isFixture } from '../gate/is-fixture.ts';
import { crateItems, distributionItems, type PublicItem } from './public-items.ts';
import { crateReadme, distributionReadme, type ReadmeOf } from './readme-of.ts';

/** A crate or distribution, and where its README is. */
export interface Package {
  readonly kind: 'crate' | 'distribution';
  readonly name: string;
  readonly dir: string;
  readonly manifest: string;
  readonly readme: ReadmeOf;
  /** Read when it is first asked for; null where the source cannot be read. */
  readonly items: () => PublicItem[] | null;
}

/** Every crate and Python distribution, by manifest; a folder that is both counts once, as the crate. */
export function packagesOf(view: View): Package[] {
  // A member of the top workspace counts wherever it lies; what only tests read does not.
  const crates = view.manifests.crates.filter(
    ({ dir, name, cargoRoot }) => (!isFixture(dir) || cargoRoot === '') && !isApart(dir, name),
  );
  const distributions = view.manifests.distributions.filter(({ dir, name }) => !isFixture(dir) && !isApart(dir, name));
  const crateDirs = new Set(crates.map(({ dir }) => dir));
  const packages: Package[] = [
    ...crates.map(
      (crate): Package => ({
        kind: 'crate',
        name: crate.name,
        dir: crate.dir,
        manifest: crate.manifest,
        readme: crateReadme(view, crate),
        items: once(() => crateItems(view, crate)),
      }),
    ),
    ...distributions
      .filter(({ dir }) => !crateDirs.has(dir))
      .map(
        (one): Package => ({
          kind: 'distribution',
          name: one.name,
          dir: one.dir,
          manifest: one.manifest,
          readme: distributionReadme(view, one),
          items: once(() => distributionItems(view, one)),
        }),
      ),
  ];
  return packages.sort((a, b) => (a.manifest < b.manifest ? -1 : a.manifest > b.manifest ? 1 : 0));
}

/** Fuzz targets are no package for readers; `{{name}}` is a template of one. */
const isApart = (dir: string, name: string): boolean => /(?:^|\/)fuzz$/.test(dir) || /[{}<>]/.test(name);

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
