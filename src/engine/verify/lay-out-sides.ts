import { existsSync, realpathSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { RefactorError } from '../../core/errors.ts';
import { changedSubmodules } from '../../git/changed-submodules.ts';
import { checkoutRevision } from '../../git/checkout-revision.ts';
import { openRepository, type Repository } from '../../git/open-repository.ts';
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
 * folder. Throws RefactorError `unknown-side`.
 */
export async function layOutSides(request: SidesRequest, state: StateFolder): Promise<Sides> {
  const { cwd, root, signal } = request;
  const [base, head] = [request.base, request.head].map((spec) => folderOf(resolve(cwd, spec)));
  if (base && head) return { before: folder(base), after: folder(head), submodules: [] };
  const { repository } = await openRepository(root, signal);
  const sideOf = async (found: string | null | undefined, spec: string, name: string): Promise<Side> =>
    found ? folder(findWorkspace(found)) : checkedOut(repository, spec, join(state.stage, 'verify', name), signal);
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
  repository: Repository | null,
  spec: string,
  place: string,
  signal: AbortSignal,
): Promise<Side> {
  const revision = repository && (await resolveRevision(spec, repository, signal));
  if (!repository || !revision) throw unknownSide(spec, repository !== null);
  return { root: await checkoutRevision(repository, revision, place, signal), revision };
}

const unknownSide = (spec: string, git: boolean): RefactorError =>
  new RefactorError({
    code: 'unknown-side',
    what: `${spec} is neither a folder nor a revision`,
    why: git
      ? 'the repository knows no such commit'
      : 'the workspace is not in a git repository, so only folders can be compared',
    whatToDo: 'Name two revisions (`omni-refactor verify main HEAD`) or two folders.',
  });
