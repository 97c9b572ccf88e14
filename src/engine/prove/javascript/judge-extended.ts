import { moduleOf } from '../../../../analyzers/readings/javascript/module-paths.ts';
import type { View } from '../../../workspace/view.ts';
import type { Family } from './families.ts';

/** `declare module './m' { interface T … }` extends what the file itself declares, and does not reach through a re-export. */
export function judgeExtended(before: View, after: View, family: Family): string | null {
  const divided = family.after.length > family.before.length ? family.before.map(({ path }) => path) : [];
  if (divided.length === 0) return null;
  for (const view of [before, after])
    for (const { path, state, grammar } of view.files) {
      if (state !== 'text' || !/^(typescript|tsx)$/.test(grammar ?? '')) continue;
      const target = extendedBy(view, path).find((one) => divided.includes(one));
      if (target !== undefined) return `${path} extends ${target}, whose declarations have moved`;
    }
  return null;
}

const extendedBy = (view: View, path: string): string[] =>
  [...view.text(path).matchAll(/\bdeclare\s+module\s*(['"])([^'"\n]*)\1/g)].map(([, , name]) =>
    moduleOf(view, path, name!),
  );
