import type { View } from '../../../src/workspace/view.ts';
import type { Module } from '../composition.ts';
import { dirOf } from '../resolve-path.ts';

/** Python files by dotted name below their distribution's import root; without one, below the topmost folder that is no package. */
export function pythonModules(view: View): Module[] {
  const roots = view.manifests.distributions.flatMap(({ importRoots }) => importRoots);
  const packages = new Set<string>();
  for (const { path } of view.files) if (/(^|\/)__init__\.pyi?$/.test(path)) packages.add(dirOf(path));
  return view.files
    .filter(({ grammar }) => grammar === 'python')
    .map(({ path }) => ({
      id: moduleName(path, roots, packages),
      language: 'python' as const,
      file: path,
      fragments: [],
    }));
}

function moduleName(path: string, roots: readonly string[], packages: ReadonlySet<string>): string {
  const root = longestRoot(path, roots) ?? packageRoot(path, packages);
  const inside = root === '' ? path : path.slice(root.length + 1);
  const parts = inside.replace(/\.pyi?$/, '').split('/');
  if (parts.length > 1 && parts[parts.length - 1] === '__init__') parts.pop();
  // A folder such as `my-scripts` cannot be imported: the file is known by its path.
  return parts.every((part) => /^[\p{XID_Start}_][\p{XID_Continue}]*$/u.test(part)) ? parts.join('.') : path;
}

function longestRoot(path: string, roots: readonly string[]): string | null {
  const fitting = roots.filter((root) => root === '' || path.startsWith(`${root}/`));
  return fitting.sort((a, b) => b.length - a.length)[0] ?? null;
}

function packageRoot(path: string, packages: ReadonlySet<string>): string {
  let dir = dirOf(path);
  while (dir !== '' && packages.has(dir)) dir = dirOf(dir);
  return dir;
}
