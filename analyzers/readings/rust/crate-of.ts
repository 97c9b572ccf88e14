import type { Crate } from '../../../src/workspace/manifests.ts';
import type { View } from '../../../src/workspace/view.ts';

/** The package whose folder is the nearest above the file. */
export function crateOf(view: View, path: string): Crate | null {
  let best: Crate | null = null;
  for (const crate of view.manifests.crates)
    if ((crate.dir === '' || path.startsWith(`${crate.dir}/`)) && (best === null || crate.dir.length > best.dir.length))
      best = crate;
  return best;
}
