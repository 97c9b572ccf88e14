/** Where each line of a text begins, as UTF-16 offsets. `\n` ends a line; a `\r` before it belongs to the line. */
export type LineStarts = Uint32Array;

export interface Position {
  /** Counted from 1, as editors and compilers print it. */
  readonly line: number;
  /** Counted from 1, in UTF-16 code units. */
  readonly column: number;
}

export function lineStartsOf(text: string): LineStarts {
  const starts = [0];
  for (let index = text.indexOf('\n'); index !== -1; index = text.indexOf('\n', index + 1)) starts.push(index + 1);
  return Uint32Array.from(starts);
}

/** The 1-based line of an offset, by binary search. */
export function lineAt(starts: LineStarts, offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (starts[middle]! <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Physical lines: a last line without a newline counts, the empty rest after a final newline does not. */
export function countLines(text: string): number {
  if (text === '') return 0;
  let count = 0;
  for (let index = text.indexOf('\n'); index !== -1; index = text.indexOf('\n', index + 1)) count += 1;
  return text.endsWith('\n') ? count : count + 1;
}
