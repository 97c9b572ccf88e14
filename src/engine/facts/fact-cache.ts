import { statSync } from 'node:fs';
import { join } from 'node:path';
import { hashOf } from '../../core/hash.ts';
import type { Fact } from '../../languages/fact.ts';
import { keepNewest, readIfThere, replaceFile } from '../../workspace/cache-folder.ts';
import { extractorFingerprint } from './extractor-fingerprint.ts';
import { EMPTY_PACK, openPack, type Pack, type PackEntry, writePack } from './pack.ts';

/** Facts and file states by content, kept between runs in one file per workspace. */
export interface FactCache {
  /** The file, as it stands on the disk now: another one where it was written again; null where there is none. */
  mark(): string | null;
  /** Something was put that is not saved yet. */
  readonly isFresh: boolean;
  get(key: string, kind: string): Buffer | null;
  put(key: string, kind: string, bytes: Buffer): void;
  /** Writes what is new, together with what other processes wrote in the meantime. */
  save(): void;
}

/** Entries that this run did not need may take this much; beyond it they are dropped at the next save. */
const UNUSED_LIMIT = 64 * 1024 * 1024;

/** Packs of other versions of the tool that may stay beside the own one. */
const KEPT_PACKS = 4;

export const factKind = (fact: Fact): string => `${fact.id}@${fact.version}`;

/** @param dir the cache folder; null keeps nothing */
export function openFactCache(dir: string | null, root: string): FactCache {
  const prefix = `facts-${hashOf(root).slice(0, 16)}-`;
  const name = `${prefix}${extractorFingerprint()}.pack`;
  const open = () => {
    const file = dir === null ? null : readIfThere(join(dir, name));
    return file ? openPack(file) : EMPTY_PACK;
  };
  // Opened late: a run that asks for nothing needs none of it.
  let opened: Pack | null = null;
  const pack = (): Pack => {
    opened ??= open();
    return opened;
  };
  const used = new Map<string, PackEntry>();
  let fresh = 0;
  return {
    mark: () => (dir === null ? null : markOfFile(join(dir, name))),
    get isFresh() {
      return fresh > 0;
    },
    get(key, kind) {
      const id = `${key} ${kind}`;
      const known = used.get(id);
      if (known) return known.bytes;
      const bytes = pack().get(key, kind);
      if (bytes) used.set(id, { key, kind, bytes });
      return bytes;
    },
    put(key, kind, bytes) {
      used.set(`${key} ${kind}`, { key, kind, bytes });
      fresh += 1;
    },
    save() {
      if (dir === null || fresh === 0) return;
      const entries = [...used.values(), ...unusedEntries(open(), used)];
      if (replaceFile(dir, name, writePack(entries))) fresh = 0;
      keepNewest(dir, prefix, KEPT_PACKS);
    },
  };
}

function markOfFile(path: string): string | null {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false });
  return found === undefined ? null : `${found.ino} ${found.size} ${found.mtimeNs}`;
}

/** What an earlier run kept and this one did not ask for, up to a limit. */
function unusedEntries(pack: Pack, used: ReadonlyMap<string, PackEntry>): PackEntry[] {
  const kept: PackEntry[] = [];
  let bytes = 0;
  for (const entry of pack.entries()) {
    if (used.has(`${entry.key} ${entry.kind}`)) continue;
    bytes += entry.bytes.length;
    if (bytes <= UNUSED_LIMIT) kept.push(entry);
  }
  return kept;
}
