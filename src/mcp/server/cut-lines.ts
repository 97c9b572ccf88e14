const NEWLINE = 0x0a;

export interface LineCutter {
  /** The lines that end in `chunk`, without their ends; null for each that is longer than allowed. */
  readonly push: (chunk: Buffer) => (string | null)[];
}

/** Cuts a stream of bytes into lines. Of a line that is too long nothing is kept. @param longest in bytes */
export function cutLines(longest: number): LineCutter {
  let parts: Buffer[] = [];
  let size = 0;

  const keep = (part: Buffer): void => {
    size += part.length;
    if (size > longest) parts = [];
    else if (part.length > 0) parts.push(part);
  };

  const end = (): string | null => {
    const line = size > longest ? null : Buffer.concat(parts).toString('utf8');
    parts = [];
    size = 0;
    return line;
  };

  return {
    push: (chunk) => {
      const lines: (string | null)[] = [];
      let from = 0;
      for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
        keep(chunk.subarray(from, at));
        lines.push(end());
        from = at + 1;
      }
      keep(chunk.subarray(from));
      return lines;
    },
  };
}
