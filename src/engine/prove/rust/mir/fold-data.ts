import { createHash, type Hash } from 'node:crypto';

/** Rows of an allocation that are kept as they are: 4 KiB of data, more than any string that is looked into. */
const KEPT_ROWS = 256;

const DATA = /^\s+0x[0-9a-f]+ \u2502/;
/** `╾─────alloc7<imm>─────╼`: its number is no part of what is compared. */
const POINTER = /alloc|[\u2500\u257c\u257e]/;

/** Lines of an allocation, with what is long in them as a hash. */
export interface Folding {
  readonly lines: string[];
  readonly add: (line: string) => void;
  /** To be called behind the last line. */
  readonly end: () => void;
}

/**
 * Takes the lines of one allocation. rustc prints a static of 16 MB as a million rows of bytes: those without a pointer in them, beyond the
 * first, become one line that says how many they are and what their hash is, so that two of them are equal where their rows are.
 */
export function foldData(first: string): Folding {
  const lines = [first];
  let rows = 0;
  let folded: { readonly hash: Hash; count: number } | null = null;
  const end = (): void => {
    if (folded !== null) lines.push(`    ${folded.count} rows ${folded.hash.digest('hex')}`);
    folded = null;
  };
  return {
    lines,
    add: (line) => {
      const isData = DATA.test(line) && !POINTER.test(line);
      rows += 1;
      if (!isData || rows <= KEPT_ROWS) {
        end();
        lines.push(line);
        return;
      }
      folded ??= { hash: createHash('sha256'), count: 0 };
      folded.count += 1;
      folded.hash.update(line).update('\n');
    },
    end,
  };
}
