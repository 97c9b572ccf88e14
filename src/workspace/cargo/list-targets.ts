import { joinPath, type ManifestFiles, stringAt, stringsAt, type Table, tableAt, tablesAt } from '../manifest-files.ts';
import type { Crate, CrateTarget } from '../manifests.ts';
import type { CargoManifest } from './find-cargo-roots.ts';

type Kind = CrateTarget['kind'];
interface Inferred {
  readonly name: string;
  readonly path: string;
}

/** The targets of a package: those that its manifest names, and those that cargo infers from the folders. */
export function listTargets(manifest: CargoManifest, edition: Crate['edition'], files: ManifestFiles): CrateTarget[] {
  const name = stringAt(manifest.package, 'name') ?? '';
  const inBins = inferred(manifest.dir, 'src/bin', files);
  const main = inDir(manifest.dir, 'src/main.rs');
  if (files.has(main)) inBins.unshift({ name, path: main });
  const many = (kind: Kind, dir: string, flag: string): CrateTarget[] =>
    merge(manifest, kind, { found: inferred(manifest.dir, dir, files), flag }, edition, files);
  return [
    ...library(manifest, name, files),
    ...merge(manifest, 'bin', { found: inBins, flag: 'autobins' }, edition, files),
    ...many('example', 'examples', 'autoexamples'),
    ...many('test', 'tests', 'autotests'),
    ...many('bench', 'benches', 'autobenches'),
    ...buildScript(manifest, files),
  ].filter((target) => exists(target, manifest, files));
}

function library(manifest: CargoManifest, packageName: string, files: ManifestFiles): CrateTarget[] {
  const lib = tableAt(manifest.table, 'lib');
  const fallback = inDir(manifest.dir, 'src/lib.rs');
  if (!lib && (manifest.package?.autolib === false || !files.has(fallback))) return [];
  const name = stringAt(lib, 'name') ?? packageName.replaceAll('-', '_');
  const types = [...stringsAt(lib, 'crate-type'), ...stringsAt(lib, 'crate_type')];
  const procMacro = lib?.['proc-macro'] === true || lib?.proc_macro === true || types.includes('proc-macro');
  const path = stringAt(lib, 'path');
  return [{ kind: 'lib', name, path: path === null ? fallback : rootFile(manifest, path), procMacro }];
}

/** `build = false` switches it off; else the file that it names, or build.rs where there is one. */
function buildScript(manifest: CargoManifest, files: ManifestFiles): CrateTarget[] {
  const build = manifest.package?.build;
  if (build === false) return [];
  if (typeof build !== 'string' && !files.has(inDir(manifest.dir, 'build.rs'))) return [];
  const path = rootFile(manifest, typeof build === 'string' ? build : 'build.rs');
  return [{ kind: 'build', name: `build-script-${stemOf(path)}`, path, procMacro: false }];
}

/** `dir/*.rs` and `dir/<name>/main.rs`. */
function inferred(packageDir: string, dir: string, files: ManifestFiles): Inferred[] {
  const folder = inDir(packageDir, dir);
  const names = files.namesIn(folder);
  const single = names.files
    .filter((file) => file.endsWith('.rs') && !file.startsWith('.'))
    .map((file) => ({ name: stemOf(file), path: `${folder}/${file}` }));
  const nested = names.folders
    .map((name) => ({ name, path: `${folder}/${name}/main.rs` }))
    .filter(({ name, path }) => !name.startsWith('.') && files.has(path));
  return [...single, ...nested];
}

function merge(
  manifest: CargoManifest,
  kind: Kind,
  { found, flag }: { readonly found: readonly Inferred[]; readonly flag: string },
  edition: Crate['edition'],
  files: ManifestFiles,
): CrateTarget[] {
  const tables = tablesAt(manifest.table, kind);
  const declared = tables.flatMap((table) => declaredTarget(manifest, kind, table, found, files));
  const names = new Set(declared.map((target) => target.name));
  const paths = new Set(tables.flatMap((table) => rootFileOf(manifest, table) ?? []));
  const setting = manifest.package?.[flag];
  // Up to the 2015 edition one declared target of a kind ends the search for others of that kind.
  const automatic = typeof setting === 'boolean' ? setting : !(edition === '2015' && tables.length > 0);
  const rest = automatic ? found.filter(({ name, path }) => !names.has(name) && !paths.has(path)) : [];
  return [...declared, ...rest.map(({ name, path }) => ({ kind, name, path, procMacro: false }))];
}

function declaredTarget(
  manifest: CargoManifest,
  kind: Kind,
  table: Table,
  found: readonly Inferred[],
  files: ManifestFiles,
): CrateTarget[] {
  const name = stringAt(table, 'name');
  if (name === null) {
    files.problems.push({ path: manifest.path, line: null, reason: `a [[${kind}]] has no name` });
    return [];
  }
  const known = found.find((target) => target.name === name)?.path;
  const only =
    kind === 'bin' && tablesAt(manifest.table, 'bin').length === 1 ? inDir(manifest.dir, 'src/main.rs') : null;
  const path = rootFileOf(manifest, table) ?? known ?? (only !== null && files.has(only) ? only : null);
  if (path !== null) return [{ kind, name, path, procMacro: false }];
  files.problems.push({ path: manifest.path, line: null, reason: `there is no file for the ${kind} ${name}` });
  return [];
}

function exists(target: CrateTarget, manifest: CargoManifest, files: ManifestFiles): boolean {
  if (files.has(target.path)) return true;
  const reason = `the ${target.kind} ${target.name} names ${target.path}, which is not a file of this workspace`;
  files.problems.push({ path: manifest.path, line: null, reason });
  return false;
}

const rootFileOf = (manifest: CargoManifest, table: Table): string | null => {
  const path = stringAt(table, 'path');
  return path === null ? null : rootFile(manifest, path);
};

// A path that leads out of the workspace stays as it is written: it then is not a file of the workspace, and is said.
const rootFile = (manifest: CargoManifest, path: string): string => joinPath(manifest.dir, path) ?? path;

const inDir = (dir: string, path: string): string => (dir === '' ? path : `${dir}/${path}`);
const stemOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1).replace(/\.rs$/, '');
