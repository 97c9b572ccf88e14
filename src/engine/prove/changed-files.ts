import { type ChangeSet, changedPaths } from '../../core/change-set.ts';
import { byText } from '../../core/compare.ts';
import type { View } from '../../workspace/view.ts';
import { isListEdit } from '../verdict/list-edits.ts';

/**
 * The files that exist after the change and differ from before: of a change set, or of two views when there is none. Sorted. A manifest that
 * merely lists new files is not among them: nothing of it moved, and both texts were compared.
 */
export function changedFiles(before: View, after: View, changeSet: ChangeSet | null): string[] {
  return (changeSet ? changedPaths(changeSet) : differing(before, after)).filter(
    (path) => !isListEdit(before, after, path),
  );
}

const differing = (before: View, after: View): string[] =>
  after.files
    .filter((file) => {
      const old = before.file(file.path);
      if (!old) return true;
      if (old.key === file.key) return false;
      return old.state !== 'text' || file.state !== 'text' || before.text(file.path) !== after.text(file.path);
    })
    .map(({ path }) => path)
    .sort(byText);
