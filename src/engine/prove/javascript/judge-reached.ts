import { reachingFile } from '../../../../analyzers/readings/javascript/reaching-files.ts';
import { replacingFile } from '../../../../analyzers/readings/javascript/replacing-files.ts';
import type { View } from '../../../workspace/view.ts';
import type { Family } from './families.ts';

/** A test that loads a divided file anew, or replaces something inside of it, does so by its path, and the parts have other paths. */
export function judgeReached(before: View, after: View, family: Family): string | null {
  if (family.after.length <= family.before.length) return null;
  const divided = family.before.map(({ path }) => path);
  for (const view of [before, after]) {
    const path = reachingFile(view, divided);
    if (path !== null) return `${path} uses the path of ${divided.join(', ')}, and would not reach the parts`;
    const replacer = replacingFile(
      view,
      divided.filter((one) => view.file(one)?.state === 'text'),
    );
    if (replacer !== null)
      return `${replacer} replaces what ${divided.join(', ')} exports, which a re-export may not allow`;
  }
  return null;
}
