import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { throwIfCancelled } from '../core/cancelled.ts';

/** Folders that hold no sources of the workspace. Only used outside git: inside, git's own ignore rules decide. */
export const SKIPPED_FOLDERS: ReadonlySet<string> = new Set([
  '.git',
  '.hg',
  '.svn',
  '.jj',
  'node_modules',
  'target',
  'dist',
  '__pycache__',
  '.venv',
  'venv',
  '.tox',
  '.nox',
  '.mypy_cache',
  '.pytest_cache',
  '.ruff_cache',
  '.cache',
]);

export interface WalkedFolder {
  /** Raw bytes, relative to the root, in the order of the disk. */
  readonly files: readonly Buffer[];
  /** Folders that this user may not list. */
  readonly unreadable: readonly string[];
}

/** Every file below a folder but those in folders of some names. Symbolic links are listed as files and never followed. */
export function walkFolder(root: string, skipped: ReadonlySet<string>, signal?: AbortSignal): WalkedFolder {
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
      else if (!skipped.has(child.name.toString('utf8'))) waiting.push(path);
    }
  }
  return { files, unreadable: unreadable.sort() };
}

const SLASH = Buffer.from('/');
const list = (folder: Buffer) => readdirSync(folder, { withFileTypes: true, encoding: 'buffer' });
