import type { View } from '../../../src/workspace/view.ts';
import type { PatchSite } from './harvest-patches.ts';

/** The first of some writes that gives the module another class (`core.__class__ = Lazy`) from another file; undefined where none does. */
export const foreignClass = (view: View, path: string, writes: readonly PatchSite[]): PatchSite | undefined =>
  writes.find((one) => one.name === '__class__' && one.path !== path && isOfModule(view, one));

/** The name in front stands for nothing else in its file: a local variable, a loop's, a parameter. */
function isOfModule(view: View, { path, line }: PatchSite): boolean {
  const text = view.text(path);
  const written = text.split('\n')[line - 1] ?? '';
  const name = /(\w+)(?:\s*\.\s*\w+)*\s*\.\s*__class__\s*=(?!=)/.exec(written)?.[1];
  if (name === undefined) return true;
  const bound = `(?<![.\\w])${name}\\s*(?::[^=\\n]+)?=(?!=)|\\bfor\\s+${name}\\b|\\bdef\\s+\\w+\\([^)]*\\b${name}\\b`;
  return !new RegExp(bound).test(text);
}
