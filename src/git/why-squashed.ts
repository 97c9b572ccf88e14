import type { Commit } from './commit-log.ts';

const FEWEST_COMMITS = 10;
const ONE_COMMIT_SHARE = 0.8;

/**
 * Why a history says nothing about its files, or null. It is squashed when fewer than ten commits that are no merges lead to HEAD, or
 * when four of five files of HEAD's tree were touched by one and the same commit and by no other (an import with little after it).
 */
export function whySquashed(
  commits: readonly Commit[],
  touched: ReadonlyMap<string, { readonly times: number; readonly only: string }>,
  present: readonly string[],
): string | null {
  const count = commits.filter((commit) => commit.parents.length < 2).length;
  if (count < FEWEST_COMMITS) return `the history has ${count === 1 ? 'only one commit' : `only ${count} commits`}`;
  const byCommit = new Map<string, number>();
  for (const path of present) {
    const known = touched.get(path);
    if (known?.times === 1) byCommit.set(known.only, (byCommit.get(known.only) ?? 0) + 1);
  }
  for (const [id, files] of byCommit)
    if (files >= ONE_COMMIT_SHARE * present.length)
      return `${files} of ${present.length} files were touched only by commit ${id.slice(0, 10)}`;
  return null;
}
