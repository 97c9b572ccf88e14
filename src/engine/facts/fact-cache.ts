import { hashOf } from '../../core/hash.ts';
import type { Fact } from '../../languages/fact.ts';
import { extractorFingerprint } from './extractor-fingerprint.ts';
import { type Pack, type PackEntry, writePack } from './pack.ts';
import { type PackFile, packFile } from './pack-file.ts';

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

/** What came late may take this share of the rest before all is written anew. */
const LATE_SHARE = 1 / 8;

export const factKind = (fact: Fact): string => `${fact.id}@${fact.version}`;

/** @param dir the cache folder; null keeps nothing */
export function openFactCache(dir: string | null, root: string): FactCache {
  const { whole, late } = filesOf(dir, root);
  // Opened late: a run that asks for nothing needs none of it.
  let opened: readonly Pack[] | null = null;
  const packs = (): readonly Pack[] => {
    opened ??= [late.open(), whole.open()];
    return opened;
  };
  const used = new Map<string, PackEntry>();
  const fresh: PackEntry[] = [];
  return {
    mark() {
      const ofWhole = whole.mark();
      return ofWhole && `${ofWhole} ${late.mark()}`;
    },
    get(key, kind) {
      const id = `${key} ${kind}`;
      const known = used.get(id);
      if (known) return known.bytes;
      const bytes = firstOf(packs(), key, kind);
      if (bytes) used.set(id, { key, kind, bytes });
      return bytes;
    },
    put(key, kind, bytes) {
      const entry = { key, kind, bytes };
      used.set(`${key} ${kind}`, entry);
      fresh.push(entry);
    },
    save(askForAll) {
      if (dir === null || fresh.length === 0) return;
      const together = writePack([...fresh, ...late.open().entries()]);
      const isLittle = together.length <= whole.bytes() * LATE_SHARE;
      if (!isLittle) askForAll();
      const isWritten = isLittle ? late.replace(together) : replaceWhole({ whole, late }, used);
      if (isWritten) fresh.length = 0;
    },
  };
}

function firstOf(packs: readonly Pack[], key: string, kind: string): Buffer | null {
  for (const pack of packs) {
    const bytes = pack.get(key, kind);
    if (bytes) return bytes;
  }
  return null;
}

type CacheFiles = Readonly<Record<'whole' | 'late', PackFile>>;

function filesOf(dir: string | null, root: string): CacheFiles {
  const hash = hashOf(root).slice(0, 16);
  const version = extractorFingerprint();
  return { whole: packFile(dir, `facts-${hash}-`, version), late: packFile(dir, `late-facts-${hash}-`, version) };
}

function replaceWhole({ whole, late }: CacheFiles, used: ReadonlyMap<string, PackEntry>): boolean {
  const entries = [...used.values(), ...unusedEntries([late.open(), whole.open()], used)];
  const isWritten = whole.replace(writePack(entries));
  // After the whole was written: what another process adds meanwhile is lost, and is computed again.
  if (isWritten) late.remove();
  return isWritten;
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
