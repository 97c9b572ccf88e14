import { isAscii } from 'node:buffer';
import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { byText } from '../core/compare.ts';
import { listFiles } from '../git/list-files.ts';
import type { Repository } from '../git/open-repository.ts';
import { vouchedBlobs } from '../git/vouched-blobs.ts';
import { matcherOf } from './compile-glob.ts';
import { folderHolding, installedFolders } from './installed-packages.ts';
import { type Entered, walkFolder } from './walk-folder.ts';

/** A file that was found, before its bytes were looked at. */
export interface FoundFile {
  /** Relative to the workspace. A name that is not UTF-8 has its odd bytes as `\xe9`, and `named` is false. */
  readonly path: string;
  readonly named: boolean;
  readonly bytes: number;
  readonly mode: number;
  readonly kind: 'file' | 'symlink' | 'other';
  /** The blob that git vouches for if it is as long as the file, or null: then only the bytes can tell. */
  readonly blob: string | null;
}

export interface Discovery {
  /** Sorted by path. */
  readonly files: readonly FoundFile[];
  /** Names of files that `exclude` left out. */
  readonly excluded: number;
  /** What a reader of the totals must know: files that git tracks and the disk does not have … */
  readonly notes: readonly string[];
  /** Submodules and repositories below, which are not read, one sentence each. */
  readonly nested: readonly string[];
}

interface Candidate {
  readonly path: Buffer;
  readonly blob: string | null;
  /** Somebody committed it, or added it. */
  readonly tracked: boolean;
}

/** What of a workspace counts. */
export interface Scope {
  /** Globs of files that are left out. */
  readonly exclude: readonly string[];
  /** `sources` leaves installed packages out everywhere, and outside git what builds write and keep. */
  readonly enters: Entered;
}

/**
 * Finds the workspace's files: git's, tracked and untracked without ignored ones; outside git a plain walk. Installed packages that git does not
 * ignore are no files of the workspace either: thousands of them would stand in every ranking. A staging copy has them all the same.
 */
export async function discoverFiles(
  root: string,
  repository: Repository | null,
  { exclude, enters }: Scope,
  signal?: AbortSignal,
): Promise<Discovery> {
  const notes: string[] = [];
  const { candidates, nested } = repository
    ? await fromGit(repository, signal)
    : { candidates: fromDisk(root, enters, notes, signal), nested: [] };
  const folder = Buffer.from(join(root, '/'));
  const own = enters === 'all' ? candidates : withoutInstalled(candidates, repository !== null, notes);
  const isExcluded = matcherOf(exclude);
  const files: FoundFile[] = [];
  let excluded = 0;
  let gone = 0;
  for (const candidate of own) {
    const { path, named } = decodePath(candidate.path);
    if (isExcluded(path)) {
      excluded += 1;
      continue;
    }
    const found = look(folder, candidate, path, named);
    if (found) files.push(found);
    else gone += 1;
  }
  if (gone > 0) notes.push(`${gone} tracked ${gone === 1 ? 'file is' : 'files are'} not on the disk`);
  return { files: files.sort((a, b) => byText(a.path, b.path)), excluded, notes, nested };
}

async function fromGit(
  repository: Repository,
  signal?: AbortSignal,
): Promise<{ readonly candidates: Candidate[]; readonly nested: string[] }> {
  const { files, nested } = await listFiles(repository, signal);
  const blobs = await vouchedBlobs(repository, files, signal);
  return {
    candidates: files.map(({ path, tracked }) => ({ path, tracked, blob: blobs.get(path.toString('latin1')) ?? null })),
    nested: nested.map(
      ({ path, kind }) => `${path} is a ${kind === 'submodule' ? 'submodule' : 'repository of its own'}: not read`,
    ),
  };
}

/** What is no installed package. */
function withoutInstalled(candidates: readonly Candidate[], inGit: boolean, notes: string[]): Candidate[] {
  const pathOf = ({ path }: Candidate): string => decodePath(path).path;
  const folders = installedFolders(candidates.filter(({ tracked }) => !tracked).map(pathOf));
  if (folders.size === 0) return [...candidates];
  const counts = new Map<string, number>();
  const own = candidates.filter((candidate) => {
    const folder = candidate.tracked ? null : folderHolding(pathOf(candidate), folders);
    if (folder !== null) counts.set(folder, (counts.get(folder) ?? 0) + 1);
    return folder === null;
  });
  const unignored = inGit ? ', which git does not ignore' : '';
  for (const [folder, count] of counts)
    notes.push(`${folder} holds installed packages${unignored}: ${count} ${count === 1 ? 'file' : 'files'} not read`);
  return own;
}

function fromDisk(root: string, enters: Entered, notes: string[], signal?: AbortSignal): Candidate[] {
  const { files, unreadable } = walkFolder(root, enters, signal);
  for (const folder of unreadable) notes.push(`${folder || '.'} cannot be listed`);
  return files.map((path) => ({ path, blob: null, tracked: false }));
}

/** @param folder the workspace's, with a slash at its end */
function look(folder: Buffer, candidate: Candidate, path: string, named: boolean): FoundFile | null {
  const absolute = Buffer.concat([folder, candidate.path]);
  let stat: ReturnType<typeof lstatSync>;
  try {
    stat = lstatSync(absolute);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    return { path, named, bytes: 0, mode: 0, kind: 'other', blob: null };
  }
  if (stat.isDirectory()) return null;
  const kind = stat.isSymbolicLink() ? 'symlink' : stat.isFile() ? 'file' : 'other';
  return {
    path,
    named,
    bytes: stat.size,
    mode: stat.mode & 0o777,
    kind,
    blob: kind === 'file' ? candidate.blob : null,
  };
}

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function decodePath(path: Buffer): { path: string; named: boolean } {
  if (isAscii(path)) return { path: path.toString('latin1'), named: true };
  try {
    return { path: strict.decode(path), named: true };
  } catch {
    const escaped = path.toString('latin1').replace(/[\x80-\xff]/g, (char) => `\\x${char.charCodeAt(0).toString(16)}`);
    return { path: escaped, named: false };
  }
}
