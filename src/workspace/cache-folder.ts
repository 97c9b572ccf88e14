import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { crc32 } from 'node:zlib';
import type { BlobStore } from '../core/blob-store.ts';
import { by } from '../core/compare.ts';
import type { Environment } from '../core/environment.ts';
import { homeFolder } from './home-folder.ts';

/** Where caches live: OMNI_REFACTOR_CACHE, else XDG_CACHE_HOME/omni-refactor, else ~/.cache/omni-refactor. */
export function cacheFolder(env: Environment): string {
  if (env.OMNI_REFACTOR_CACHE) return env.OMNI_REFACTOR_CACHE;
  // The specification says that a relative path there is to be ignored.
  const base = env.XDG_CACHE_HOME && isAbsolute(env.XDG_CACHE_HOME) ? env.XDG_CACHE_HOME : join(homeFolder(), '.cache');
  return join(base, 'omni-refactor');
}

const KEPT_FILES = 12;

/** Files in a folder, the newest of them, each with a checksum of its name and content in front: a file that stands under another's name is none. What cannot be written is made again next time: no error. */
export function folderStore(dir: string, keptFiles: number = KEPT_FILES): BlobStore {
  return {
    read(name) {
      const bytes = readIfThere(join(dir, name));
      if (!bytes || bytes.length < 4) return null;
      const content = bytes.subarray(4);
      return checksumOf(name, content) === bytes.readUInt32BE(0) ? content : null;
    },
    write(name, content) {
      const head = Buffer.alloc(4);
      head.writeUInt32BE(checksumOf(name, content), 0);
      replaceFile(dir, name, Buffer.concat([head, content]));
      keepNewest(dir, '', keptFiles);
    },
  };
}

const checksumOf = (name: string, content: Uint8Array): number => crc32(content, crc32(name));

export function readIfThere(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}

let counter = 0;

/** Writes beside the file and renames over it: a reader sees the old bytes or the new ones. Returns whether it was possible. */
export function replaceFile(dir: string, name: string, bytes: Uint8Array): boolean {
  counter += 1;
  const temporary = join(dir, `${name}.${process.pid}-${counter}.tmp`);
  try {
    mkdirSync(dir, { recursive: true, mode: 0o700 });
  } catch {
    return false;
  }
  try {
    writeFileSync(temporary, bytes);
    renameSync(temporary, join(dir, name));
    return true;
  } catch {
    rmSync(temporary, { force: true });
    return false;
  }
}

/** Deletes all but the newest files of a cache folder that begin so. What another process deletes first is fine. */
export function keepNewest(dir: string, prefix: string, count: number): void {
  try {
    const names = readdirSync(dir).filter((name) => name.startsWith(prefix));
    if (names.length <= count) return;
    const byAge = names
      .map((name) => ({ name, time: -statSync(join(dir, name)).mtimeMs }))
      .sort(by(({ time }) => time));
    for (const { name } of byAge.slice(count)) rmSync(join(dir, name), { force: true });
  } catch {
    // A file that vanished between two calls: the next run tidies up.
  }
}
