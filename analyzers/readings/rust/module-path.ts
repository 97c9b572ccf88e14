import type { View } from '../../../src/workspace/view.ts';
import { composition } from '../../composition/index.ts';

/**
 * The path of a file's module below its crate; null for a file that is no module.
 * Asked for rarely: it reads how all files of the workspace become modules.
 */
export function modulePathOf(view: View, path: string): () => readonly string[] | null {
  let known: readonly string[] | null | undefined;
  return () => {
    if (known === undefined) {
      const id = composition.run(view).moduleOf.get(path);
      known = id === undefined || id.includes('/') ? null : id.split('::').slice(1);
    }
    return known;
  };
}
