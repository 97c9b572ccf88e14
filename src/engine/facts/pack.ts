import { crc32 } from 'node:zlib';

/** What one content is known for: `key` names content and grammar, `kind` the fact and its version. */
export interface PackEntry {
  readonly key: string;
  readonly kind: string;
  readonly bytes: Buffer;
}

export interface Pack {
  readonly size: number;
  /** The bytes, or null: unknown, or damaged since they were written. */
  get(key: string, kind: string): Buffer | null;
  /** Every entry that is whole. */
  entries(): Iterable<PackEntry>;
}

type IndexRow = readonly [key: string, kind: string, offset: number, length: number, crc: number];

const MAGIC = Buffer.from('omnipack');
const TRAILER = 16;

export const EMPTY_PACK: Pack = { size: 0, get: () => null, entries: () => [] };

/**
 * Opens a pack: magic, data, index (JSON rows), then offset, length and CRC of the index. The index is checked at once, each entry when
 * it is asked for; whatever is damaged counts as unknown.
 */
export function openPack(file: Buffer): Pack {
  const rows = readIndex(file);
  const index = new Map(rows.map((row) => [`${row[0]} ${row[1]}`, row]));
  const slice = ([, , offset, length, crc]: IndexRow): Buffer | null => {
    const bytes = file.subarray(offset, offset + length);
    return bytes.length === length && crc32(bytes) === crc ? bytes : null;
  };
  return {
    size: index.size,
    get(key, kind) {
      const row = index.get(`${key} ${kind}`);
      return row ? slice(row) : null;
    },
    *entries() {
      for (const row of index.values()) {
        const bytes = slice(row);
        if (bytes) yield { key: row[0], kind: row[1], bytes };
      }
    },
  };
}

function readIndex(file: Buffer): readonly IndexRow[] {
  if (file.length < MAGIC.length + TRAILER || !file.subarray(0, MAGIC.length).equals(MAGIC)) return [];
  const trailer = file.subarray(file.length - TRAILER);
  const offset = trailer.readUIntBE(0, 6);
  const length = trailer.readUIntBE(6, 6);
  const index = file.subarray(offset, offset + length);
  if (index.length !== length || crc32(index) !== trailer.readUInt32BE(12)) return [];
  return JSON.parse(index.toString('utf8')) as IndexRow[];
}

/** The bytes of a pack. Of two entries with one key and kind the first counts. */
export function writePack(entries: Iterable<PackEntry>): Buffer {
  const chunks: Buffer[] = [MAGIC];
  const rows: IndexRow[] = [];
  const seen = new Set<string>();
  let offset = MAGIC.length;
  for (const { key, kind, bytes } of entries) {
    if (seen.has(`${key} ${kind}`)) continue;
    seen.add(`${key} ${kind}`);
    rows.push([key, kind, offset, bytes.length, crc32(bytes)]);
    chunks.push(bytes);
    offset += bytes.length;
  }
  const index = Buffer.from(JSON.stringify(rows));
  const trailer = Buffer.alloc(TRAILER);
  trailer.writeUIntBE(offset, 0, 6);
  trailer.writeUIntBE(index.length, 6, 6);
  trailer.writeUInt32BE(crc32(index), 12);
  return Buffer.concat([...chunks, index, trailer]);
}
