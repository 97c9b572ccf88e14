import { translateGlob } from '../compile-glob.ts';
import { dirOf, joinPath, type ManifestFiles, stringAt, stringsAt, type Table, tableAt } from '../manifest-files.ts';
import { dependencyTables } from './dependency-tables.ts';

/** One Cargo.toml that could be parsed. */
export interface CargoManifest {
  readonly path: string;
  readonly dir: string;
  readonly table: Table;
  readonly package: Table | null;
  readonly workspace: Table | null;
}

/**
 * The Cargo workspace root of every package, by manifest path, as cargo's `find_root` and `find_members` have it: the nearest manifest
 * above with `[workspace]` that does not exclude it; members by glob, and path dependencies below the root.
 */
export function findCargoRoots(
  manifests: ReadonlyMap<string, CargoManifest>,
  files: ManifestFiles,
): Map<string, CargoManifest> {
  const roots = new Map<string, CargoManifest>();
  const members = new Map<string, Set<string>>();
  for (const manifest of manifests.values()) {
    if (!manifest.package) continue;
    const root = rootAbove(manifest, manifests);
    if (!root) {
      roots.set(manifest.path, manifest);
      continue;
    }
    let found = members.get(root.path);
    if (!found) {
      found = membersOf(root, manifests);
      members.set(root.path, found);
    }
    if (found.has(manifest.path)) roots.set(manifest.path, root);
    else {
      roots.set(manifest.path, manifest);
      files.problems.push({
        path: manifest.path,
        line: null,
        reason: `it lies below the Cargo workspace ${root.path} but is neither its member nor excluded`,
      });
    }
  }
  return roots;
}

function rootAbove(manifest: CargoManifest, manifests: ReadonlyMap<string, CargoManifest>): CargoManifest | null {
  if (manifest.workspace) return manifest;
  const pointer = stringAt(manifest.package, 'workspace');
  if (pointer !== null) return manifests.get(manifestIn(joinPath(manifest.dir, pointer) ?? '..')) ?? null;
  for (let dir = manifest.dir; dir !== ''; ) {
    dir = dirOf(dir);
    const above = manifests.get(manifestIn(dir));
    if (above?.workspace && !isExcluded(above, manifest.dir)) return above;
  }
  return null;
}

/** `exclude` goes by folder; a folder that `members` names literally stays in. */
function isExcluded(root: CargoManifest, dir: string): boolean {
  const names = (key: string): boolean =>
    stringsAt(root.workspace, key).some((entry) => {
      const folder = joinPath(root.dir, entry);
      return folder !== null && (folder === '' || dir === folder || dir.startsWith(`${folder}/`));
    });
  return names('exclude') && !names('members');
}

function membersOf(root: CargoManifest, manifests: ReadonlyMap<string, CargoManifest>): Set<string> {
  const found = new Set<string>();
  const waiting: CargoManifest[] = [root];
  for (const pattern of stringsAt(root.workspace, 'members')) waiting.push(...matching(root, pattern, manifests));
  while (waiting.length > 0) {
    const manifest = waiting.pop()!;
    if (found.has(manifest.path) || (manifest !== root && isExcluded(root, manifest.dir))) continue;
    found.add(manifest.path);
    for (const dir of pathDependencies(manifest, root)) {
      const dependency = manifests.get(manifestIn(dir));
      const below = dependency && (root.dir === '' || dir === root.dir || dir.startsWith(`${root.dir}/`));
      if (below || (dependency && rootAbove(dependency, manifests) === root)) waiting.push(dependency);
    }
  }
  return found;
}

function matching(
  root: CargoManifest,
  pattern: string,
  manifests: ReadonlyMap<string, CargoManifest>,
): CargoManifest[] {
  const folder = joinPath(root.dir, pattern);
  if (folder === null) return [];
  if (!/[*?[]/.test(folder)) return [manifests.get(manifestIn(folder)) ?? []].flat();
  const test = new RegExp(`^${translateGlob(folder)}$`, 'su');
  return [...manifests.values()].filter((manifest) => test.test(manifest.dir));
}

/** Folders that the dependencies of a package name by path; one that is inherited counts from the root. */
function pathDependencies(manifest: CargoManifest, root: CargoManifest): string[] {
  const shared = tableAt(root.workspace, 'dependencies');
  return dependencyTables(manifest.table).flatMap((dependencies) =>
    Object.entries(dependencies).flatMap(([name, value]) => {
      const spec = tableAt({ value }, 'value');
      const inherited = spec?.workspace === true;
      const path = inherited ? stringAt(tableAt(shared, name), 'path') : stringAt(spec, 'path');
      return path === null ? [] : (joinPath(inherited ? root.dir : manifest.dir, path) ?? []);
    }),
  );
}

const manifestIn = (dir: string): string => (dir === '' ? 'Cargo.toml' : `${dir}/Cargo.toml`);
