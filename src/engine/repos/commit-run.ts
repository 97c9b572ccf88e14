import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Receipt } from '../../core/receipt.ts';
import { commitFiles } from '../../git/commit-files.ts';
import type { Repository } from '../../git/open-repository.ts';
import { runGit } from '../../git/run-git.ts';

/**
 * Makes a branch of what a run has written and commits it there, as one commit with the receipt in its message. No hook runs.
 * @returns the commit's id
 */
export async function commitRun(
  repository: Repository,
  branch: string,
  receipt: Receipt,
  { message, signal }: { readonly message: string; readonly signal: AbortSignal },
): Promise<string> {
  await runGit(['switch', '--quiet', '--create', branch], { cwd: repository.topLevel, signal });
  const files = receipt.files.map(({ path, after }) => {
    if (after === null) return { path, content: null, mode: 0o644 };
    const absolute = join(repository.root, path);
    return { path, content: readFileSync(absolute), mode: lstatSync(absolute).mode };
  });
  return commitFiles({ repository, parent: repository.head!, files, message, signal });
}
