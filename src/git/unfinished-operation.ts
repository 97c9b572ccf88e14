import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Repository } from './open-repository.ts';
import { runGit } from './run-git.ts';

const MARKS = [
  ['MERGE_HEAD', 'a merge'],
  ['CHERRY_PICK_HEAD', 'a cherry-pick'],
  ['REVERT_HEAD', 'a revert'],
] as const;

/** What git has begun here and waits for somebody to end, or null: a commit of one's own would become part of it. */
export async function unfinishedOperation({ topLevel }: Repository, signal: AbortSignal): Promise<string | null> {
  const options = { cwd: topLevel, signal };
  for (const [mark, what] of MARKS) {
    const place = (await runGit(['rev-parse', '--git-path', mark], options)).toString('utf8').trim();
    if (existsSync(resolve(topLevel, place))) return what;
  }
  return (await runGit(['ls-files', '-z', '--unmerged'], options)).length > 0 ? 'a conflict' : null;
}
