import { existsSync, realpathSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { RefactorError } from '../../core/errors.ts';
import { changedSubmodules } from '../../git/changed-submodules.ts';
import { checkoutRevision } from '../../git/checkout-revision.ts';
import { BARE, openRepository, type Repository } from '../../git/open-repository.ts';
import { resolveRevision } from '../../git/resolve-since.ts';
import { findWorkspace } from '../find-workspace.ts';
import type { StateFolder } from '../state/state-folder.ts';

/** One side of a comparison, as it lies on the disk. */
export interface Side {
  readonly root: string;
  /** The commit that was laid out there; null for a folder of the user's. */
  readonly revision: string | null;
}

export interface Sides {
  readonly before: Side;
  readonly after: Side;
  /** Submodules that the two revisions hold at other commits. */
  readonly submodules: readonly string[];
}

export interface SidesRequest {
  readonly cwd: string;
  /** The workspace whose repository knows the revisions. */
  readonly root: string;
  /** A revision or a folder each. */
  readonly base: string;
  readonly head: string;
  readonly signal: AbortSignal;
}

/**
 * Two folders are taken as they are; a folder beside a revision stands for the workspace that it lies in. Revisions are laid out in the state
 * folder. Throws RefactorError `unknown-side`, `bare-repository`.
 */
export async function layOutSides(request: SidesRequest, state: StateFolder): Promise<Sides> {
  const { cwd, root, signal } = request;
  const [base, head] = [request.base, request.head].map((spec) => folderOf(resolve(cwd, spec)));
  if (base && head) return { before: folder(base), after: folder(head), submodules: [] };
  const opened = await openRepository(root, signal);
  const { repository } = opened;
  const why = opened.repository ? null : opened.reason;
  const sideOf = async (found: string | null | undefined, spec: string, name: string): Promise<Side> =>
    found
      ? folder(findWorkspace(found))
      : checkedOut(repository ?? why!, spec, join(state.stage, 'verify', name), signal);
  const before = await sideOf(base, request.base, 'base');
  const after = await sideOf(head, request.head, 'head');
  const both = repository && before.revision !== null && after.revision !== null;
  const submodules = both ? await changedSubmodules(repository, before.revision, after.revision, signal) : [];
  return { before, after, submodules };
}

const folder = (root: string): Side => ({ root, revision: null });

const folderOf = (path: string): string | null =>
  existsSync(path) && statSync(path).isDirectory() ? realpathSync(path) : null;

async function checkedOut(
  repository: Repository | string,
  spec: string,
  place: string,
  signal: AbortSignal,
): Promise<Side> {
  if (typeof repository === 'string') throw unknownSide(spec, repository);
  const revision = await resolveRevision(spec, repository, signal);
  if (!revision) throw unknownSide(spec, null);
  return { root: (await checkoutRevision(repository, revision, place, signal)).folder, revision };
}

/** @param why there is no repository to ask; null where it does not know the commit */
const unknownSide = (spec: string, why: string | null): RefactorError =>
  new RefactorError({
    code: why === BARE ? 'bare-repository' : 'unknown-side',
    what: `${spec} is neither a folder nor a revision that can be laid out here`,
    why: why ?? 'the repository has no such commit',
    whatToDo:
      why === BARE
        ? 'Run it in a work tree: git worktree add ../verify, or in a clone.'
        : 'Name two revisions (`omni-refactor verify main HEAD`) or two folders.',
  });
