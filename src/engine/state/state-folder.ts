import { mkdir, realpath } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Environment } from '../../core/environment.ts';
import { hashOf } from '../../core/hash.ts';
import { homeFolder } from '../../workspace/home-folder.ts';

/** Where everything that the tool remembers about one workspace lives; nothing of it stands in the tree. Absolute paths. */
export interface StateFolder {
  /** The workspace's real path. */
  readonly root: string;
  /** `name-0123456789abcdef`: its last folder and a hash of its real path. */
  readonly id: string;
  readonly journal: string;
  readonly receipts: string;
  readonly stage: string;
  readonly lock: string;
  /** The environment that it was found by: what a run with this state reads of one. */
  readonly env: Environment;
}

/**
 * `OMNI_REFACTOR_STATE`, else `XDG_STATE_HOME/omni-refactor`, else `~/.local/state/omni-refactor`. A relative XDG path does not count.
 * @internal Exported for its tests.
 */
export function stateHome(env: Environment): string {
  if (env.OMNI_REFACTOR_STATE) return env.OMNI_REFACTOR_STATE;
  const xdg = env.XDG_STATE_HOME;
  return join(xdg?.startsWith('/') ? xdg : join(homeFolder(), '.local', 'state'), 'omni-refactor');
}

/** The state folder of a workspace, without touching the disk but for the workspace's real path. */
export async function stateFolderOf(root: string, env: Environment): Promise<StateFolder> {
  const real = await realpath(root);
  const name = basename(real).replace(/[^\w.-]+/g, '-') || 'root';
  const id = `${name}-${hashOf(real).slice(0, 16)}`;
  return { root: real, ...foldersOf(id, env) };
}

/** Of the workspace whose folder is called so. */
export function foldersOf(id: string, env: Environment): Omit<StateFolder, 'root'> {
  const folder = join(stateHome(env), id);
  return {
    id,
    journal: join(folder, 'journal'),
    receipts: join(folder, 'receipts'),
    stage: join(folder, 'stage'),
    lock: join(folder, 'lock'),
    env,
  };
}

/** Creates what is missing of a state folder; only this user may read it, since journals hold source text. */
export async function makeStateFolder(state: StateFolder): Promise<void> {
  for (const folder of [state.journal, state.receipts, state.stage])
    await mkdir(folder, { recursive: true, mode: 0o700 });
}
