import { isUtf8 } from 'node:buffer';
import { closeSync, constants, fstatSync, openSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { RefactorError } from '../core/errors.ts';
import { blobIdOf, hashOf } from '../core/hash.ts';
import type { FoundFile } from './discover-files.ts';
import type { FileEntry } from './view.ts';

export type FileState = FileEntry['state'];

/** Files over this size are listed and counted, not read. */
const LARGEST_FILE = 20 * 1024 * 1024;
const BINARY_PROBE = 8 * 1024;

/** The state of a file that need not be read to know it, or null. */
export function stateWithoutReading(file: FoundFile): FileState | null {
  if (file.kind === 'symlink') return 'symlink';
  if (!file.named) return 'not-utf8';
  if (file.kind === 'other') return 'unreadable';
  return file.bytes > LARGEST_FILE ? 'too-large' : null;
}

/** A NUL in the first 8 KiB makes a file binary, as git has it. */
export function stateOfBytes(bytes: Buffer): 'text' | 'binary' | 'not-utf8' {
  if (bytes.subarray(0, BINARY_PROBE).includes(0)) return 'binary';
  return isUtf8(bytes) ? 'text' : 'not-utf8';
}

/** A file's bytes, or null where this user may not read them. Never follows a symbolic link, never waits for a pipe. */
export function readBytes(root: string, path: string): Buffer | null {
  let file: number;
  try {
    file = openSync(join(root, path), constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch {
    return null;
  }
  try {
    return fstatSync(file).isFile() ? readFileSync(file) : null;
  } finally {
    closeSync(file);
  }
}

/** What a link that is never followed is known by: the hash of where it points. */
export function keyOfLink(root: string, path: string): string {
  try {
    return hashOf(readlinkSync(join(root, path), 'buffer'));
  } catch {
    return '';
  }
}

/** True if the bytes are those of the key: `git:<blob id>` or a SHA-256. */
export function isKeyOf(key: string, bytes: Buffer): boolean {
  if (!key.startsWith('git:')) return hashOf(bytes) === key;
  const id = key.slice(4);
  return blobIdOf(bytes, id.length) === id;
}

/** The text of an entry, a BOM included. Throws RefactorError `file-changed` when the bytes are no longer the entry's. */
export function readEntry(root: string, entry: FileEntry): string {
  const bytes = readBytes(root, entry.path);
  if (bytes && isKeyOf(entry.key, bytes)) return bytes.toString('utf8');
  throw new RefactorError({
    code: 'file-changed',
    what: `${entry.path} is no longer what it was when this run began`,
    why: bytes ? 'another program wrote it in the meantime' : 'it is gone, or it can no longer be read',
    whatToDo: 'Run the command again.',
  });
}
