import { dirname, join } from 'node:path/posix';
import type { View } from '../../../src/workspace/view.ts';

/** The package.json that rules a file: the nearest above it; null where the workspace has none. */
export const packageOf = (view: View, path: string): string | null => nearest(view, path, 'package.json');

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

/** Folders that hold packages, from the file's own outwards: names are looked up in the nearer ones first. Git mostly ignores them. */
export const packagesNear = (view: View, path: string): string[] =>
  foldersAbove(path).filter((folder) => view.stands(join(folder, 'node_modules')) !== null);

const SETTINGS = [
  'tsconfig.json',
  'jsconfig.json',
  '.babelrc',
  '.babelrc.json',
  '.babelrc.js',
  '.babelrc.cjs',
  '.swcrc',
];

/** The nearest settings of each tool that compiles file by file. */
export const settingsNear = (view: View, path: string): string[] =>
  SETTINGS.flatMap((name) => nearest(view, path, name) ?? []);

function nearest(view: View, path: string, name: string): string | null {
  const folder = foldersAbove(path).find((one) => view.stands(join(one, name)) === 'file');
  return folder === undefined ? null : join(folder, name);
}

function foldersAbove(path: string): string[] {
  const found: string[] = [];
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    found.push(folder);
    if (folder === '.' || folder === '/') return found;
  }
}
