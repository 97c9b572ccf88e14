import { constants, type Dirent, lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { chmod, copyFile, mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setImmediate as breathe, setTimeout as sleep } from 'node:timers/promises';
import { throwIfCancelled } from '../../core/cancelled.ts';
import { RefactorError } from '../../core/errors.ts';
import { parentsOf } from '../../core/path-problem.ts';
import type { Wanted } from './wanted.ts';

/** What the copy remembers between runs. */
export interface CopyRecord {
  /** Path -> marks (inode, size, times) of source and copy when they were last equal. */
  readonly marks: Record<string, { readonly source: string; readonly copy: string; readonly young: boolean }>;
  /** The second, since 1970, in which a file of the copy was last written. */
  lastWrite: number;
}

export interface SyncOptions {
  readonly target: string;
  readonly wanted: readonly Wanted[];
  readonly record: CopyRecord;
  /** Throws if a source is not what it was when it was listed; off for the first copy of a listing. */
  readonly pinned: boolean;
  readonly signal: AbortSignal;
  /** Called with each file that is copied and its bytes' place. */
  readonly onCopy?: (path: string, place: string) => Promise<void>;
}

/** Made by cargo in a copy whose tree has none: wiping it would resolve all dependencies anew for each state. */
const KEPT = new Set(['.git', 'Cargo.lock']);

/**
 * Makes a folder hold exactly what is wanted. Files that are right already keep their modification times, so that build caches stay warm;
 * files that are written get a new one, in a later second than any before: Python takes a cached module for fresh if second and size agree.
 */
export async function syncTree(options: SyncOptions): Promise<void> {
  const { target, wanted, record, signal } = options;
  await mkdir(target, { recursive: true, mode: 0o700 });
  await removeUnwanted(target, wanted);
  const folders = new Set<string>();
  let waited = false;
  let checked = 0;
  for (const entry of wanted) {
    throwIfCancelled(signal);
    if (checked++ % 256 === 0) await breathe();
    if (isRight(options, entry)) continue;
    if (!waited) await laterSecond(record);
    waited = true;
    const place = join(target, entry.path);
    const folder = dirname(place);
    if (!folders.has(folder)) await mkdir(folder, { recursive: true });
    folders.add(folder);
    await rm(place, { force: true, recursive: true });
    await putEntry(options, entry, place);
    remember(record, entry, place);
    record.lastWrite = Math.floor(Date.now() / 1000);
  }
}

function isRight({ target, record, pinned }: SyncOptions, entry: Wanted): boolean {
  const place = join(target, entry.path);
  const stats = lstatSync(place, { throwIfNoEntry: false });
  if (stats === undefined) return false;
  if (entry.kind === 'link') return stats.isSymbolicLink() && readlinkSync(place) === entry.to;
  if (!stats.isFile() || (stats.mode & 0o777) !== entry.mode) return false;
  const known = record.marks[entry.path];
  // A file that changed within the second before it was copied may have changed again without a trace in its times: the next run looks
  // at its bytes. Within a run the copy counts, whatever the user does to the file.
  const trusted = entry.kind === 'copy' && known?.source === entry.mark && (pinned || !known.young);
  if (trusted && known.copy === markOf(place)) return true;
  const bytes = entry.kind === 'bytes' ? entry.bytes : readFileSync(entry.source);
  if (!readFileSync(place).equals(bytes)) return false;
  remember(record, entry, place);
  return true;
}

function remember(record: CopyRecord, entry: Wanted, place: string): void {
  if (entry.kind !== 'copy') {
    delete record.marks[entry.path];
    return;
  }
  const young = Date.now() - Number(entry.mark.split(' ')[3]) / 1e6 < 1000;
  record.marks[entry.path] = { source: entry.mark, copy: markOf(place), young };
}

/** Inode, size and times of a file. */
function markOf(place: string): string {
  const stats = lstatSync(place, { bigint: true });
  return `${stats.ino} ${stats.size} ${stats.mtimeNs} ${stats.ctimeNs}`;
}

async function laterSecond(record: CopyRecord): Promise<void> {
  const now = Date.now();
  if (Math.floor(now / 1000) <= record.lastWrite) await sleep(1000 - (now % 1000) + 5);
}

/** Removes first and follows no link: a program may have put a link where a folder was, and writing through it would leave the copy. */
async function removeUnwanted(target: string, wanted: readonly Wanted[]): Promise<void> {
  const kinds = kindsByPath(wanted);
  const folders = [''];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop())
    for (const entry of readdirSync(join(target, folder), { withFileTypes: true })) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      const kind = kinds.get(path);
      if (entry.isDirectory() && kind === 'folder') folders.push(path);
      else if (!isOfKind(entry, kind) && !(kind === undefined && isKept(entry, folder)))
        await rm(join(target, path), { recursive: true, force: true });
    }
}

function kindsByPath(wanted: readonly Wanted[]): Map<string, Wanted['kind'] | 'folder'> {
  const kinds = new Map<string, Wanted['kind'] | 'folder'>();
  for (const { path, kind } of wanted) {
    for (const parent of parentsOf(path)) kinds.set(parent, 'folder');
    kinds.set(path, kind);
  }
  return kinds;
}

/** Whether a link or file is what is wanted at its place. */
const isOfKind = (entry: Dirent, kind: Wanted['kind'] | 'folder' | undefined): boolean =>
  entry.isSymbolicLink() ? kind === 'link' : entry.isFile() && (kind === 'copy' || kind === 'bytes');

const isKept = (entry: Dirent, folder: string): boolean => KEPT.has(entry.name) && (entry.isFile() || folder === '');

export const changedWhileProving = (path: string): RefactorError =>
  new RefactorError({
    code: 'changed-while-proving',
    what: `${path} changed while the proof ran`,
    why: 'the state that was to be proven no longer exists',
    whatToDo: 'Nothing was written. Run the command again.',
  });

/** Makes what is wanted at a place where nothing is. */
async function putEntry({ pinned, onCopy }: SyncOptions, entry: Wanted, place: string): Promise<void> {
  if (entry.kind === 'link') {
    await symlink(entry.to, place);
    return;
  }
  if (entry.kind === 'bytes') await writeFile(place, entry.bytes, { flag: 'wx' });
  else {
    if (pinned && markOf(entry.source) !== entry.mark) throw changedWhileProving(entry.path);
    await copyFile(entry.source, place, constants.COPYFILE_FICLONE | constants.COPYFILE_EXCL);
    await onCopy?.(entry.path, place);
  }
  await chmod(place, entry.mode);
}
