/** What stands between two newlines of a byte stream. */
export type Frame =
  | { readonly kind: 'line'; readonly bytes: Buffer }
  /** Longer than the limit: only its beginning is kept. */
  | { readonly kind: 'oversized'; readonly bytes: Buffer }
  /** The stream ended within a line. */
  | { readonly kind: 'half'; readonly bytes: Buffer };

export interface Framing {
  /** The lines that end within this chunk; a line past the limit is told at once, and its rest is passed over. */
  readonly add: (chunk: Buffer) => Frame[];
  readonly end: () => Frame[];
}

const NEWLINE = 0x0a;
const KEPT = 256;

/** Cuts bytes into lines, whatever chunks they come in. Holds at most `limit` bytes, and copies each byte once. */
export function createFraming(limit: number): Framing {
  let parts: Buffer[] = [];
  let size = 0;
  let isPassing = false;
  const taken = (): Buffer => {
    const line = parts.length === 1 ? parts[0]! : Buffer.concat(parts);
    parts = [];
    size = 0;
    return line;
  };
  const keep = (piece: Buffer, frames: Frame[]): void => {
    if (isPassing || piece.length === 0) return;
    parts.push(piece);
    size += piece.length;
    if (size <= limit) return;
    isPassing = true;
    frames.push({ kind: 'oversized', bytes: Buffer.from(taken().subarray(0, KEPT)) });
  };
  return {
    add: (chunk) => {
      const frames: Frame[] = [];
      let from = 0;
      for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
        keep(chunk.subarray(from, at), frames);
        if (!isPassing) frames.push({ kind: 'line', bytes: taken() });
        isPassing = false;
        from = at + 1;
      }
      keep(chunk.subarray(from), frames);
      return frames;
    },
    end: () => (size > 0 && !isPassing ? [{ kind: 'half', bytes: taken() }] : []),
  };
}
