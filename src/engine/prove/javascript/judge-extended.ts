import { moduleOf } from '../../../../analyzers/readings/javascript/module-paths.ts';
import type { View } from '../../../workspace/view.ts';
import type { Family } from './families.ts';

/** `declare module './m' { interface T … }` extends what the file itself declares, and does not reach through a re-export. */
export function judgeExtended(before: View, after: View, family: Family): string | null {
  const divided = family.after.length > family.before.length ? family.before.map(({ path }) => path) : [];
  if (divided.length === 0) return null;
  for (const view of [before, after])
    for (const file of view.files) {
      if (file.state !== 'text' || !/^(typescript|tsx)$/.test(file.grammar ?? '')) continue;
      const text = view.text(file.path);
      if (!text.includes('module')) continue;
      for (const [, , name] of text.matchAll(/\bdeclare\s+module\s*(['"])([^'"\n]*)\1/g)) {
        const target = moduleOf(view, file.path, name!);
        if (divided.includes(target)) return `${file.path} extends ${target}, whose declarations have moved`;
      }
    }
  return null;
}
