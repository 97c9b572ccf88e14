import { structuredPatch } from 'diff';
import { type ChangeSet, changedPaths } from '../../core/change-set.ts';
import type { View } from '../../workspace/view.ts';
import type { Line } from '../paint/line.ts';

/** New path -> old path of files that are renamed. */
export const renamed = (sets: readonly ChangeSet[]): ReadonlyMap<string, string> =>
  new Map(sets.flatMap(({ move }) => move.map(({ from, to }) => [to, from] as const)));

/** The paths that hold other bytes afterwards; the old name of a renamed file is none. */
export const shownPaths = (after: View, sets: readonly ChangeSet[]): string[] =>
  [...new Set(sets.flatMap(changedPaths))].sort().filter((path) => after.file(path)?.state === 'text');

/**
 * The unified diff of the files that stay: the facade and whoever named what moved.
 * @param created new files too; those of a split are shown whole elsewhere
 */
export function diffLines(before: View, after: View, sets: readonly ChangeSet[], created = false): Line[] {
  const moved = renamed(sets);
  return shownPaths(after, sets).flatMap((path): Line[] => {
    const from = moved.get(path) ?? path;
    const isOld = before.file(from)?.state === 'text';
    if (!isOld && !created) return [];
    const patch = structuredPatch(from, path, isOld ? before.text(from) : '', after.text(path), '', '', { context: 3 });
    return [
      [['title', path]],
      ...patch.hunks.flatMap((hunk): Line[] => [
        [['faint', `@@ -${hunk.oldStart},${hunk.oldLines} +${hunk.newStart},${hunk.newLines} @@`]],
        ...hunk.lines.map(
          (line): Line => [[line.startsWith('+') ? 'added' : line.startsWith('-') ? 'removed' : 'plain', line]],
        ),
      ]),
      [],
    ];
  });
}
