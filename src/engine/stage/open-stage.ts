import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ChangeSet } from '../../core/change-set.ts';
import { by } from '../../core/compare.ts';
import { hashOf } from '../../core/hash.ts';
import type { OnProgress } from '../../core/progress.ts';
import type { StageListing } from '../../core/receipt.ts';
import { openRepository } from '../../git/open-repository.ts';
import { readState } from '../apply/file-places.ts';
import { type FileState, unfinished } from '../apply/journal.ts';
import { findUnfinished } from '../apply/list-history.ts';
import { renderBytes } from '../apply/render-bytes.ts';
import type { Stage } from '../prove/prover.ts';
import { nodeDisk } from '../state/disk.ts';
import { diskError } from '../state/disk-error.ts';
import type { Lock } from '../state/with-lock.ts';
import { checkStageable } from './check-stageable.ts';
import { listContent } from './list-content.ts';
import { stageGit } from './stage-git.ts';
import { type CopyRecord, changedWhileProving, syncTree } from './sync-tree.ts';
import type { Wanted } from './wanted.ts';

export interface StageOptions {
  readonly lock: Lock;
  /** What turns the state before into the state after. */
  readonly changeSets: readonly ChangeSet[];
  /** `verify`: the state after is another folder instead. */
  readonly afterRoot?: string;
  /** SHA-256 of files as the view has them; a copy that differs ends the run. Paths that are not there are not checked. */
  readonly hashes?: ReadonlyMap<string, string>;
  readonly signal: AbortSignal;
  readonly onProgress: OnProgress;
}

export interface OpenedStage extends Stage {
  readonly listing: StageListing;
}

/**
 * Makes or refreshes the staging copy of a workspace and shows the state before. The copy keeps its place, and unchanged files their
 * times, between runs. The caller holds the lock until the last proof has ended. Throws `unfinished-apply`, `cannot-stage`, `file-changed`, `disk-full` …
 */
export async function openStage(options: StageOptions): Promise<OpenedStage> {
  const { lock, signal, onProgress } = options;
  const { root, stage } = lock.state;
  if ((await findUnfinished(lock.state)) !== null) throw unfinished(lock.state);
  onProgress({ type: 'phase', phase: 'stage' });
  const target = join(stage, 'tree');
  const scratch = join(stage, 'scratch');
  try {
    await mkdir(scratch, { recursive: true, mode: 0o700 });
    const { repository } = await openRepository(root, signal);
    const content = await listContent(root, repository, target, signal);
    await checkStageable(root, content.wanted, lock.state.env);
    const saved = await readSaved(stage);
    const onCopy = async (path: string, place: string): Promise<void> => {
      const hash = options.hashes?.get(path);
      if (hash !== undefined && hashOf(await readFile(place)) !== hash) throw changedWhileProving(path);
    };
    const put = async (wanted: readonly Wanted[], pinned: boolean): Promise<void> => {
      await syncTree({ target, wanted, record: saved.record, pinned, signal, onCopy });
      await writeFile(join(stage, 'record.json'), JSON.stringify(saved));
    };
    await put(content.wanted, false);
    saved.git = await stageGit(repository, target, saved.git, signal);
    await writeFile(join(stage, 'record.json'), JSON.stringify(saved));
    const after = await contentAfter(options, target, content.wanted);
    onProgress({ type: 'done', phase: 'stage' });
    return {
      root: target,
      scratch,
      env: lock.state.env,
      listing: content.listing,
      show: (state) => put(state === 'before' ? content.wanted : after, true),
      lay: (texts) => put(withTexts(after, texts), true),
    };
  } catch (error) {
    throw diskError(error, 'The staging copy could not be made');
  }
}

/** Environment of every program that runs in a stage: its output goes to the scratch folder, also when the stage is the tree itself. */
export const stageEnvironment = (stage: Pick<Stage, 'scratch'>): Readonly<Record<string, string>> => ({
  CARGO_TARGET_DIR: join(stage.scratch, 'target'),
  PYTHONPYCACHEPREFIX: join(stage.scratch, 'pycache'),
  MYPY_CACHE_DIR: join(stage.scratch, 'mypy'),
  RUFF_CACHE_DIR: join(stage.scratch, 'ruff'),
});

async function contentAfter(options: StageOptions, target: string, before: readonly Wanted[]): Promise<Wanted[]> {
  if (options.afterRoot !== undefined) {
    const { repository } = await openRepository(options.afterRoot, options.signal);
    return [...(await listContent(options.afterRoot, repository, target, options.signal)).wanted];
  }
  // Read from the copy, not from the tree: the copy is what the baseline ran on.
  const changed = await renderBytes(options.changeSets, (path) => readState(target, path, nodeDisk));
  return overlay(before, changed);
}

function overlay(before: readonly Wanted[], changed: ReadonlyMap<string, FileState | null>): Wanted[] {
  const kept = before.filter(({ path }) => !changed.has(path));
  const written = [...changed].flatMap(([path, file]): Wanted[] =>
    file === null ? [] : [{ kind: 'bytes', path, bytes: file.bytes, mode: file.mode }],
  );
  return [...kept, ...written].sort(by(({ path }) => path));
}

/** The same files, some with another text. */
const withTexts = (wanted: readonly Wanted[], texts: ReadonlyMap<string, string>): Wanted[] =>
  wanted.map((one) => {
    const text = texts.get(one.path);
    return text === undefined || one.kind === 'link'
      ? one
      : { kind: 'bytes', path: one.path, bytes: Buffer.from(text), mode: one.mode };
  });

interface Saved {
  readonly record: CopyRecord;
  git: string | null;
}

/** A record that cannot be read is a copy that must be compared byte by byte; nothing else depends on it. */
async function readSaved(stage: string): Promise<Saved> {
  try {
    return JSON.parse(await readFile(join(stage, 'record.json'), 'utf8')) as Saved;
  } catch {
    return { record: { marks: {}, lastWrite: 0 }, git: null };
  }
}
