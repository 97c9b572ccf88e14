import { type Commit, LOG_FORMAT, parseLog } from '../../src/git/commit-log.ts';
import type { Repository } from '../../src/git/open-repository.ts';
import { runGit } from '../../src/git/run-git.ts';

const FIX = /\bfix(?:e[sd]|ing)?\b|\bbugs?\b|\bregression|\bcrash|\bpanic(?:s|ked)?\b|\bincorrect|\bwrong\b/i;
const BOT = /\[bot\]|\b(?:dependabot|renovate|pre-commit-ci|github-actions)\b/i;
const MOST_FILES = 30;

/**
 * How often each file was mended after a commit: commits up to HEAD that say so in their subject, of at most 30 files.
 * @returns by the name that the file had at the cut
 */
export async function laterFixes(repository: Repository, cut: string): Promise<Map<string, number>> {
  const args = ['log', '-z', '--name-status', '-M', '--no-merges', '--reverse', '--topo-order'];
  const [bytes, subjects] = await Promise.all([
    runGit([...args, `--format=${LOG_FORMAT}`, `${cut}..HEAD`], { cwd: repository.root }),
    runGit(['log', '--no-merges', '--format=%H %s', `${cut}..HEAD`], { cwd: repository.root }),
  ]);
  const isFix = new Set(
    subjects
      .toString('utf8')
      .split('\n')
      .filter((line) => FIX.test(line.slice(41)))
      .map((line) => line.slice(0, 40)),
  );
  const fixes = new Map<string, number>();
  /** Today's name -> the name at the cut. */
  const before = new Map<string, string>();
  const nameBefore = (path: string): string => before.get(path) ?? path;
  const counts = ({ id, author, changes }: Commit): boolean =>
    isFix.has(id) && !BOT.test(author) && changes.length <= MOST_FILES;
  for (const commit of parseLog(bytes)) {
    const names = commit.changes.map(({ path, from }) => nameBefore(from ?? path));
    commit.changes.forEach(({ path, from }, i) => {
      if (from !== null) before.set(path, names[i]!);
    });
    if (counts(commit)) for (const name of names) fixes.set(name, (fixes.get(name) ?? 0) + 1);
  }
  return fixes;
}
