import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Repository } from './open-repository.ts';
import { runGit } from './run-git.ts';

/** A revision that was laid out. */
export interface LaidOut {
  /** The folder that stands for the workspace: below the one that was asked for where the workspace is below the repository's top. */
  readonly folder: string;
  /** The blob of each file, by its path from there. */
  readonly blobs: ReadonlyMap<string, string>;
}

/**
 * Writes the files of a revision into a folder, which is emptied first. The repository's own index and work tree are not touched, and
 * content filters, which are programs, do not run.
 */
export async function checkoutRevision(
  repository: Repository,
  revision: string,
  folder: string,
  signal: AbortSignal,
): Promise<LaidOut> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(join(folder, repository.prefix), { recursive: true });
  const index = await mkdtemp(join(tmpdir(), 'omni-refactor-index-'));
  const options = {
    cwd: repository.topLevel,
    signal,
    settings: repository.withoutFilters,
    env: { GIT_INDEX_FILE: join(index, 'index') },
  };
  try {
    await runGit(['read-tree', revision], options);
    await runGit(['checkout-index', '--all', '--force', `--prefix=${folder}/`], options);
    const listed = await runGit(['ls-files', '--stage', '-z'], options);
    return { folder: join(folder, repository.prefix), blobs: blobsIn(listed.toString('utf8'), repository.prefix) };
  } finally {
    await rm(index, { recursive: true, force: true });
  }
}

/** @param listed `mode blob stage<TAB>path`, each ended by a NUL */
function blobsIn(listed: string, prefix: string): Map<string, string> {
  const blobs = new Map<string, string>();
  for (const row of listed.split('\0')) {
    const [head = '', path = ''] = row.split('\t');
    const blob = head.split(' ')[1];
    if (blob !== undefined && path.startsWith(prefix)) blobs.set(path.slice(prefix.length), blob);
  }
  return blobs;
}
