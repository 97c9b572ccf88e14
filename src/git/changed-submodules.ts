import { splitRecords } from '../process/run-for-bytes.ts';
import type { Repository } from './open-repository.ts';
import { runGit } from './run-git.ts';

/** Submodules of which two revisions name other commits: their files stand in no tree of this repository. Paths from the workspace. */
export async function changedSubmodules(
  repository: Repository,
  base: string,
  head: string,
  signal: AbortSignal,
): Promise<string[]> {
  const said = await runGit(
    ['diff', '--raw', '-z', '--no-renames', '--no-abbrev', '--ignore-submodules=none', '--no-ext-diff', base, head],
    { cwd: repository.topLevel, signal },
  );
  const records = [...splitRecords(said)];
  const found: string[] = [];
  for (let i = 0; i + 1 < records.length; i += 2) {
    // `:160000 160000 <id> <id> M`, then the path.
    const path = records[i + 1]!.toString('utf8');
    if (/\b160000\b/.test(records[i]!.toString('latin1')) && path.startsWith(repository.prefix))
      found.push(path.slice(repository.prefix.length));
  }
  return found.sort();
}
