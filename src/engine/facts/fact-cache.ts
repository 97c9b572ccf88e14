import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { hashOf } from '../../core/hash.ts';
import type { Fact } from '../../languages/fact.ts';
import { keepNewest, readIfThere, replaceFile } from '../../workspace/cache-folder.ts';
import { extractorFingerprint } from './extractor-fingerprint.ts';
import { EMPTY_PACK, openPack, type Pack, type PackEntry, writePack } from './pack.ts';

/** Facts and file states by content, kept between runs: in one file per workspace, and what came late in a small one beside it. */
export interface FactCache {
  /** Both files, as they stand on the disk now: others where they were written again; null where there are none. */
  mark(): string | null;
  get(key: string, kind: string): Buffer | null;
  put(key: string, kind: string, bytes: Buffer): void;
  /**
   * Writes what is new, together with what other processes wrote in the meantime: a little beside the rest, else all of it anew.
   * @param askForAll asks for all that this run is made of, so that it is kept before anything else
   */
  save(askForAll: () => void): void;
}

/** Entries that this run did not need may take this much; beyond it they are dropped when all is written anew. */
const UNUSED_LIMIT = 64 * 1024 * 1024;

/** Files of other versions of the tool that may stay beside the own ones. */
const KEPT_PACKS = 4;

/** What came late may take this share of the rest before all is written anew. */
const LATE_SHARE = 1 / 8;

export const factKind = (fact: Fact): string => `${fact.id}@${fact.version}`;

/** @param dir the cache folder; null keeps nothing */
export function openFactCache(dir: string | null, root: string): FactCache {
  const files = packFiles(dir, root);
  // Opened late: a run that asks for nothing needs none of it.
  let opened: readonly Pack[] | null = null;
  const packs = (): readonly Pack[] => {
    opened ??= [files.late.open(), files.whole.open()];
    return opened;
  };
  const used = new Map<string, PackEntry>();
  const fresh: PackEntry[] = [];
  const get = (key: string, kind: string): Buffer | null => {
    const id = `${key} ${kind}`;
    const known = used.get(id);
    if (known) return known.bytes;
    const [late, whole] = packs();
    const bytes = late!.get(key, kind) ?? whole!.get(key, kind);
    if (bytes) used.set(id, { key, kind, bytes });
    return bytes;
  };
  return {
    mark() {
      const marks = [files.whole.mark(), files.late.mark()];
      return marks[0] === null ? null : marks.join(' ');
    },
    get,
    put(key, kind, bytes) {
      const entry = { key, kind, bytes };
      used.set(`${key} ${kind}`, entry);
      fresh.push(entry);
    },
    save(askForAll) {
      if (dir === null || fresh.length === 0) return;
      const late = writePack([...fresh, ...files.late.open().entries()]);
      if (late.length <= files.whole.bytes() * LATE_SHARE) {
        if (files.late.replace(late)) fresh.length = 0;
        return;
      }
      askForAll();
      const entries = [...used.values(), ...unusedEntries([files.late.open(), files.whole.open()], used)];
      if (!files.whole.replace(writePack(entries))) return;
      fresh.length = 0;
      // After the whole was written: what another process adds meanwhile is lost, and is computed again.
      files.late.remove();
    },
  };
}

interface PackFile {
  open(): Pack;
  mark(): string | null;
  bytes(): number;
  replace(bytes: Buffer): boolean;
  remove(): void;
}

function packFiles(dir: string | null, root: string): Readonly<Record<'whole' | 'late', PackFile>> {
  const hash = hashOf(root).slice(0, 16);
  const fileOf = (prefix: string): PackFile => {
    const name = `${prefix}${extractorFingerprint()}.pack`;
    const path = dir === null ? null : join(dir, name);
    return {
      open() {
        const file = path === null ? null : readIfThere(path);
        return file ? openPack(file) : EMPTY_PACK;
      },
      mark: () => (path === null ? null : markOfFile(path)),
      bytes: () => (path === null ? 0 : (statSync(path, { throwIfNoEntry: false })?.size ?? 0)),
      replace(bytes) {
        const isWritten = dir !== null && replaceFile(dir, name, bytes);
        if (dir !== null) keepNewest(dir, prefix, KEPT_PACKS);
        return isWritten;
      },
      remove() {
        if (path !== null) rmSync(path, { force: true });
      },
    };
  };
  return { whole: fileOf(`facts-${hash}-`), late: fileOf(`late-facts-${hash}-`) };
}

function markOfFile(path: string): string | null {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false });
  return found === undefined ? null : `${found.ino} ${found.size} ${found.mtimeNs}`;
}

/** What an earlier run kept and this one did not ask for, up to a limit. */
function unusedEntries(packs: readonly Pack[], used: ReadonlyMap<string, PackEntry>): PackEntry[] {
  const kept: PackEntry[] = [];
  let bytes = 0;
  for (const pack of packs)
    for (const entry of pack.entries()) {
      if (used.has(`${entry.key} ${entry.kind}`)) continue;
      bytes += entry.bytes.length;
      if (bytes <= UNUSED_LIMIT) kept.push(entry);
    }
  return kept;
}
