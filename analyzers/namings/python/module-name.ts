import type { View } from '../../../src/workspace/view.ts';
import { pythonModules } from '../../composition/python/modules.ts';
import { bounded, escaped, type ModuleName } from '../module-name.ts';

/** Dotted names of modules that can be imported. */
export const pythonNames =
  (view: View) =>
  (path: string): ModuleName | null => {
    const id = pythonModules(view).find(({ file }) => file === path)?.id;
    if (id === undefined || id === path) return null;
    if (!id.includes('.')) return { hint: id, pattern: inOverride(escaped(id)), matches: () => true };
    return { hint: id, pattern: bounded(escaped(id)), matches: () => true };
  };

/** A name without a dot is a word like others: it is a module's only where mypy's overrides say so. */
const inOverride = (name: string): RegExp =>
  new RegExp(
    `(?<=^\\[mypy-(?:[^\\]\\n]*,)?)${name}(?=[,\\]])|(?<=^\\s*module\\s*=\\s*(?:\\[[^\\]]*)?["'])${name}(?=["'])`,
    'gm',
  );
