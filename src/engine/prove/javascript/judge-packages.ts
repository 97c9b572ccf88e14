import { packageOf, packagesNear, settingsNear } from '../../../../analyzers/readings/javascript/package-scope.ts';
import type { View } from '../../../workspace/view.ts';
import type { Family } from './families.ts';

/**
 * A part is of the package that its module is of: the nearest package.json says what kind of module a file is and what `#x` and the package's
 * own name mean, and the folders of packages above it what other names do.
 */
export function judgePackages(before: View, after: View, family: Family): string | null {
  for (const { path } of family.after) {
    if (before.file(path)) continue;
    const bare = path.replace(/\.[cm]?[jt]sx?$/, '');
    if (after.stands(bare) === 'file')
      return `${bare} stands beside ${path}, and its name without an extension may resolve to it`;
    for (const old of family.before) {
      const why = judgePart(before, after, old.path, path);
      if (why !== null) return why;
    }
  }
  return null;
}

function judgePart(before: View, after: View, from: string, path: string): string | null {
  const [old, now] = [packageOf(before, from), packageOf(after, path)];
  if (old !== now) return `${path} belongs to ${now ?? 'no package.json'}, and ${from} to ${old ?? 'none'}`;
  if (packagesNear(before, from).join() !== packagesNear(after, path).join())
    return `${path} finds its packages in other folders than ${from}`;
  return settingsNear(before, from).join() === settingsNear(after, path).join()
    ? null
    : `${path} is compiled with other settings than ${from}`;
}
