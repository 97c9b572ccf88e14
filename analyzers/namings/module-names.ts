import type { View } from '../../src/workspace/view.ts';
import type { Composition } from '../composition/composition.ts';
import { composition } from '../composition/index.ts';
import type { ModuleName } from './module-name.ts';
import { pythonNames } from './python/module-name.ts';
import { rustNames } from './rust/module-name.ts';

/**
 * The module of a Rust or Python file as strings spell it; null where it has no such name. To know a Rust module all files of the workspace
 * must be parsed, and hardly any module is named by a string: `is` does that, once, when a name that looks like it has been found.
 */
export function moduleNames(view: View): (path: string) => ModuleName | null {
  let composed: Composition | null = null;
  const idOf = (path: string): string | undefined => {
    composed ??= composition.run(view);
    return composed.moduleOf.get(path);
  };
  const kinds = [rustNames(view, idOf), pythonNames(view)];
  return (path) => kinds.map((nameOf) => nameOf(path)).find((name) => name !== null) ?? null;
}
