import { lstatSync, mkdirSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { View } from '../../workspace/view.ts';
import { listNodeModules } from '../stage/list-node-modules.ts';
import type { Side } from './lay-out-sides.ts';

/**
 * Gives a revision that was laid out the packages that are installed in the workspace: git knows nothing of `node_modules`, and compilers,
 * linters and the resolution of names need it. Entries that lead to packages of the workspace lead to those of the revision. A folder of the
 * user's is left alone.
 */
export async function linkInstalled(workspace: string, { root, revision }: Side, view: View): Promise<void> {
  if (revision === null) return;
  const manifests = view.files.filter(({ path }) => /(?:^|\/)package\.json$/.test(path));
  for (const { path: manifest } of manifests) {
    const path = join(dirname(manifest), 'node_modules');
    const isInstalled = lstatSync(join(workspace, path), { throwIfNoEntry: false })?.isDirectory() ?? false;
    // A revision may hold such a folder itself, or a link of that name that leads nowhere.
    const stands = lstatSync(join(root, path), { throwIfNoEntry: false }) !== undefined;
    if (!isInstalled || stands) continue;
    mkdirSync(join(root, path));
    for (const entry of await listNodeModules(workspace, root, path)) {
      if (entry.kind !== 'link') continue;
      mkdirSync(dirname(join(root, entry.path)), { recursive: true });
      symlinkSync(entry.to, join(root, entry.path));
    }
  }
}
