import { existsSync, realpathSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Config } from '../../config/config.ts';
import { RefactorError } from '../../core/errors.ts';
import { type Evidence, mergeEvidence, type Rung } from '../../core/evidence.ts';
import type { OnProgress } from '../../core/progress.ts';
import { checkoutRevision } from '../../git/checkout-revision.ts';
import { openRepository } from '../../git/open-repository.ts';
import { resolveRevision } from '../../git/resolve-since.ts';
import type { View } from '../../workspace/view.ts';
import { findWorkspace } from '../find-workspace.ts';
import { openWorkspace } from '../open-workspace.ts';
import { isProven, proveChange, proversOf, requireRungs } from '../split/prove-change.ts';
import { openStage } from '../stage/open-stage.ts';
import { type StateFolder, stateFolderOf } from '../state/state-folder.ts';
import { type Lock, withLock } from '../state/with-lock.ts';

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

/**
 * Runs the provers on a split that somebody else made. Nothing of the user's is written: revisions are laid out in the state folder.
 * Throws RefactorError `unknown-side`, `rung-not-built` …
 */
export async function verifySides(options: VerifyOptions): Promise<VerifyResult> {
  const state = await stateFolderOf(options.root, options.env);
  // Another run would lay its own revisions out in the same place.
  return withLock({ ...options, state }, (lock) => verifyLocked(options, lock));
}

async function verifyLocked(options: VerifyOptions, lock: Lock): Promise<VerifyResult> {
  const { asked, signal, onProgress, testCommand } = options;
  const [beforeRoot, afterRoot] = await sidesOf(options, lock.state);
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
  options.onAnnounce(provers.flatMap((prover) => prover.announce({ before, rungs: asked, testCommand }, paths)));
  const prove = async (own: Lock): Promise<Evidence> => {
    const executing = asked.some((rung) => rung !== 'S');
    const stage = executing ? await openStage({ lock: own, changeSets: [], afterRoot, signal, onProgress }) : null;
    return proveChange({ before, after, changeSet: null, paths, asked, testCommand, stage, onProgress, signal });
  };
  const state = await stateFolderOf(beforeRoot, options.env);
  const shown =
    state.id === lock.state.id ? await prove(lock) : await withLock({ state, signal, onProgress }, (own) => prove(own));
  const evidence = mergeEvidence([shown, lostFiles(paths, removed)]);
  return { ...common, outcome: isProven(evidence, asked, paths) ? 'proven' : 'not-proven', evidence };
}

/** A prover compares files that are there: one that is gone and has become no folder of its name would go unseen. */
function lostFiles(paths: readonly string[], removed: readonly string[]): Evidence {
  const why = 'the file is gone, and no folder of its name stands for it';
  const lost = removed.filter((path) => !standIns(path).some((place) => paths.includes(place)));
  return {
    proofs: lost.map((path) => ({ rung: 'S', path, configuration: '-', verdict: 'failed', why })),
    commands: [],
    diagnostics: [],
    tools: [],
  };
}

function standIns(path: string): string[] {
  const [, stem, extension] = /^(.*)(\.\w+)$/.exec(path) ?? [];
  return ['__init__', 'mod', 'index'].map((name) => `${stem}/${name}${extension}`);
}

const differs = (before: View, after: View, path: string): boolean => {
  const old = before.file(path);
  const now = after.file(path);
  if (old?.state !== 'text' || now?.state !== 'text') return old?.key !== now?.key;
  return before.text(path) !== after.text(path);
};

/** Two folders are taken as they are; a folder beside a revision stands for the workspace that it lies in. */
async function sidesOf(options: VerifyOptions, state: StateFolder): Promise<[string, string]> {
  const folders = [options.base, options.head].map((spec) => folderOf(resolve(options.cwd, spec)));
  const [base, head] = folders;
  if (base && head) return [base, head];
  const sideOf = async (folder: string | null | undefined, spec: string, name: string): Promise<string> =>
    folder ? findWorkspace(folder) : checkedOut(options, spec, join(state.stage, 'verify', name));
  return [await sideOf(base, options.base, 'base'), await sideOf(head, options.head, 'head')];
}

const folderOf = (path: string): string | null =>
  existsSync(path) && statSync(path).isDirectory() ? realpathSync(path) : null;

async function checkedOut({ root, signal }: VerifyOptions, spec: string, folder: string): Promise<string> {
  const { repository } = await openRepository(root, signal);
  const revision = repository && (await resolveRevision(spec, repository, signal));
  if (!repository || !revision) throw unknownSide(spec, repository !== null);
  return checkoutRevision(repository, revision, folder, signal);
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
