import { RefactorError } from '../../core/errors.ts';
import { changedFiles } from '../../git/changed-files.ts';
import { mergeBase } from '../../git/merge-base.ts';
import { openRepository } from '../../git/open-repository.ts';
import { matcherOf } from '../../workspace/compile-glob.ts';
import { isOfShard } from '../facts/shard-facts.ts';
import type { Chosen } from './choose-files.ts';

/** Those of the files that this branch has changed since it left a revision. Throws RefactorError `not-a-repository` | `unknown-revision` | `no-merge-base`. */
export async function affectedFiles(
  chosen: Chosen,
  root: string,
  revision: string,
  signal: AbortSignal,
): Promise<Chosen> {
  const opened = await openRepository(root, signal);
  if (!opened.repository)
    throw new RefactorError({
      code: 'not-a-repository',
      what: `There is nothing to compare ${revision} with`,
      why: opened.reason,
      whatToDo: 'Run it in a git repository, or without --affected.',
    });
  const changed = await changedFiles(opened.repository, await mergeBase(opened.repository, revision, signal), signal);
  return { ...chosen, files: chosen.files.filter(({ path }) => changed.has(path)) };
}

/** Those of the files that at least one glob names. Throws RefactorError `file-not-found` for a glob that names none of them. */
export function onlyFiles(chosen: Chosen, globs: readonly string[]): Chosen {
  if (globs.length === 0) return chosen;
  for (const glob of globs)
    if (!chosen.files.some(({ path }) => matcherOf([glob])(path)))
      throw new RefactorError({
        code: 'file-not-found',
        what: `--only ${glob} names nothing of this run`,
        why: 'it is no codemod of the run, no rule of one, and none of its files',
        whatToDo: 'Name a codemod as it was typed, the id of a rule, or files by a path or glob from the workspace.',
      });
  const isNamed = matcherOf(globs);
  return { ...chosen, files: chosen.files.filter(({ path }) => isNamed(path)), named: new Set() };
}

/** The share of one machine: each file of a run is in one of them. */
export function shareOf(
  { files, others, named }: Chosen,
  shard: { readonly shard: number; readonly of: number },
): Chosen {
  const isMine = isOfShard(shard);
  return { files: files.filter(isMine), others: others.filter(isMine), named };
}
