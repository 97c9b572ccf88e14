import { dirname, join } from 'node:path/posix';
import type { View } from '../../../src/workspace/view.ts';

/** The package.json that rules a file: the nearest above it; null where the workspace has none. */
export function packageOf(view: View, path: string): string | null {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const manifest = join(folder, 'package.json');
    if (view.file(manifest)) return manifest;
    if (folder === '.' || folder === '/') return null;
  }
}

/** Does its package make a `.js` file an ES module? One that cannot be read may. */
export function isEsPackage(view: View, path: string): boolean {
  const manifest = packageOf(view, path);
  if (manifest === null) return false;
  if (view.file(manifest)?.state !== 'text') return true;
  try {
    const table: unknown = JSON.parse(view.text(manifest));
    return typeof table === 'object' && table !== null && (table as { type?: unknown }).type === 'module';
  } catch {
    return true;
  }
}

/** Folders of packages that are kept with the sources, and that names are looked up in before the outer ones. */
export const packagesNear = (view: View, path: string): string[] => {
  const found = new Set<string>();
  for (const file of view.files) {
    const at = /^(.*?)(?:^|\/)node_modules\//.exec(file.path);
    if (at && (at[1] === '' || path.startsWith(`${at[1]}/`))) found.add(at[1]!);
  }
  return [...found].sort();
};
