import { type ChangeSet, changedPaths, isManifestEdit } from '../../core/change-set.ts';
import { byText } from '../../core/compare.ts';
import type { View } from '../../workspace/view.ts';

/** The files that exist after the change and differ from before: of a change set, or of two views when there is none. Sorted. */
export function changedFiles(before: View, after: View, changeSet: ChangeSet | null): string[] {
  if (changeSet) return changedPaths(changeSet).filter((path) => !isManifestEdit(changeSet, path));
  return after.files
    .filter((file) => {
      const old = before.file(file.path);
      if (!old) return true;
      if (old.key === file.key) return false;
      return old.state !== 'text' || file.state !== 'text' || before.text(file.path) !== after.text(file.path);
    })
    .map(({ path }) => path)
    .sort(byText);
}
