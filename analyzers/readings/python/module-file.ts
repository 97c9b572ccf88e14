import type { ModuleName } from '../../../src/languages/python/module-name.ts';
import type { View } from '../../../src/workspace/view.ts';
import { nameOf } from './source.ts';

export interface ModuleFile {
  readonly path: string;
  readonly name: ModuleName;
}

/** The file of the workspace that `import` finds under a dotted name; null for a module from elsewhere. */
export function moduleFile(view: View, dotted: string): ModuleFile | null {
  if (dotted === '') return null;
  const tail = dotted.replaceAll('.', '/');
  for (const { path, state } of view.files) {
    if (state !== 'text' || !(path.endsWith(`${tail}.py`) || path.endsWith(`${tail}/__init__.py`))) continue;
    const name = nameOf(view, path);
    if (name.dotted === dotted) return { path, name };
  }
  return null;
}
