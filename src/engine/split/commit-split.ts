import type { ChangeSet } from '../../core/change-set.ts';
import { RefactorError } from '../../core/errors.ts';
import { pureMove } from '../../core/pure-move.ts';
import { type RenderedFile, renderChangeSet } from '../../core/render-change-set.ts';
import { type CommittedFile, commitFiles, commitSeries } from '../../git/commit-files.ts';
import { openRepository, type Repository } from '../../git/open-repository.ts';
import { runGit, tryGit } from '../../git/run-git.ts';
import { unfinishedOperation } from '../../git/unfinished-operation.ts';
import type { View } from '../../workspace/view.ts';

/**
 * A repository that is ready for `--commit`. Throws RefactorError when there is no git, no commit, no author to commit as, or a base file
 * that is not committed.
 */
export async function requireCommitted(
  root: string,
  paths: readonly string[],
  signal: AbortSignal,
): Promise<Repository> {
  const opened = await openRepository(root, signal);
  if (opened.repository === null) throw cannotCommit(opened.reason);
  if (opened.repository.head === null) throw cannotCommit('the repository has no commit yet');
  await requireNothingBegun(opened.repository, signal);
  const status = await runGit(
    [
      'status',
      '--porcelain',
      '-z',
      '--untracked-files=all',
      '--',
      ...paths.map((path) => `:(literal,top)${opened.repository.prefix}${path}`),
    ],
    {
      cwd: root,
      signal,
    },
  );
  if (status.length > 0) throw cannotCommit(`${paths.join(', ')} differs from the last commit`);
  await requireAuthor(root, signal);
  return opened.repository;
}

/** Two commits under a merge would be its first parents' children, and the merge would lose its second. */
async function requireNothingBegun(repository: Repository, signal: AbortSignal): Promise<void> {
  const begun = await unfinishedOperation(repository, signal);
  if (begun !== null)
    throw cannotCommit(`${begun} is not finished here`, `Finish or abort it first, or run without --commit.`);
}

/** A repository in which commits of a split can be finished. Throws RefactorError `cannot-commit`. */
export async function requireRepository(root: string, signal: AbortSignal): Promise<Repository> {
  const opened = await openRepository(root, signal);
  if (opened.repository === null) throw cannotCommit(opened.reason);
  await requireNothingBegun(opened.repository, signal);
  await requireAuthor(root, signal);
  return opened.repository;
}

/** A proof takes minutes: that git would refuse the commit has to be reported before it. */
async function requireAuthor(cwd: string, signal: AbortSignal): Promise<void> {
  for (const who of ['GIT_AUTHOR_IDENT', 'GIT_COMMITTER_IDENT']) {
    const { exitCode } = await tryGit(['var', who], { cwd, signal });
    if (exitCode !== 0)
      throw cannotCommit(
        'git has no author to commit as',
        'Run `git config user.name "Your Name"` and `git config user.email you@example.org`, or run without --commit.',
      );
  }
}

/**
 * Two commits: first the bytes that only moved, then the glue. `git blame -C` follows the first one, since nothing was edited in it.
 * @returns the ids, oldest first
 */
export async function commitSplit(
  repository: Repository,
  before: View,
  changeSets: readonly ChangeSet[],
  message: string,
  signal: AbortSignal,
): Promise<string[]> {
  const subject = message.split('\n', 1)[0]!;
  const moved: CommittedFile[] = [];
  const whole: CommittedFile[] = [];
  let parent = before;
  for (const set of changeSets) {
    const next = parent.overlay(set);
    moved.push(...committed(renderChangeSet(pureMove(set), parent.text), parent, next));
    whole.push(...committed(renderChangeSet(set, parent.text), parent, next));
    parent = next;
  }
  // A change that moves no text is one commit.
  if (changeSets.every(({ create }) => create.length === 0))
    return [await commitFiles({ repository, parent: repository.head!, files: whole, message, signal })];
  const note = `${subject}: move the text\n\nOnly moves lines; the next commit adds what joins them. It does not build on its own.\n`;
  const commits = [
    { files: moved, message: note },
    { files: whole, message },
  ];
  return commitSeries({ repository, parent: repository.head!, commits, signal });
}

const committed = (files: readonly RenderedFile[], before: View, after: View): CommittedFile[] =>
  files.map((file) => {
    if (file.kind === 'deleted') return { path: file.path, content: null, mode: 0o644 };
    const text = file.kind === 'text' ? file.text : before.text(file.from);
    return { path: file.path, content: Buffer.from(text), mode: after.file(file.path)?.mode ?? 0o644 };
  });

const cannotCommit = (
  why: string,
  whatToDo = 'Commit your own changes first, or run without --commit.',
): RefactorError =>
  new RefactorError({
    code: 'cannot-commit',
    what: 'The split cannot be committed',
    why,
    whatToDo,
  });
