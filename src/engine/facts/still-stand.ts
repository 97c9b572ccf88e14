import type { FoundFile } from '../../workspace/discover-files.ts';
import { isKeyOf, keyOfLink, readBytes, stateWithoutReading } from '../../workspace/read-content.ts';
import type { FileEntry } from '../../workspace/view.ts';

/** What is known of a file that an earlier run has read. */
export type ReadFile = Pick<FileEntry, 'path' | 'bytes' | 'mode' | 'state' | 'key'>;

/** More than this that git does not vouch for takes longer to read than what the answer would save. */
const MOST_READ = 8 * 1024 * 1024;

/**
 * True if exactly these files stand in the workspace with exactly these contents. Files that git vouches for are not read, as `gatherFacts` does
 * it; all others are. False also where it would take long to know.
 */
export function stillStand(root: string, found: readonly FoundFile[], read: readonly ReadFile[]): boolean {
  if (found.length !== read.length) return false;
  const pairs = found.map((file, i) => [file, read[i]!] as const);
  if (!pairs.every(([file, before]) => isAlike(root, file, before))) return false;
  const unsure = pairs.filter(([file, before]) => !isVouched(file, before)).map(([, before]) => before);
  if (unsure.reduce((sum, { bytes }) => sum + bytes, 0) > MOST_READ) return false;
  return unsure.every(({ path, key }) => {
    const bytes = readBytes(root, path);
    return bytes !== null && isKeyOf(key, bytes);
  });
}

/** All that is known without reading: where a link leads, too. */
function isAlike(root: string, file: FoundFile, before: ReadFile): boolean {
  if (file.path !== before.path || file.mode !== before.mode || file.bytes !== before.bytes) return false;
  const state = stateWithoutReading(file);
  if (before.state === 'unreadable' || (state !== null && state !== before.state)) return false;
  return state !== 'symlink' || keyOfLink(root, file.path) === before.key;
}

/** A file whose bytes need not be compared: git vouches for them, or they are never read. */
const isVouched = (file: FoundFile, before: ReadFile): boolean =>
  stateWithoutReading(file) !== null || (file.blob !== null && before.key === `git:${file.blob}`);
