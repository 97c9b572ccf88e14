import { by } from '../../core/compare.ts';
import { dirOf, type ManifestFiles, stringAt, stringsAt, type Table, tableAt } from '../manifest-files.ts';
import type { Crate } from '../manifests.ts';
import { dependencyTables } from './dependency-tables.ts';
import { type CargoManifest, findCargoRoots } from './find-cargo-roots.ts';
import { listTargets } from './list-targets.ts';

const EDITIONS: readonly string[] = ['2015', '2018', '2021', '2024'] satisfies Crate['edition'][];

/** Templates have names such as `{{project-name}}`. */
const PACKAGE_NAME = /^[\p{XID_Start}_][\p{XID_Continue}-]*$/u;

/** Every Cargo package of the workspace, as cargo sees it, sorted by manifest. */
export function readCrates(files: ManifestFiles): Crate[] {
  const manifests = new Map<string, CargoManifest>();
  for (const path of files.named('Cargo.toml')) {
    const table = files.toml(path);
    if (!table) continue;
    // `[project]` is what `[package]` was called first.
    const pack = tableAt(table, 'package') ?? tableAt(table, 'project');
    manifests.set(path, { path, dir: dirOf(path), table, package: pack, workspace: tableAt(table, 'workspace') });
  }
  const roots = findCargoRoots(manifests, files);
  const crates: Crate[] = [];
  for (const manifest of manifests.values()) {
    const root = roots.get(manifest.path);
    if (!root) continue;
    const name = stringAt(manifest.package, 'name');
    if (name === null || !PACKAGE_NAME.test(name)) {
      const reason = name === null ? 'the package has no name' : `cargo takes no package named ${name}`;
      files.problems.push({ path: manifest.path, line: null, reason });
      continue;
    }
    const edition = editionOf(manifest, root, files);
    crates.push({
      name,
      dir: manifest.dir,
      manifest: manifest.path,
      edition,
      cargoRoot: root.dir,
      targets: listTargets(manifest, edition, files),
      features: featuresOf(manifest.table),
    });
  }
  return crates.sort(by((crate) => crate.manifest));
}

function editionOf(manifest: CargoManifest, root: CargoManifest, files: ManifestFiles): Crate['edition'] {
  const declared = manifest.package?.edition;
  const inherited = tableAt(manifest.package, 'edition')?.workspace === true;
  const edition = inherited ? tableAt(root.workspace, 'package')?.edition : declared;
  if (edition === undefined && !inherited) return '2015';
  if (typeof edition === 'string' && EDITIONS.includes(edition)) return edition as Crate['edition'];
  const reason =
    inherited && edition === undefined ? 'its edition is inherited from nothing' : 'its edition is not known';
  files.problems.push({ path: manifest.path, line: null, reason: `${reason}: read as 2024` });
  return '2024';
}

/** The features that are declared, and those that optional dependencies are without being named by `dep:`. */
function featuresOf(manifest: Table): string[] {
  const features = tableAt(manifest, 'features') ?? {};
  const hidden = new Set(
    Object.keys(features)
      .flatMap((name) => stringsAt(features, name))
      .flatMap((value) => (value.startsWith('dep:') ? value.slice(4) : [])),
  );
  const optional = dependencyTables(manifest).flatMap((dependencies) =>
    Object.keys(dependencies).filter((name) => tableAt(dependencies, name)?.optional === true && !hidden.has(name)),
  );
  return [...new Set([...Object.keys(features), ...optional])].sort();
}
