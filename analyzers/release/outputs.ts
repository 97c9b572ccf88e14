import { dependencyTables } from '../../src/workspace/cargo/dependency-tables.ts';
import { joinPath, stringAt, type Table, tableAt } from '../../src/workspace/manifest-files.ts';
import type { Crate, Distribution } from '../../src/workspace/manifests.ts';
import type { View } from '../../src/workspace/view.ts';
import { isFixture } from '../gate/is-fixture.ts';
import { manifestTable, rootManifestOf } from '../workspace-lints/read-lints.ts';

/** What a release of one Cargo workspace brings out. */
export interface ReleaseOutputs {
  /** Folder of the Cargo workspace. */
  readonly root: string;
  /** The lock file is committed: builds can be held to it. */
  readonly isLocked: boolean;
  /** Crates that a registry would take, dependencies first. */
  readonly crates: readonly string[];
  /** Programs that users run, by the crate that holds them. */
  readonly programs: readonly { readonly crate: string; readonly name: string }[];
}

const SIDE = /(?:^|\/)(?:examples?|benches|benchmarks?|fuzz|xtask|tools?|scripts?)(?:\/|$)/;

/** The outputs of each Cargo workspace, without those that are input of tests or helpers of the build. */
export function releaseOutputs(view: View): ReleaseOutputs[] {
  const crates = view.manifests.crates.filter(
    ({ dir, cargoRoot }) => !isFixture(dir) && !isFixture(cargoRoot) && !SIDE.test(dir) && !SIDE.test(cargoRoot),
  );
  const roots = [...new Set(crates.map(({ cargoRoot }) => cargoRoot))].sort();
  return roots.map((root) => {
    const members = crates.filter(({ cargoRoot }) => cargoRoot === root);
    return {
      root,
      isLocked: view.file(root === '' ? 'Cargo.lock' : `${root}/Cargo.lock`) !== undefined,
      crates: dependenciesFirst(
        view,
        members.filter((crate) => isPublishable(view, crate)),
      ),
      programs: members.flatMap(({ name: crate, targets }) =>
        targets.filter(({ kind }) => kind === 'bin').map(({ name }) => ({ crate, name })),
      ),
    };
  });
}

/** Distributions that are built of a crate. */
export const wheels = (view: View): readonly Distribution[] =>
  view.manifests.distributions.filter(({ dir, mixed }) => mixed && !isFixture(dir) && !SIDE.test(dir));

/** A registry asks for a description and a licence; `publish = false` says no. */
function isPublishable(view: View, crate: Crate): boolean {
  const table = manifestTable(view, crate.manifest);
  const packageTable = tableAt(table, 'package');
  const shared = tableAt(tableAt(manifestTable(view, rootManifestOf(crate)), 'workspace'), 'package');
  const settingOf = (key: string): unknown =>
    tableAt(packageTable, key)?.workspace === true ? shared?.[key] : packageTable?.[key];
  const publish = settingOf('publish');
  if (publish === false || (Array.isArray(publish) && publish.length === 0)) return false;
  return (
    typeof settingOf('description') === 'string' &&
    (typeof settingOf('license') === 'string' || typeof settingOf('license-file') === 'string')
  );
}

/** In the order in which a registry has to get them; a cycle by development dependencies is none. */
function dependenciesFirst(view: View, crates: readonly Crate[]): string[] {
  const order: string[] = [];
  const begun = new Set<Crate>();
  const visit = (crate: Crate): void => {
    if (begun.has(crate)) return;
    begun.add(crate);
    const needs = neededFolders(view, crate);
    for (const other of crates) if (needs.has(other.dir)) visit(other);
    order.push(crate.name);
  };
  for (const crate of [...crates].sort((a, b) => (a.name < b.name ? -1 : 1))) visit(crate);
  return order;
}

function neededFolders(view: View, crate: Crate): Set<string | null> {
  const table = manifestTable(view, crate.manifest);
  if (table === null) return new Set();
  const shared = tableAt(tableAt(manifestTable(view, rootManifestOf(crate)), 'workspace'), 'dependencies');
  const specs = dependencyTables(table)
    .filter((dependencies) => dependencies !== table['dev-dependencies'])
    .flatMap((dependencies) => Object.keys(dependencies).map((key) => folderOf(crate, dependencies, shared, key)));
  return new Set(specs);
}

function folderOf(crate: Crate, dependencies: Table, shared: Table | null, key: string): string | null {
  const dependency = tableAt(dependencies, key);
  const isShared = dependency?.workspace === true;
  const path = stringAt(isShared ? tableAt(shared, key) : dependency, 'path');
  return path === null ? null : joinPath(isShared ? crate.cargoRoot : crate.dir, path);
}
