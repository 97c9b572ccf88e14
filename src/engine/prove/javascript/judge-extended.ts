import { extensionsOf } from '../../../../analyzers/readings/javascript/module-extensions.ts';
import type { View } from '../../../workspace/view.ts';
import type { Family } from './families.ts';
import type { EsModule } from './read-es-module.ts';

/** `declare module './m' { interface T … }` extends what the file itself declares, and does not reach through a re-export. */
export function judgeExtended(before: View, after: View, family: Family): string | null {
  if (family.after.length <= family.before.length) return null;
  for (const old of family.before)
    for (const view of [before, after])
      for (const { by, words } of extensionsOf(view, [old.path])) {
        const left = declaredIn(family.after.find(({ path }) => path === old.path));
        const moved = [...declaredIn(old)].find((name) => (words === null || words.has(name)) && !left.has(name));
        if (moved !== undefined) return `${by} extends ${old.path}, whose \`${moved}\` has moved`;
      }
  return null;
}

const declaredIn = (module: EsModule | undefined): ReadonlySet<string> =>
  new Set(module?.names.declarations.filter(({ scope }) => scope === 0).map(({ name }) => name));
