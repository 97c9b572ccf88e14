import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { RefactorError } from '../../core/errors.ts';
import { checkoutRevision, type LaidOut } from '../../git/checkout-revision.ts';
import { mergeBase } from '../../git/merge-base.ts';
import { openRepository } from '../../git/open-repository.ts';
import type { View } from '../../workspace/view.ts';
import { loadConfig } from '../load-config.ts';
import { type OpenOptions, openWorkspace } from '../open-workspace.ts';
import { stateFolderOf } from '../state/state-folder.ts';

export interface MergeBaseOptions extends Omit<OpenOptions, 'config' | 'history'>, BaseAsked {
  readonly signal: AbortSignal;
  /** It is being laid out already; absent: now. */
  readonly laying?: Promise<LaidOutBase>;
}

interface BaseAsked {
  readonly root: string;
  readonly revision: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
}

export interface LaidOutBase extends LaidOut {
  /** The commit where HEAD left the revision. */
  readonly base: string;
}

/**
 * Lays the workspace out as it was where HEAD left a revision: in the state folder, never in the tree.
 * Throws RefactorError `not-a-repository` | `unknown-revision` | `no-merge-base`.
 */
export async function layOutMergeBase({ root, revision, env, signal }: BaseAsked): Promise<LaidOutBase> {
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
  return { ...(await checkoutRevision(opened.repository, base, join(state.stage, 'affected'), signal)), base };
}

/** The workspace as it was where HEAD left a revision, with its own configuration. Throws as `layOutMergeBase` does. */
export async function openMergeBase(
  options: MergeBaseOptions,
): Promise<{ readonly view: View; readonly base: string }> {
  const { folder, blobs, base } = await (options.laying ?? layOutMergeBase(options));
  const { view } = await openWorkspace({
    ...options,
    root: folder,
    laidOut: { of: realpathSync(options.root), blobs },
    config: await loadConfig(folder),
    history: false,
  });
  return { view, base };
}
