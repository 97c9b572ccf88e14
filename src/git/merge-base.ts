import { RefactorError } from '../core/errors.ts';
import type { Repository } from './open-repository.ts';
import { resolveRevision } from './resolve-since.ts';
import { tryGit } from './run-git.ts';

/** The commit where HEAD and a revision parted. Throws RefactorError `unknown-revision` | `no-merge-base`. */
export async function mergeBase(repository: Repository, revision: string, signal?: AbortSignal): Promise<string> {
  const id = await resolveRevision(revision, repository, signal);
  if (id === null)
    throw new RefactorError({
      code: 'unknown-revision',
      what: `${revision} is not a revision of this repository`,
      why: 'there is no such commit, tag or branch',
      whatToDo: 'Fetch it, or name another: --affected origin/main.',
    });
  const found = await tryGit(['merge-base', id, 'HEAD'], { cwd: repository.root, signal });
  const base = found.stdout.toString('latin1').trim();
  if (found.exitCode === 0 && base !== '') return base;
  throw new RefactorError({
    code: 'no-merge-base',
    what: `${revision} and HEAD have no common commit here`,
    why: repository.shallow
      ? 'the clone is shallow: the commit where they parted was not fetched'
      : 'their histories are unrelated',
    whatToDo: repository.shallow
      ? 'Fetch more history: git fetch --unshallow.'
      : 'Name a revision that this branch came from.',
  });
}
