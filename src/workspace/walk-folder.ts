import { type Dirent, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { throwIfCancelled } from '../core/cancelled.ts';

/** Which folders are entered outside git; inside, git's own ignore rules decide. */
export type Entered = 'all' | 'all but stores' | 'sources';

/** Of version control, installed packages and caches, by their names alone. */
const STORES: ReadonlySet<string> = new Set([
  '.git',
  '.hg',
  '.svn',
  '.jj',
  'node_modules',
  '__pycache__',
  '.tox',
  '.nox',
  '.mypy_cache',
  '.pytest_cache',
  '.ruff_cache',
  '.cache',
]);

/** What a build writes: such a name may be a package's too, so that a mark in it or beside it has to tell. */
const OUTPUTS: Readonly<Record<string, { readonly inside: RegExp; readonly beside: RegExp }>> = {
  target: { inside: /^(?:CACHEDIR\.TAG|\.rustc_info\.json)$/, beside: /^(?:Cargo\.toml|pom\.xml|build\.sbt)$/ },
  dist: { inside: /(?!)/, beside: /^(?:package\.json|pyproject\.toml|setup\.(?:py|cfg))$/ },
  venv: { inside: /^pyvenv\.cfg$/, beside: /(?!)/ },
  '.venv': { inside: /^pyvenv\.cfg$/, beside: /(?!)/ },
};

export interface WalkedFolder {
  /** Raw bytes, relative to the root, in the order of the disk. */
  readonly files: readonly Buffer[];
  /** Folders that this user may not list. */
  readonly unreadable: readonly string[];
}

/** Every file below a folder but those in folders that are not entered. Symbolic links are listed as files and never followed. */
export function walkFolder(root: string, entered: Entered, signal?: AbortSignal): WalkedFolder {
  const files: Buffer[] = [];
  const unreadable: string[] = [];
  const waiting: Buffer[] = [Buffer.alloc(0)];
  while (waiting.length > 0) {
    throwIfCancelled(signal);
    const folder = waiting.pop()!;
    const absolute = folder.length === 0 ? Buffer.from(root) : Buffer.concat([Buffer.from(join(root, '/')), folder]);
    let children: ReturnType<typeof list>;
    try {
      children = list(absolute);
    } catch {
      unreadable.push(folder.toString('utf8'));
      continue;
    }
    for (const child of children) {
      const path = folder.length === 0 ? child.name : Buffer.concat([folder, SLASH, child.name]);
      if (!child.isDirectory()) files.push(path);
      else if (isEntered(entered, absolute, child.name.toString('utf8'), children)) waiting.push(path);
    }
  }
  return { files, unreadable: unreadable.sort() };
}

function isEntered(entered: Entered, folder: Buffer, name: string, beside: readonly Dirent<Buffer>[]): boolean {
  if (entered === 'all') return true;
  if (STORES.has(name)) return false;
  const marks = entered === 'sources' && Object.hasOwn(OUTPUTS, name) ? OUTPUTS[name] : undefined;
  if (marks === undefined) return true;
  const has = (children: readonly Dirent<Buffer>[], mark: RegExp): boolean =>
    children.some((one) => mark.test(one.name.toString('utf8')));
  try {
    return !(has(beside, marks.beside) || has(list(Buffer.concat([folder, SLASH, Buffer.from(name)])), marks.inside));
  } catch {
    // It is said to be unreadable where it is walked.
    return true;
  }
}

const SLASH = Buffer.from('/');
const list = (folder: Buffer): Dirent<Buffer>[] => readdirSync(folder, { withFileTypes: true, encoding: 'buffer' });
