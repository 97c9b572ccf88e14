import { basename, dirname, join } from 'node:path';
import type { ErrorCode } from '../../core/error-codes.ts';
import { RefactorError } from '../../core/errors.ts';
import { hashOf } from '../../core/hash.ts';
import { parentsOf, pathProblem } from '../../core/path-problem.ts';
import type { Disk } from '../state/disk.ts';
import type { FileState } from './journal.ts';

export const placeOf = (root: string, path: string): string => join(root, ...path.split('/'));

/** The name under which a file's new bytes wait beside it; recovery finds it again by the journal's id. */
export const waitingPlace = (root: string, path: string, id: string): string => {
  const place = placeOf(root, path);
  const name = basename(place);
  // Room for what is added: a name may have 255 bytes, and a letter up to four of them.
  const short = Buffer.byteLength(name) <= 100 ? name : hashOf(name).slice(0, 32);
  return join(dirname(place), `.${short}.omni-${id}.tmp`);
};

/** The file at a path, or null. Throws `not-a-file` for a folder or a link, and `symlinked-parent` where a folder on the way is one. */
export async function readState(root: string, path: string, disk: Disk): Promise<FileState | null> {
  const why = pathProblem(path);
  if (why !== null) throw wrongPlace('unsafe-path', path, why);
  for (const parent of parentsOf(path)) {
    const entry = await disk.look(placeOf(root, parent));
    if (entry === null) return null;
    if (entry.kind === 'symlink') throw wrongPlace('symlinked-parent', path, `${parent} is a symbolic link`);
    if (entry.kind !== 'folder') throw wrongPlace('not-a-file', path, `${parent} is not a folder`);
  }
  const place = placeOf(root, path);
  const entry = await disk.look(place);
  if (entry === null) return null;
  if (entry.kind !== 'file') throw wrongPlace('not-a-file', path, `it is a ${entry.kind}`);
  return { mode: entry.mode, bytes: await disk.read(place) };
}

/** Equal bytes and, as git sees modes, equally executable: a checkout under another umask is no edit. */
export const isState = (file: FileState | null, other: FileState | null): boolean =>
  file === null || other === null
    ? file === other
    : file.bytes.equals(other.bytes) && (file.mode & 0o100) === (other.mode & 0o100);

const wrongPlace = (code: ErrorCode, path: string, why: string): RefactorError =>
  new RefactorError({
    code,
    what: `${path} cannot be written`,
    why,
    whatToDo: 'Put a plain file or folder there, or leave this file out of the change.',
  });
