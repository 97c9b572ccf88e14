import { join } from 'node:path';
import { RefactorError } from '../../core/errors.ts';
import { checkoutRevision } from '../../git/checkout-revision.ts';
import { mergeBase } from '../../git/merge-base.ts';
import { openRepository } from '../../git/open-repository.ts';
import type { View } from '../../workspace/view.ts';
import { loadConfig } from '../load-config.ts';
import { type OpenOptions, openWorkspace } from '../open-workspace.ts';
import { stateFolderOf } from '../state/state-folder.ts';

export interface MergeBaseOptions extends Omit<OpenOptions, 'config' | 'history'> {
  readonly revision: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
}

/**
 * The workspace as it was where HEAD left a revision, with its own configuration: laid out in the state folder, never in the tree.
 * Throws RefactorError `not-a-repository` | `unknown-revision` | `no-merge-base`.
 */
export async function openMergeBase(
  options: MergeBaseOptions,
): Promise<{ readonly view: View; readonly base: string }> {
  const { root, revision, env, signal } = options;
  const opened = await openRepository(root, signal);
  if (!opened.repository)
    throw new RefactorError({
      code: 'not-a-repository',
      what: `There is nothing to compare ${revision} with`,
      why: opened.reason,
      whatToDo: 'Run it in a git repository, or check without --affected.',
    });
  const base = await mergeBase(opened.repository, revision, signal);
  const state = await stateFolderOf(root, env);
  const folder = await checkoutRevision(opened.repository, base, join(state.stage, 'affected'), signal);
  const { view } = await openWorkspace({ ...options, root: folder, config: await loadConfig(folder), history: false });
  return { view, base };
}
