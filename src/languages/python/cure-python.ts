import type { Range } from '../../core/range.ts';
import { cureLines } from './cures/cure-lines.ts';
import { curePhrases } from './cures/cure-phrases.ts';
import type { Patch } from './cures/patch.ts';
import { readTokens } from './tokens/read-tokens.ts';

export interface Cured {
  /** As long as the original. */
  readonly text: string;
  /** Comments that had to be taken out of it, in their order. */
  readonly comments: readonly Range[];
}

/**
 * What is misread without an error: two handlers' types for a type and its name, `type(x).a = 1` for a type alias, `print >> x` for a
 * statement of Python 2, `{x:=5}` for an assignment, `match [a]:` for an annotation, and lines that end with a single carriage return.
 */
const MISREAD: readonly (readonly [hint: string, form: Pick<RegExp, 'test'>])[] = [
  ['except', /^[ \t\f]*except\b(?!\s*\*?\s*\([^()]*\)\s*(?:as\b|:))[^:#\n]*,/m],
  ['type', /(?:^|[;:])[ \t\f]*type(?:[ \t\f]|\\\r?\n)*[([]/m],
  ['print', /(?:^|[;:])[ \t\f]*print(?:[ \t\f]|\\\r?\n)*>>/m],
  ['match', /^[ \t\f]*match[ \t\f]*[([]/m],
  [':=', { test: hasFormatLikeAssignment }],
  ['\r', /\r(?!\n)/],
];

/** A `:=` behind a `{` that no bracket or brace stands between: in `{a for a in b if (c := a)}` it is an assignment for everybody. */
function hasFormatLikeAssignment(text: string): boolean {
  for (let at = text.indexOf(':='); at !== -1; at = text.indexOf(':=', at + 2)) {
    const from = text.lastIndexOf('{', at);
    if (from > text.lastIndexOf('}', at) && mayBeField(text.slice(from + 1, at))) return true;
  }
  return false;
}

/** No bracket is open at its end; what brackets in quotes mean is not told here. */
function mayBeField(text: string): boolean {
  const between = text.replace(/#.*\n/g, '');
  if (/["']/.test(between)) return true;
  let depth = 0;
  for (const [bracket] of between.matchAll(/[()[\]]/g)) depth += bracket === '(' || bracket === '[' ? 1 : -1;
  return depth <= 0;
}

export const mayBeMisreadPython = (text: string): boolean =>
  MISREAD.some(([hint, form]) => text.includes(hint) && form.test(text));

/**
 * What tree-sitter-python 0.23 cannot read although CPython can is overwritten by something of equal length that it can, so that every
 * offset is one into the original text; names and tokens are always read from there. Where code is not Python, it stays so.
 * @returns null where there is nothing to cure
 */
export function curePython(text: string): Cured | null {
  const tokens = readTokens(text);
  const { patches, comments } = cureLines(text, tokens);
  const all = [...patches, ...curePhrases(text, tokens)];
  return all.length === 0 ? null : { text: overwrite(text, all), comments };
}

function overwrite(text: string, patches: readonly Patch[]): string {
  const pieces: string[] = [];
  let from = 0;
  for (const { start, text: patch } of [...patches].sort((a, b) => a.start - b.start)) {
    pieces.push(text.slice(from, start), patch);
    from = start + patch.length;
  }
  return [...pieces, text.slice(from)].join('');
}
