import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { keepNewest, readIfThere, replaceFile } from '../../workspace/cache-folder.ts';
import { EMPTY_PACK, openPack, type Pack } from './pack.ts';

/** Files of other versions of the tool that may stay beside the own ones. */
const KEPT_PACKS = 4;

/** A file of the cache folder that holds a pack. */
export interface PackFile {
  open(): Pack;
  /** Another one whenever the file is another; null where nothing is kept. */
  mark(): string | null;
  bytes(): number;
  /** @returns whether it was written */
  replace(bytes: Buffer): boolean;
  remove(): void;
}

const NO_FILE: PackFile = {
  open: () => EMPTY_PACK,
  mark: () => null,
  bytes: () => 0,
  replace: () => false,
  remove() {},
};

/**
 * @param dir the cache folder; null keeps nothing
 * @param prefix what the files of all versions begin with; `version` tells them apart
 */
export function packFile(dir: string | null, prefix: string, version: string): PackFile {
  if (dir === null) return NO_FILE;
  const name = `${prefix}${version}.pack`;
  const path = join(dir, name);
  return {
    open() {
      const bytes = readIfThere(path);
      return bytes ? openPack(bytes) : EMPTY_PACK;
    },
    mark: () => markOfFile(path),
    bytes: () => statSync(path, { throwIfNoEntry: false })?.size ?? 0,
    replace(bytes) {
      const isWritten = replaceFile(dir, name, bytes);
      keepNewest(dir, prefix, KEPT_PACKS);
      return isWritten;
    },
    remove() {
      rmSync(path, { force: true });
    },
  };
}

function markOfFile(path: string): string | null {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false });
  return found === undefined ? null : `${found.ino} ${found.size} ${found.mtimeNs}`;
}
