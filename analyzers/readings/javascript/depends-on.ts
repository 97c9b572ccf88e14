import { join } from 'node:path/posix';
import { nodeAt, readJsonc } from '../../../src/workspace/javascript/read-jsonc.ts';
import type { View } from '../../../src/workspace/view.ts';

const LISTS = ['dependencies', 'devDependencies', 'peerDependencies'];

/** Whether the manifest of a folder depends on one of some packages. */
export function dependsOn(view: View, folder: string, packages: readonly string[]): boolean {
  const manifest = join(folder, 'package.json');
  if (view.file(manifest)?.state !== 'text') return false;
  const table = readJsonc(view.text(manifest));
  return packages.some((name) => LISTS.some((list) => nodeAt(table, list, name) !== null));
}
