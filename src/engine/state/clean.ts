import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { isRefactorError } from '../../core/errors.ts';
import type { OnProgress } from '../../core/progress.ts';
import { diskError } from './disk-error.ts';
import { freeStored } from './free-stored.ts';
import { allStateFolders, entriesOf, listStored, type Stored, storedAt } from './list-stored.ts';
import { type StateFolder, stateFolderOf } from './state-folder.ts';
import { withLock } from './with-lock.ts';

export interface CleanOptions {
  readonly state: StateFolder;
  /** Null: this workspace alone. Else those of all workspaces, and this folder of caches. */
  readonly cache: string | null;
  readonly dryRun: boolean;
  readonly onProgress: OnProgress;
  readonly signal: AbortSignal;
}

export interface Cleaned {
  readonly stored: readonly Stored[];
  /** Workspaces, by the names of their folders, that another run works in: nothing of theirs was touched. */
  readonly busy: readonly string[];
}

/** Frees what is kept of workspaces and can be made again, or says what it would be. No journal and no receipt is touched. */
export async function clean({ state, cache, dryRun, onProgress, signal }: CleanOptions): Promise<Cleaned> {
  const { root } = state;
  const all =
    cache === null
      ? [...(await laidOut(state)), state]
      : (await allStateFolders(state.env)).map((one) => ({ ...one, root }));
  const stored: Stored[] = [];
  const busy: string[] = [];
  for (const one of all) {
    // A workspace that nothing was ever kept of gets no folders by this.
    if (!existsSync(one.stage) && (await listStored(one)).length === 0) continue;
    try {
      stored.push(
        ...(dryRun ? await listStored(one) : await withLock({ state: one, onProgress, signal, waitMs: 0 }, freeStored)),
      );
    } catch (error) {
      if (!isRefactorError(error) || error.problem.code !== 'workspace-busy' || cache === null) throw error;
      busy.push(basename(dirname(one.stage)));
    }
  }
  if (cache !== null) stored.push(...(await cached(cache, dryRun)));
  return { stored, busy };
}

/** `verify` lays revisions out in the state folder, and proves there: each of them is a workspace with a state of its own. */
async function laidOut({ stage, env }: StateFolder): Promise<StateFolder[]> {
  const revisions = join(stage, 'verify');
  const folders = (await entriesOf(revisions)).filter((entry) => entry.isDirectory());
  return Promise.all(folders.map(({ name }) => stateFolderOf(join(revisions, name), env)));
}

/** The folder may be one that the user named, with other things in it: only what bears our names is taken. */
async function cached(folder: string, dryRun: boolean): Promise<Stored[]> {
  const own = (await entriesOf(folder)).filter(({ name }) => CACHED.test(name));
  const found = await Promise.all(own.map(({ name }) => storedAt(join(folder, name), 'cache')));
  if (!dryRun)
    try {
      for (const { name } of own) await rm(join(folder, name), { recursive: true, force: true });
    } catch (error) {
      throw diskError(error, 'The cache cannot be removed');
    }
  const bytes = found.reduce((sum, one) => sum + (one?.bytes ?? 0), 0);
  return own.length === 0 ? [] : [{ path: folder, what: 'cache', bytes }];
}

const CACHED =
  /^(?:facts|files|history|ranking|results|steps)-[0-9a-f]{16}(?:-[0-9a-f]{16}\.pack)?(?:\.\d+-\d+\.tmp)?$/;
