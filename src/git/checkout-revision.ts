import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Repository } from './open-repository.ts';
import { runGit } from './run-git.ts';

/**
 * Writes the files of a revision into a folder, which is emptied first. The repository's own index and work tree are not touched, and
 * content filters, which are programs, do not run.
 * @returns the folder that stands for the workspace: below `folder` where the workspace is below the repository's top
 */
export async function checkoutRevision(
  repository: Repository,
  revision: string,
  folder: string,
  signal: AbortSignal,
): Promise<string> {
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
  } finally {
    await rm(index, { recursive: true, force: true });
  }
  return join(folder, repository.prefix);
}
