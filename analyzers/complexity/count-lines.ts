import type { Range } from '../../src/core/range.ts';
import type { LineCounts } from './metrics.ts';

/** Comments and strings in source order; one that lies inside the one before is passed over. */
export interface Span extends Range {
  readonly kind: 'comment' | 'doc' | 'string';
}

/** What a line holds. */
export const LINE = { blank: 0, comment: 1, code: 2 } as const;

export interface SortedLines {
  readonly counts: LineCounts;
  /** Line, counted from 0 -> one of LINE. */
  readonly kinds: Uint8Array;
}

/**
 * Sorts each physical line by what it holds. Only indentation is read character by character: spans tell where comments and strings
 * end.
 * @param most as many lines as there are at most
 */
export function countLines(text: string, spans: readonly Span[], most: number): SortedLines {
  const kinds = new Uint8Array(most);
  let lines = 0;
  let code = 0;
  let comment = 0;
  let doc = 0;
  let next = 0;
  let start = 0;
  while (start < text.length) {
    const found = text.indexOf('\n', start);
    const end = found === -1 ? text.length : found;
    lines += 1;
    let holds: 'nothing' | 'comment' | 'doc' | 'code' = 'nothing';
    let position = start;
    for (;;) {
      while (next < spans.length && spans[next]!.end <= position) next += 1;
      const span = spans[next];
      const inside = span !== undefined && span.start <= position;
      if (!inside)
        while (position < end && isSpace(text.charCodeAt(position)) && span?.start !== position) position += 1;
      // An empty line inside a span ends here too, after the span was counted.
      if (!inside && position >= end) break;
      if (span === undefined || span.start > position || span.kind === 'string') {
        holds = 'code';
        break;
      }
      if (holds !== 'doc') holds = span.kind === 'doc' ? 'doc' : 'comment';
      position = span.end;
      // tree-sitter-rust lets a doc comment take its newline along.
      if (position >= end) break;
    }
    if (holds === 'code') {
      code += 1;
      kinds[lines - 1] = LINE.code;
    } else if (holds !== 'nothing') {
      comment += 1;
      kinds[lines - 1] = LINE.comment;
    }
    if (holds === 'doc') doc += 1;
    start = end + 1;
  }
  const counts = { lines, code, comment, doc, blank: lines - code - comment };
  return { counts, kinds: kinds.subarray(0, lines) };
}

const isSpace = (code: number): boolean =>
  code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0xfeff || code === 0x2028 || code === 0x2029;
