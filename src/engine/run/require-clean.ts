import { RefactorError } from '../../core/errors.ts';
import { openRepository } from '../../git/open-repository.ts';
import { runGit } from '../../git/run-git.ts';

const NAMED = 3;

/** Outside git there is nothing to compare with. Throws RefactorError `uncommitted-changes`. */
export async function requireClean(root: string, paths: readonly string[], signal: AbortSignal): Promise<void> {
  const { repository } = await openRepository(root, signal);
  if (repository === null || repository.head === null) return;
  const status = await runGit(['status', '--porcelain', '-z', '--untracked-files=all'], { cwd: root, signal });
  const dirty = new Set(
    status
      .toString('utf8')
      .split('\0')
      .map((entry) => entry.slice(3)),
  );
  const found = paths.filter((path) => dirty.has(`${repository.prefix}${path}`));
  if (found.length === 0) return;
  const more = found.length > NAMED ? ` and ${found.length - NAMED} more` : '';
  throw new RefactorError({
    code: 'uncommitted-changes',
    what: `${found.slice(0, NAMED).join(', ')}${more} would be changed, and nothing was written`,
    why: 'they differ from the last commit, so a review could not tell your edits from those of the codemod',
    whatToDo: 'Commit or stash them, or run with --allow-dirty: `omni-refactor undo` undoes the codemod alone.',
  });
}
