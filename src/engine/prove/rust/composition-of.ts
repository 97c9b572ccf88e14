import type { Composition } from '../../../../analyzers/composition/composition.ts';
import { composition } from '../../../../analyzers/composition/index.ts';
import type { View } from '../../../workspace/view.ts';

const known = new WeakMap<View, Composition>();

/** How the files of a view become modules, asked once a view. */
export function compositionOfView(view: View): Composition {
  const found = known.get(view) ?? composition.run(view);
  known.set(view, found);
  return found;
}
