import { realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../config/config.ts';
import { type BlobStore, NO_STORE } from '../core/blob-store.ts';
import { throwIfCancelled } from '../core/cancelled.ts';
import { RefactorError } from '../core/errors.ts';
import { hashOf } from '../core/hash.ts';
import { type OnProgress, SILENT } from '../core/progress.ts';
import { type History, type HistorySource, historyAtHand } from '../git/history.ts';
import { type OpenedRepository, openRepository, type Repository } from '../git/open-repository.ts';
import { readHistory } from '../git/read-history.ts';
import { readTags } from '../git/read-tags.ts';
import { requireTime } from '../git/resolve-since.ts';
import type { Fact, FactResult } from '../languages/fact.ts';
import { SOURCE_PATTERNS } from '../languages/language.ts';
import { folderStore } from '../workspace/cache-folder.ts';
import { createView } from '../workspace/create-view.ts';
import { discoverFiles } from '../workspace/discover-files.ts';
import { readEntry } from '../workspace/read-content.ts';
import { readManifests } from '../workspace/read-manifests.ts';
import type { FileEntry, View } from '../workspace/view.ts';
import type { Entered } from '../workspace/walk-folder.ts';
import { gatherFacts } from './facts/gather-facts.ts';
import { resultKeeper } from './facts/keep-results.ts';
import type { PackEntry } from './facts/pack.ts';

export interface OpenOptions {
  /** The workspace's folder. */
  readonly root: string;
  readonly config: Config;
  /** ISO day, UTC. */
  readonly today: string;
  /** Facts to have at hand for every source file; others are computed when they are asked for. */
  readonly facts: readonly Fact[];
  /** false: history is not read. */
  readonly history: { readonly since?: string /** Lines are followed too. */; readonly lines?: boolean } | false;
  /** Tags are read too. */
  readonly tags?: boolean;
  /** Which folders count beside those of sources, if any: of a revision that was laid out, all. */
  readonly enters?: Entered;
  /** Threads beside this one; 0 works in this one. */
  readonly workers: number;
  /** It is a revision that was laid out from another workspace: with the blobs of its files, whose facts that one's cache may have. */
  readonly laidOut?: { readonly of: string; readonly blobs: ReadonlyMap<string, string> };
  /** Facts that other machines computed. */
  readonly given?: readonly PackEntry[];
  /** null: nothing is kept and nothing is taken from an earlier run. */
  readonly cacheDir: string | null;
  readonly onProgress?: OnProgress;
  /** Called with each file once its facts are there, before the workspace is open. */
  readonly onFile?: (path: string, known: (path: string, factId: string) => FactResult<unknown> | null) => void;
  readonly signal?: AbortSignal;
}

/** Milliseconds. `parse` and `facts` are sums over the threads, the others wall time; history runs beside the rest. */
export interface OpenTimings {
  readonly discover: number;
  readonly read: number;
  readonly parse: number;
  readonly facts: number;
  readonly cache: number;
  readonly history: number;
  readonly total: number;
}

export interface OpenCounts {
  readonly files: number;
  readonly byState: Readonly<Record<FileEntry['state'], number>>;
  readonly excluded: number;
  /** Text files of a language that we read: those with facts. */
  readonly sources: number;
  /** Sources whose facts all came from an earlier run. */
  readonly fromCache: number;
  /** Files whose bytes were read in this run. */
  readonly read: number;
  /** Nodes of the trees that were parsed. */
  readonly nodes: number;
}

export interface OpenedWorkspace {
  readonly view: View;
  /** Has more facts of some files at hand for the view, computed where no earlier run has. */
  readonly gather: (paths: readonly string[], facts: readonly Fact[]) => Promise<void>;
  /** The real path of the workspace. */
  readonly root: string;
  /** As it stood when the workspace was opened: history was read of its HEAD. Null outside of git. */
  readonly repository: Repository | null;
  readonly notes: readonly string[];
  /** Submodules and repositories below, which are not read: `vendor/lib is a submodule: not read`. */
  readonly nested: readonly string[];
  readonly timings: OpenTimings;
  readonly counts: OpenCounts;
}

/**
 * Finds the files, has their facts computed or taken from the cache, reads history, and hands back a view that is bound to these bytes.
 * Throws RefactorError `workspace-not-found`, `unknown-since`, `git-failed`, `worker-crashed`, `cancelled`.
 */
export async function openWorkspace(options: OpenOptions): Promise<OpenedWorkspace> {
  const { config, signal, onProgress = SILENT } = options;
  const began = performance.now();
  const root = realFolder(options.root);
  throwIfCancelled(signal);
  onProgress({ type: 'phase', phase: 'discover' });
  const opened = await openRepository(root, signal);
  const history = startHistory(opened, options);
  const tags = options.tags
    ? await readTags(opened.repository, { store: historyStore(opened, options), signal })
    : null;
  const found = await discoverFiles(
    root,
    opened.repository,
    { ...config, enters: options.enters ?? 'sources' },
    signal,
  );
  const discover = performance.now() - began;
  onProgress({ type: 'done', phase: 'discover' });

  const { laidOut } = options;
  const files = laidOut
    ? found.files.map((file) => ({ ...file, blob: laidOut.blobs.get(file.path) ?? null }))
    : found.files;
  const gathered = await gatherFacts({
    ...options,
    root,
    found: files,
    onProgress,
    ...(laidOut ? { cacheOf: laidOut.of } : {}),
  });
  onProgress({ type: 'phase', phase: 'history' });
  const historyRead = await history;
  onProgress({ type: 'done', phase: 'history' });
  throwIfCancelled(signal);
  const keeper = options.cacheDir === null ? null : resultKeeper(resultStore(options.cacheDir, root));
  const view: View = createView({
    files: gathered.files,
    read: (entry) => readEntry(root, entry),
    stands: (path) => standsAt(join(root, path)),
    known: gathered.known,
    readManifests,
    history: historyRead.history,
    tags,
    config,
    today: options.today,
    ...(keeper === null
      ? {}
      : { kept: { make: (name, make) => keeper.make(view, name, make), recall: (name) => keeper.recall(view, name) } }),
  });
  const byState = { text: 0, symlink: 0, binary: 0, 'not-utf8': 0, 'too-large': 0, unreadable: 0 };
  for (const file of gathered.files) byState[file.state] += 1;
  return {
    view,
    gather: gathered.gather,
    root,
    repository: opened.repository,
    notes: found.notes,
    nested: found.nested,
    timings: { discover, ...gathered.timings, history: historyRead.ms, total: performance.now() - began },
    counts: { files: gathered.files.length, byState, excluded: found.excluded, ...gathered.counts },
  };
}

/** One of each check, and the rankings that were asked for last. */
const KEPT_RESULTS = 40;

const resultStore = (cacheDir: string, root: string): BlobStore =>
  folderStore(join(cacheDir, `results-${hashOf(root).slice(0, 16)}`), KEPT_RESULTS);

function standsAt(place: string): 'file' | 'folder' | null {
  const found = statSync(place, { throwIfNoEntry: false });
  return found === undefined ? null : found.isDirectory() ? 'folder' : 'file';
}

type TimedHistory = { readonly history: HistorySource; readonly ms: number };

/** Begins at once; a failure is kept until somebody awaits it. */
function startHistory(opened: OpenedRepository, options: OpenOptions): Promise<TimedHistory> {
  const began = performance.now();
  const timed = (history: HistorySource): TimedHistory => ({ history, ms: performance.now() - began });
  const without = (history: History): Promise<TimedHistory> => Promise.resolve(timed(historyAtHand(history)));
  if (options.history === false) return without({ status: 'not-read', reason: 'history was not asked for' });
  if (!opened.repository && options.history.since !== undefined) requireTime(options.history.since);
  if (!opened.repository) return without({ status: 'absent', reason: opened.reason });
  const { repository } = opened;
  const reading = readHistory(repository, {
    since: options.history.since,
    linesOf: options.history.lines ? SOURCE_PATTERNS : [],
    signal: options.signal,
    store: historyStore(opened, options),
  }).then(timed);
  reading.catch(() => {});
  return reading;
}

const historyStore = ({ repository }: OpenedRepository, { cacheDir }: OpenOptions): BlobStore =>
  repository === null || cacheDir === null ? NO_STORE : folderStore(join(cacheDir, storeName(repository.commonDir)));

const storeName = (commonDir: string): string => `history-${hashOf(commonDir).slice(0, 16)}`;

function realFolder(root: string): string {
  try {
    const real = realpathSync(root);
    if (statSync(real).isDirectory()) return real;
  } catch {
    // Reported below: whatever the system's reason, the folder cannot be opened.
  }
  throw new RefactorError({
    code: 'workspace-not-found',
    what: `${root} cannot be opened as a workspace`,
    why: 'it is not a readable folder',
    whatToDo: 'Name the folder of a repository or project.',
  });
}
