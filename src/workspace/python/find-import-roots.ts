import {
  dirOf,
  joinPath,
  type ManifestFiles,
  stringAt,
  stringsAt,
  type Table,
  tableAt,
  tablesAt,
} from '../manifest-files.ts';
import type { PythonManifest } from './python-manifest.ts';

/**
 * The folders below which a distribution's module names begin: what its build settings name; else `src` where Python lies in it and it
 * is no package itself; else, for maturin, `python`; else the distribution's own folder. From the workspace, sorted.
 */
export function findImportRoots(manifest: PythonManifest, files: ManifestFiles): string[] {
  const named = [
    ...fromTools(tableAt(manifest.pyproject, 'tool')),
    ...fromSetupCfg(manifest),
    ...fromSetupPy(manifest.setupPy ?? ''),
  ];
  const roots = named.flatMap((path) => joinPath(manifest.dir, path) ?? []);
  if (roots.length > 0) return [...new Set(roots)].sort();
  for (const usual of ['src', 'python']) {
    const folder = joinPath(manifest.dir, usual)!;
    if (holdsPython(folder, files)) return [folder];
  }
  return [manifest.dir];
}

/** A folder that is no package and has a module, a package, or a folder with modules (a namespace package) in it. */
function holdsPython(folder: string, files: ManifestFiles): boolean {
  const { files: names, folders } = files.namesIn(folder);
  if (names.includes('__init__.py')) return false;
  return [names, ...folders.map((name) => files.namesIn(`${folder}/${name}`).files)].some((list) =>
    list.some((name) => name.endsWith('.py') || name.endsWith('.pyi')),
  );
}

function fromTools(tool: Table | null): string[] {
  const setuptools = tableAt(tool, 'setuptools');
  const hatch = tableAt(tableAt(tableAt(tableAt(tool, 'hatch'), 'build'), 'targets'), 'wheel');
  const one = (path: string | null): string[] => (path === null ? [] : [path]);
  return [
    ...one(stringAt(tableAt(tool, 'maturin'), 'python-source')),
    ...one(stringAt(tableAt(setuptools, 'package-dir'), '')),
    ...stringsAt(tableAt(tableAt(setuptools, 'packages'), 'find'), 'where'),
    ...tablesAt(tableAt(tool, 'poetry'), 'packages').map((item) => stringAt(item, 'from') ?? ''),
    ...stringsAt(hatch, 'packages').map(dirOf),
    ...stringsAt(hatch, 'sources'),
    ...one(stringAt(tableAt(tableAt(tool, 'pdm'), 'build'), 'package-dir')),
    ...one(stringAt(tableAt(tableAt(tool, 'uv'), 'build-backend'), 'module-root')),
  ];
}

function fromSetupCfg({ setupCfg }: PythonManifest): string[] {
  const where = setupCfg?.sections.get('options.packages.find')?.get('where') ?? '';
  const packageDir = setupCfg?.sections.get('options')?.get('package_dir') ?? '';
  const roots = packageDir.split(/[\n,]/).flatMap((line) => /^\s*=\s*(\S+)/.exec(line)?.[1] ?? []);
  return [...roots, ...where.split(/[\n,]/).flatMap((line) => line.trim() || [])];
}

/** Only literals are read: `package_dir={"": "src"}`, `find_packages("src")`, `find_packages(where="src")`. */
function fromSetupPy(text: string): string[] {
  const packageDir = /\bpackage_dir\s*=\s*\{\s*(["'])\1\s*:\s*(["'])([^"']+)\2/.exec(text)?.[3];
  const where = /\bfind_(?:namespace_)?packages\(\s*(?:where\s*=\s*)?(["'])([^"']+)\1/.exec(text)?.[2];
  return [packageDir ?? [], where ?? []].flat();
}
