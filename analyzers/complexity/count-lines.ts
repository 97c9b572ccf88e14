import type { Range } from '../../src/core/range.ts';
import type { LineCounts } from './metrics.ts';

/** Comments and strings in source order; one that lies inside the one before is passed over. */
export interface Span extends Range {
  readonly kind: 'comment' | 'doc' | 'string';
}

/** Sorts each physical line by what it holds. Only indentation is read character by character: spans tell where comments and strings end. */
export function countLines(text: string, spans: readonly Span[]): LineCounts {
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
    let at = start;
    for (;;) {
      while (next < spans.length && spans[next]!.end <= at) next += 1;
      const span = spans[next];
      const inside = span !== undefined && span.start <= at;
      if (!inside) while (at < end && isSpace(text.charCodeAt(at)) && span?.start !== at) at += 1;
      // An empty line inside a span ends here too, after the span had its say.
      if (!inside && at >= end) break;
      if (span === undefined || span.start > at || span.kind === 'string') {
        holds = 'code';
        break;
      }
      if (holds !== 'doc') holds = span.kind === 'doc' ? 'doc' : 'comment';
      at = span.end;
      // tree-sitter-rust lets a doc comment take its newline along.
      if (at >= end) break;
    }
    if (holds === 'code') code += 1;
    else if (holds !== 'nothing') comment += 1;
    if (holds === 'doc') doc += 1;
    start = end + 1;
  }
  return { lines, code, comment, doc, blank: lines - code - comment };
}

const isSpace = (code: number): boolean =>
  code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0xfeff || code === 0x2028 || code === 0x2029;
