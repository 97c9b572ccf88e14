import { basename, dirname } from 'node:path/posix';
import type { View } from '../../../src/workspace/view.ts';
import { crateOf } from './crate-of.ts';
import { mountsOf } from './mounts.ts';

/** The folder in which `mod x;` of a file looks for its file, relative to the workspace; '' for its root. */
export function moduleFolder(view: View, path: string): string {
  const folder = dirname(path) === '.' ? '' : dirname(path);
  const isTarget = crateOf(view, path)?.targets.some((target) => target.path === path) ?? false;
  // A file that `#[path]` names is read as a `mod.rs` is.
  if (isTarget || mountsOf(view, path).length > 0 || ['lib.rs', 'main.rs', 'mod.rs'].includes(basename(path)))
    return folder;
  const stem = basename(path, '.rs');
  return folder === '' ? stem : `${folder}/${stem}`;
}
