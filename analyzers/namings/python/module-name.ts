import type { View } from '../../../src/workspace/view.ts';
import { pythonModules } from '../../composition/python/modules.ts';
import { bounded, escaped, type ModuleName } from '../module-name.ts';

/** Dotted names of modules that can be imported. */
export const pythonNames =
  (view: View) =>
  (path: string): ModuleName | null => {
    const id = pythonModules(view).find(({ file }) => file === path)?.id;
    if (id === undefined || id === path || !id.includes('.')) return null;
    return { hint: id, pattern: bounded(escaped(id)), is: () => true };
  };
