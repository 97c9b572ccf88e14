import { existsSync, lstatSync, readdirSync, readlinkSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { setImmediate as breathe } from 'node:timers/promises';
import { throwIfCancelled } from '../../core/cancelled.ts';
import { by, byText } from '../../core/compare.ts';
import { parentsOf } from '../../core/path-problem.ts';
import type { StageListing } from '../../core/receipt.ts';
import { listFiles } from '../../git/list-files.ts';
import type { Repository } from '../../git/open-repository.ts';
import { isIgnoredButNeeded, isLeftFolder } from './ignored-files.ts';
import { listNodeModules } from './list-node-modules.ts';
import type { Wanted } from './wanted.ts';

export interface Content {
  /** Sorted by path. */
  readonly wanted: readonly Wanted[];
  readonly listing: StageListing;
}

const LEFT_CAP = 200;

/**
 * What a copy of a workspace needs to build and run: tracked and untracked files, of the ignored ones those that are needed, virtual
 * environments and installed packages as links. Links into the workspace are re-pointed to the copy.
 */
export async function listContent(
  root: string,
  repository: Repository | null,
  stageRoot: string,
  signal: AbortSignal,
): Promise<Content> {
  const known = repository === null ? null : await knownFiles(repository, signal);
  const wanted: Wanted[] = [];
  const copiedIgnored: string[] = [];
  const left: string[] = [];
  let files = 0;
  const stateFolder = dirname(dirname(stageRoot));
  const folders = [''];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    // Synchronous calls are several times faster here than one trip to the thread pool a file; Ctrl-C takes effect between folders.
    await breathe();
    throwIfCancelled(signal);
    for (const name of readdirSync(join(root, folder))) {
      const path = folder === '' ? name : `${folder}/${name}`;
      if (name === '.git') continue;
      const source = join(root, path);
      const stats = lstatSync(source, { bigint: true, throwIfNoEntry: false });
      // A name that is not UTF-8 cannot be asked for; a state folder inside of the workspace would be copied into itself.
      if (stats === undefined) left.push(path);
      if (stats === undefined || source === stateFolder) continue;
      if (stats.isSymbolicLink()) {
        wanted.push({ kind: 'link', path, to: repoint(root, stageRoot, path, readlinkSync(source)) });
      } else if (stats.isDirectory()) {
        const needed = known?.folders.has(path) ?? false;
        if (existsSync(join(source, 'pyvenv.cfg'))) wanted.push({ kind: 'link', path, to: source });
        else if (name === 'node_modules' && !needed) wanted.push(...(await listNodeModules(root, stageRoot, path)));
        else if (!needed && isLeftFolder(name, existsSync(join(source, 'CACHEDIR.TAG')))) left.push(`${path}/`);
        else folders.push(path);
      } else if (stats.isFile()) {
        const isKnown = known === null || known.has(path);
        if (!isKnown && !isIgnoredButNeeded(path)) {
          left.push(path);
          continue;
        }
        if (isKnown) files += 1;
        else copiedIgnored.push(path);
        const mark = `${stats.ino} ${stats.size} ${stats.mtimeNs} ${stats.ctimeNs}`;
        wanted.push({ kind: 'copy', path, source, mark, mode: Number(stats.mode) & 0o777 });
      }
    }
  }
  const linked = wanted.flatMap((entry) => (entry.kind === 'link' ? [{ path: entry.path, to: entry.to }] : []));
  return {
    wanted: wanted.sort(by(({ path }) => path)),
    listing: {
      files,
      copiedIgnored: copiedIgnored.sort(byText),
      linked: linked.sort(by(({ path }) => path)),
      left: capped(left.sort(byText)),
    },
  };
}

interface Known {
  readonly has: (path: string) => boolean;
  /** Folders in which a known file lies. */
  readonly folders: ReadonlySet<string>;
}

// Files that the configuration excludes from analysis are git's all the same, and may be needed to build; so may submodules.
async function knownFiles(repository: Repository, signal: AbortSignal): Promise<Known> {
  const { files, nested } = await listFiles(repository, signal);
  const paths = new Set(files.map(({ path }) => path.toString('utf8')));
  const repositories = new Set(nested.map(({ path }) => path));
  const folders = new Set([...repositories, ...[...paths, ...repositories].flatMap(parentsOf)]);
  return { has: (path) => paths.has(path) || parentsOf(path).some((parent) => repositories.has(parent)), folders };
}

/** Where a link of the copy points to: inside the workspace to the copy, else to where it pointed before. */
function repoint(root: string, stageRoot: string, path: string, to: string): string {
  const target = resolve(root, path, '..', to);
  const inside = relative(root, target);
  if (inside.startsWith('..') || isAbsolute(inside)) return target;
  return isAbsolute(to) ? join(stageRoot, inside) : to;
}

const capped = (paths: readonly string[]): readonly string[] =>
  paths.length <= LEFT_CAP ? paths : [...paths.slice(0, LEFT_CAP), `… and ${paths.length - LEFT_CAP} more`];
