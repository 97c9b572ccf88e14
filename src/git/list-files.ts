import { splitRecords } from '../process/run-for-bytes.ts';
import type { Repository } from './open-repository.ts';
import { runGit } from './run-git.ts';

export interface ListedFile {
  /** Raw bytes: git's names need not be UTF-8. */
  readonly path: Buffer;
  /** The blob in the index; null for untracked files and unmerged ones. */
  readonly blob: string | null;
  readonly tracked: boolean;
  /** False where the index is told not to look at the file (assume-unchanged, skip-worktree). */
  readonly watched: boolean;
}

export interface FileList {
  /** Tracked and untracked files, without ignored ones. A tracked file may be gone from the disk. */
  readonly files: readonly ListedFile[];
  /** Submodules and nested repositories: named, never entered. Paths without a slash at the end. */
  readonly nested: readonly { readonly path: string; readonly kind: 'submodule' | 'repository' }[];
}

/** What git knows of the workspace's files, in git's order. */
export async function listFiles(repository: Repository, signal?: AbortSignal): Promise<FileList> {
  const options = { cwd: repository.root, signal };
  const [tracked, untracked] = await Promise.all([
    runGit(['ls-files', '-z', '-s', '-v'], options),
    runGit(['ls-files', '-z', '-o', '--exclude-standard'], options),
  ]);
  const files: ListedFile[] = [];
  const nested: { path: string; kind: 'submodule' | 'repository' }[] = [];
  let lastUnmerged: Buffer | null = null;
  for (const record of splitRecords(tracked)) {
    // `H 100644 <blob> 0<tab>path`
    const tab = record.indexOf(9);
    const [tag, mode, id, stage] = record.toString('latin1', 0, tab).split(' ') as [string, string, string, string];
    // A part of a string keeps all of it.
    const blob = Buffer.from(id, 'latin1').toString('latin1');
    const path = record.subarray(tab + 1);
    if (mode === '160000') {
      nested.push({ path: path.toString('utf8'), kind: 'submodule' });
    } else if (stage === '0') {
      files.push({ path, blob, tracked: true, watched: tag === 'H' });
    } else if (lastUnmerged === null || !lastUnmerged.equals(path)) {
      files.push({ path, blob: null, tracked: true, watched: true });
      lastUnmerged = path;
    }
  }
  for (const path of splitRecords(untracked)) {
    if (path[path.length - 1] === 0x2f)
      nested.push({ path: path.toString('utf8', 0, path.length - 1), kind: 'repository' });
    else files.push({ path, blob: null, tracked: false, watched: true });
  }
  return { files, nested };
}
