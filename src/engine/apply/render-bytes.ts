import { isUtf8 } from 'node:buffer';
import type { ChangeSet } from '../../core/change-set.ts';
import { byText } from '../../core/compare.ts';
import type { ErrorCode } from '../../core/error-codes.ts';
import { RefactorError } from '../../core/errors.ts';
import { hashOf } from '../../core/hash.ts';
import { renderChangeSet } from '../../core/render-change-set.ts';
import type { FileState } from './journal.ts';

export type Changed = ReadonlyMap<string, FileState | null>;

/**
 * What the paths that change sets name hold after them, sorted by path; null is no file. Each set is based on what the ones before it
 * leave. The base hashes are checked on the way: throws `base-changed`, `path-exists` or `not-text`.
 * @param readDisk what a path holds before the first set
 */
export async function renderBytes(
  sets: readonly ChangeSet[],
  readDisk: (path: string) => Promise<FileState | null>,
): Promise<Changed> {
  const changed = new Map<string, FileState | null>();
  const before = new Map<string, FileState | null>();
  const current = async (path: string): Promise<FileState | null> => {
    const known = changed.has(path) ? changed.get(path) : before.get(path);
    if (known !== undefined) return known;
    const read = await readDisk(path);
    before.set(path, read);
    return read;
  };
  for (const set of sets) {
    const base = await readBase(set, current);
    const vacated = new Set([...set.delete.map(({ path }) => path), ...set.move.map(({ from }) => from)]);
    for (const path of [...set.create.map(({ path }) => path), ...set.move.map(({ to }) => to)])
      if (!vacated.has(path) && (await current(path)) !== null) throw pathExists(path);
    for (const [path, file] of renderSet(set, base)) changed.set(path, file);
  }
  return new Map([...changed].sort(([a], [b]) => byText(a, b)));
}

function renderSet(set: ChangeSet, base: ReadonlyMap<string, FileState>): Map<string, FileState | null> {
  const cameFrom = new Map(set.move.map(({ from, to }) => [to, from]));
  const stateOf = (path: string): FileState => {
    const file = base.get(path);
    if (file) return file;
    throw uncovered(path);
  };
  const textOf = (path: string): string => {
    const { bytes } = stateOf(path);
    if (!isUtf8(bytes)) throw notText(path);
    return bytes.toString('utf8');
  };
  const files = new Map<string, FileState | null>();
  for (const file of renderChangeSet(set, textOf)) {
    if (file.kind === 'deleted') files.set(file.path, null);
    else if (file.kind === 'moved') files.set(file.path, stateOf(file.from));
    else {
      const mode = file.mode ?? stateOf(cameFrom.get(file.path) ?? file.path).mode;
      files.set(file.path, { mode, bytes: Buffer.from(file.text, 'utf8') });
    }
  }
  for (const { path } of set.delete) stateOf(path);
  return files;
}

const refuse = (code: ErrorCode, what: string, why: string, whatToDo: string): RefactorError =>
  new RefactorError({ code, what, why, whatToDo });

const baseChanged = (path: string, gone: boolean): RefactorError =>
  refuse(
    'base-changed',
    `${path} is not the file that the change was made for`,
    gone ? 'it is gone' : 'its bytes have changed since',
    'Nothing was written. Make a new plan for the file as it is now.',
  );

const pathExists = (path: string): RefactorError =>
  refuse(
    'path-taken',
    `${path} cannot be created`,
    'it already exists',
    'Nothing was written. Choose another name, or move it away.',
  );

const notText = (path: string): RefactorError =>
  refuse('base-not-utf8', `${path} cannot be edited`, 'it is not valid UTF-8', 'Convert it to UTF-8, or leave it out.');

const uncovered = (path: string): RefactorError =>
  new RefactorError({
    code: 'base-uncovered',
    what: `${path} is changed without a hash`,
    why: 'the change set does not say what it was made for',
    whatToDo: 'Report this change set: the codemod that made it is wrong.',
  });

/** The files that a change set was made for. Throws `base-changed` where one is gone or another. */
async function readBase(
  set: ChangeSet,
  read: (path: string) => Promise<FileState | null>,
): Promise<Map<string, FileState>> {
  const base = new Map<string, FileState>();
  for (const { path, hash } of set.base) {
    const file = await read(path);
    if (file === null || hashOf(file.bytes) !== hash) throw baseChanged(path, file === null);
    base.set(path, file);
  }
  return base;
}
