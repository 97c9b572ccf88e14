import type { Repository } from './open-repository.ts';
import { tryGit } from './run-git.ts';

const MONTHS = 12;
const MONTH = 30.44 * 86_400;

/**
 * How often each file changed in each of the twelve months before HEAD's commit date, the oldest first. Only files that changed are in it;
 * null where there is no history to read. Renames are not followed: the picture is of one year.
 */
export async function readActivity(
  repository: Repository,
  signal?: AbortSignal,
): Promise<Map<string, readonly number[]> | null> {
  const { prefix, headTime, root } = repository;
  if (headTime === null) return null;
  const since = headTime - MONTHS * MONTH;
  const result = await tryGit(
    [
      'log',
      '-z',
      '--no-merges',
      '--no-renames',
      '--name-only',
      `--since=${Math.floor(since)}`,
      '--format=%x01%ct',
      '--',
      '.',
    ],
    { cwd: root, signal },
  );
  if (result.exitCode !== 0) return null;
  const activity = new Map<string, number[]>();
  for (const commit of result.stdout.toString('utf8').split('\u0001').slice(1)) {
    const [time = '0', ...paths] = commit.split('\0');
    const month = MONTHS - 1 - Math.floor(Math.max(0, headTime - Number.parseInt(time, 10)) / MONTH);
    if (month < 0) continue;
    for (const each of paths) {
      const path = each.replace(/^\n/, '');
      if (path === '' || !path.startsWith(prefix)) continue;
      const own = path.slice(prefix.length);
      let months = activity.get(own);
      if (!months) {
        months = new Array<number>(MONTHS).fill(0);
        activity.set(own, months);
      }
      months[month]! += 1;
    }
  }
  return activity;
}
