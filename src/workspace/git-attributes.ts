import { foldersAbove, ignoreRules, isLeftIn } from './javascript/ignore-rules.ts';
import type { View } from './view.ts';

/** Attributes by which git writes something else into a file than what was committed: `$Format:%h$` in archives, `$Id$` in work trees. */
export const SUBSTITUTIONS = { 'export-subst': /\$Format:[^$\n]*\$/g, ident: /\$Id(?::[^$\n]*)?\$/g } as const;
export type Substitution = keyof typeof SUBSTITUTIONS;

/** Does `.gitattributes`, here or in a folder above, give a path an attribute? The last line that names it decides, the nearest file last. */
export function hasGitAttribute(view: View, path: string, attribute: Substitution): boolean {
  let is = false;
  for (const folder of ['', ...foldersAbove(path).map((one) => `${one}/`)]) {
    const file = `${folder}.gitattributes`;
    if (view.file(file)?.state !== 'text') continue;
    for (const line of view.text(file).split(/\r?\n/)) {
      const [pattern, ...given] = line.trim().split(/\s+/);
      const last = given.findLast((one) => one.replace(/^[-!]|=.*$/g, '') === attribute);
      if (pattern === undefined || pattern.startsWith('#') || last === undefined) continue;
      if (!isLeftIn(ignoreRules([pattern]), path.slice(folder.length), false)) is = last === attribute;
    }
  }
  return is;
}
