import { join } from 'node:path';
import type { ChangeSet } from '../../core/change-set.ts';
import { RefactorError } from '../../core/errors.ts';
import { hashOf } from '../../core/hash.ts';
import type { Receipt } from '../../core/receipt.ts';
import { type Disk, isGone, isTaken, removeIfThere } from '../state/disk.ts';
import type { StateFolder } from '../state/state-folder.ts';

/** What a path holds. */
export interface FileState {
  readonly mode: number;
  readonly bytes: Buffer;
}

/** One path, before and after; null where no file is. */
export interface Operation {
  readonly path: string;
  readonly before: FileState | null;
  readonly after: FileState | null;
}

/** All that is needed to finish an apply or to undo it, whatever happened in between. */
export interface Journal {
  readonly id: string;
  readonly root: string;
  readonly operations: readonly Operation[];
  /** Folders that the apply creates, parents first. */
  readonly folders: readonly string[];
  readonly receipt: Receipt;
  /** The last apply that stood when this one began, null if none did; absent in journals of versions that had no redo. */
  readonly follows?: string | null;
  /** What is to be committed once it is written; absent where nothing is. */
  readonly commit?: CommitPlan;
}

/** Files that the run leaves out in the end are not named here; the receipt names them. */
export interface CommitSubject {
  /** `Split`. */
  readonly verb: string;
  readonly paths: readonly string[];
}

/** All that the commits of an apply are made of, beside the journal's bytes. */
export interface CommitPlan {
  /** What the run does, and to which files: the first line of the message. */
  readonly subject: CommitSubject;
  /** The commit that HEAD must still be. */
  readonly parent: string;
  /** Separate what only moved from the lines that connect it. */
  readonly changeSets: readonly ChangeSet[];
}

/**
 * `open` is the one journal whose tree may be half changed; it is a link that must not exist, so that a workspace has one writer.
 * The others are named after how it ended; a crash between two names leaves both, and then the later one counts.
 */
export type JournalState = 'open' | 'applied' | 'undone';

export const openPath = (state: StateFolder): string => join(state.journal, 'open.json');

export const endedPath = (state: StateFolder, id: string, how: Exclude<JournalState, 'open'>): string =>
  join(state.journal, `${id}.${how}.json`);

/** Writes a new journal as a whole, then opens it. Throws `unfinished-apply` if another one is open. */
export async function openJournal(state: StateFolder, journal: Journal, disk: Disk): Promise<void> {
  const body = JSON.stringify({ ...journal, operations: journal.operations.map(encodeOperation) });
  const temporary = join(state.journal, `${journal.id}.tmp`);
  for (const name of await disk.list(state.journal))
    if (name.endsWith('.tmp')) await removeIfThere(disk, join(state.journal, name));
  let opened = false;
  try {
    await disk.create(temporary, Buffer.from(`${hashOf(body)}\n${body}\n`), 0o600);
    await linkOpen(state, temporary, disk);
    opened = true;
    await disk.remove(temporary);
  } catch (error) {
    if (opened) await dropJournal(state, disk);
    await removeIfThere(disk, temporary);
    throw error;
  }
}

/** Opens a journal again that ended as `how`, to undo or redo it. */
export async function reopenJournal(
  state: StateFolder,
  id: string,
  how: Exclude<JournalState, 'open'>,
  disk: Disk,
): Promise<void> {
  await linkOpen(state, endedPath(state, id, how), disk);
}

async function linkOpen(state: StateFolder, from: string, disk: Disk): Promise<void> {
  try {
    await disk.link(from, openPath(state));
  } catch (error) {
    if (isTaken(error)) throw unfinished(state);
    throw error;
  }
  try {
    await disk.sync(state.journal);
  } catch (error) {
    await removeIfThere(disk, openPath(state));
    throw error;
  }
}

/** Forgets the open journal: the tree is as it was before. */
export async function dropJournal(state: StateFolder, disk: Disk): Promise<void> {
  await disk.remove(openPath(state));
  await disk.sync(state.journal);
}

/** Closes the open journal. The order of the steps makes each crash point readable: see `JournalState`. */
export async function closeJournal(
  state: StateFolder,
  id: string,
  how: Exclude<JournalState, 'open'>,
  disk: Disk,
): Promise<void> {
  // The name of the other end goes first: while `open` stands, nothing else is read.
  await removeIfThere(disk, endedPath(state, id, how === 'applied' ? 'undone' : 'applied'));
  // rename() does nothing where both names are one file already (a reopened journal that ends as it had), hence the removal behind it.
  await disk.rename(openPath(state), endedPath(state, id, how));
  await removeIfThere(disk, openPath(state));
  await disk.sync(state.journal);
}

/** Null if there is no such file. Throws `journal-damaged` if its checksum does not fit. */
export async function readJournal(path: string, disk: Disk): Promise<Journal | null> {
  let text: string;
  try {
    text = (await disk.read(path)).toString('utf8');
  } catch (error) {
    if (isGone(error)) return null;
    throw error;
  }
  const end = text.indexOf('\n');
  const body = text.slice(end + 1, -1);
  if (hashOf(body) !== text.slice(0, end)) throw damaged(path);
  const raw = JSON.parse(body) as Omit<Journal, 'operations'> & { readonly operations: readonly RawOperation[] };
  return { ...raw, operations: raw.operations.map(decodeOperation) };
}

type RawState = { readonly mode: number; readonly bytes: string } | null;
type RawOperation = { readonly path: string; readonly before: RawState; readonly after: RawState };

const encode = (file: FileState | null): RawState => file && { mode: file.mode, bytes: file.bytes.toString('base64') };
const decode = (file: RawState): FileState | null =>
  file && { mode: file.mode, bytes: Buffer.from(file.bytes, 'base64') };
const encodeOperation = ({ path, before, after }: Operation): RawOperation => ({
  path,
  before: encode(before),
  after: encode(after),
});
const decodeOperation = ({ path, before, after }: RawOperation): Operation => ({
  path,
  before: decode(before),
  after: decode(after),
});

export const unfinished = (state: StateFolder): RefactorError =>
  new RefactorError({
    code: 'unfinished-apply',
    what: `A change of ${state.root} was interrupted halfway`,
    why: 'some files hold the new text and some the old',
    whatToDo: 'Run `omni-refactor undo` to undo it, or `omni-refactor apply --resume` to finish it.',
  });

const damaged = (path: string): RefactorError =>
  new RefactorError({
    code: 'journal-damaged',
    what: 'A journal cannot be read',
    why: `its checksum does not match its content: ${path}`,
    whatToDo: 'Compare the tree with your version control, then remove that file.',
  });
