import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Config } from '../../config/config.ts';
import { RefactorError } from '../../core/errors.ts';
import type { Evidence, Rung } from '../../core/evidence.ts';
import type { OnProgress } from '../../core/progress.ts';
import { checkoutRevision } from '../../git/checkout-revision.ts';
import { openRepository } from '../../git/open-repository.ts';
import { resolveRevision } from '../../git/resolve-since.ts';
import type { View } from '../../workspace/view.ts';
import { findWorkspace } from '../find-workspace.ts';
import { openWorkspace } from '../open-workspace.ts';
import { isProven, proveChange, proversOf, requireRungs } from '../split/prove-change.ts';
import { openStage } from '../stage/open-stage.ts';
import { stateFolderOf } from '../state/state-folder.ts';
import { withLock } from '../state/with-lock.ts';

export interface VerifyOptions {
  readonly cwd: string;
  /** The workspace whose repository knows the revisions. */
  readonly root: string;
  /** A revision or a folder each. */
  readonly base: string;
  readonly head: string;
  readonly config: Config;
  readonly today: string;
  readonly asked: readonly Rung[];
  readonly testCommand: readonly string[] | null;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly onAnnounce: (lines: readonly string[]) => void;
  readonly onProgress: OnProgress;
  readonly signal: AbortSignal;
}

export interface VerifyResult {
  readonly outcome: 'proven' | 'not-proven' | 'unchanged';
  readonly before: View;
  readonly after: View;
  /** Source files that differ, and are still there. */
  readonly paths: readonly string[];
  readonly removed: readonly string[];
  readonly asked: readonly Rung[];
  readonly evidence: Evidence;
}

/** Runs the provers on a split that somebody else made. Nothing of the user's is written: revisions are laid out in the state folder. */
export async function verifySides(options: VerifyOptions): Promise<VerifyResult> {
  const { asked, signal, onProgress } = options;
  const beforeRoot = await sideOf(options, options.base, 'base');
  const afterRoot = await sideOf(options, options.head, 'head');
  const before = await open(options, beforeRoot);
  const after = await open(options, afterRoot);
  const paths = after.files
    .filter(({ path, grammar }) => grammar !== null && differs(before, after, path))
    .map(({ path }) => path);
  const removed = before.files
    .filter(({ path, grammar }) => grammar !== null && !after.file(path))
    .map(({ path }) => path);
  const common = { before, after, paths, removed, asked };
  if (paths.length + removed.length === 0)
    return { ...common, outcome: 'unchanged', evidence: { proofs: [], commands: [], diagnostics: [], tools: [] } };
  const provers = proversOf(after, paths);
  requireRungs(provers, asked);
  options.onAnnounce(
    provers.flatMap((prover) => prover.announce({ before, rungs: asked, testCommand: options.testCommand }, paths)),
  );
  const state = await stateFolderOf(beforeRoot, options.env);
  const evidence = await withLock({ state, signal, onProgress }, async (lock) => {
    const stage = asked.some((rung) => rung !== 'S')
      ? await openStage({ lock, changeSets: [], afterRoot, signal, onProgress })
      : null;
    return proveChange({
      before,
      after,
      changeSet: null,
      paths,
      asked,
      testCommand: options.testCommand,
      stage,
      onProgress,
      signal,
    });
  });
  return { ...common, outcome: isProven(evidence, asked, paths) ? 'proven' : 'not-proven', evidence };
}

const differs = (before: View, after: View, path: string): boolean => {
  const old = before.file(path);
  const now = after.file(path);
  if (old?.state !== 'text' || now?.state !== 'text') return old?.key !== now?.key;
  return before.text(path) !== after.text(path);
};

async function sideOf({ cwd, root, env, signal }: VerifyOptions, spec: string, name: 'base' | 'head'): Promise<string> {
  const folder = resolve(cwd, spec);
  if (existsSync(folder) && statSync(folder).isDirectory()) return findWorkspace(folder);
  const { repository } = await openRepository(root, signal);
  const revision = repository && (await resolveRevision(spec, repository, signal));
  if (!repository || !revision) throw unknownSide(spec, repository !== null);
  const state = await stateFolderOf(root, env);
  return checkoutRevision(repository, revision, join(state.stage, 'verify', name), signal);
}

async function open({ config, today, onProgress, signal }: VerifyOptions, root: string): Promise<View> {
  const opened = await openWorkspace({
    root,
    config,
    today,
    facts: [],
    history: false,
    workers: 0,
    cacheDir: null,
    onProgress,
    signal,
  });
  return opened.view;
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
