import { type Dirent, existsSync } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { byText } from '../../core/compare.ts';
import type { Environment } from '../../core/environment.ts';
import { foldersOf, type StateFolder, stateHome } from './state-folder.ts';

/** Something that is kept of a workspace and made again where it is needed. */
export interface Stored {
  /** Absolute. */
  readonly path: string;
  readonly what: 'staging copy' | 'build output' | 'revisions' | 'left over' | 'cache';
  /** Of its files; links count as what they are. */
  readonly bytes: number;
}

const WHAT: Readonly<Record<string, Stored['what']>> = {
  tree: 'staging copy',
  scratch: 'build output',
  'scratch-in-place': 'build output',
  verify: 'revisions',
  affected: 'revisions',
};

/** How the folders begin that a run of `clean` had set aside when it ended early. */
export const ASIDE = 'freed-';

/** What the folders of a workspace hold that can be made again: never journals or receipts. */
export async function listStored({ stage }: Pick<StateFolder, 'stage'>): Promise<Stored[]> {
  const folder = dirname(stage);
  const names = await entriesOf(stage);
  const aside = (await entriesOf(folder)).filter(({ name }) => name.startsWith(ASIDE));
  const found = await Promise.all([
    ...names.flatMap(({ name }) => (WHAT[name] === undefined ? [] : [storedAt(join(stage, name), WHAT[name])])),
    ...aside.map(({ name }) => storedAt(join(folder, name), 'left over')),
  ]);
  return found.filter((one) => one !== null);
}

/** Null where there is no such file or folder. */
export async function storedAt(path: string, what: Stored['what']): Promise<Stored | null> {
  try {
    return { path, what, bytes: await bytesBelow(path) };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** The state folders of all workspaces, without their roots: these are known by a hash only. */
export async function allStateFolders(env: Environment): Promise<Omit<StateFolder, 'root'>[]> {
  const home = stateHome(env);
  return (await entriesOf(home))
    .filter((entry) => entry.isDirectory() && /-[0-9a-f]{16}$/.test(entry.name))
    .filter(({ name }) => ['journal', 'receipts'].every((own) => existsSync(join(home, name, own))))
    .map(({ name }) => foldersOf(name, env));
}

/** In the order of their names; none where there is no such folder. */
export async function entriesOf(folder: string): Promise<Dirent[]> {
  try {
    return (await readdir(folder, { withFileTypes: true })).sort((a, b) => byText(a.name, b.name));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** Links are not followed: what they lead to is somebody else's. */
async function bytesBelow(path: string): Promise<number> {
  let bytes = 0;
  const open = [path];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const found = await lstat(at);
    if (!found.isDirectory()) bytes += found.size;
    else open.push(...(await entriesOf(at)).map(({ name }) => join(at!, name)));
  }
  return bytes;
}
