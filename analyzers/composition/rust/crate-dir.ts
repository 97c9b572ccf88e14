import type { View } from '../../../src/workspace/view.ts';
import { dirOf } from '../resolve-path.ts';

const dirs = new WeakMap<View, ReadonlySet<string>>();

/** The nearest folder above a file that has a manifest, or null. */
export function crateDirOf(view: View, path: string): string | null {
  const all = dirs.get(view) ?? new Set(view.manifests.crates.map(({ dir }) => dir));
  dirs.set(view, all);
  let dir = dirOf(path);
  while (dir !== '' && !all.has(dir)) dir = dirOf(dir);
  return all.has(dir) ? dir : null;
}
