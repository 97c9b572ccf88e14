import { byText } from '../../core/compare.ts';
import type { Change } from '../../core/verdict.ts';
import type { FileEntry, View } from '../../workspace/view.ts';

/** Whether two files that cannot be read as text hold the same bytes; asked only where sizes are equal. */
export type SameBytes = (path: string) => boolean;

/**
 * Every path that differs between two views, sorted: files of any kind, also those that no grammar reads, links, and files that only became
 * executable or ceased to be.
 * @param sameBytes of views whose keys are of different kinds (git's blob here, a hash there): how to compare what is not text
 */
export function changesBetween(before: View, after: View, sameBytes: SameBytes = () => false): Change[] {
  const found: Change[] = [];
  for (const file of after.files) {
    const old = before.file(file.path);
    if (!old) found.push({ path: file.path, kind: 'added' });
    else if (isExecutable(old) !== isExecutable(file) || !sameContent(before, after, [old, file], sameBytes))
      found.push({ path: file.path, kind: 'changed' });
  }
  for (const { path } of before.files) if (!after.file(path)) found.push({ path, kind: 'removed' });
  return found.sort((a, b) => byText(a.path, b.path));
}

/** As git sees modes: executable or not. A link has no mode of its own. */
export const isExecutable = ({ state, mode }: FileEntry): boolean => state !== 'symlink' && (mode & 0o100) !== 0;

function sameContent(
  before: View,
  after: View,
  [old, now]: readonly [FileEntry, FileEntry],
  sameBytes: SameBytes,
): boolean {
  // An overlay hands on the entries that it does not touch.
  if (old === now) return true;
  if (old.state !== now.state) return false;
  if (old.key !== '' && old.key === now.key) return true;
  if (old.bytes !== now.bytes) return false;
  return old.state === 'text' ? before.text(old.path) === after.text(now.path) : sameBytes(now.path);
}
