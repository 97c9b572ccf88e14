import { kindOf, type Node, type Syntax, textOf } from '../syntax.ts';

const WHOLE = new Set(['string_literal', 'raw_string_literal', 'lifetime', 'label', 'char_literal']);

export const isComment = (kind: string): boolean => kind === 'line_comment' || kind === 'block_comment';

/** The tokens of the nodes from..to (preorder numbers) without comments; a string or lifetime is one token. Stops after `limit`. */
export function tokensOf(syntax: Syntax, from: Node, to: Node, limit = Number.POSITIVE_INFINITY): string[] {
  const tokens: string[] = [];
  let node = from;
  while (node < to && tokens.length < limit) {
    const kind = kindOf(syntax, node);
    const leaf = syntax.after[node] === node + 1;
    if (isComment(kind)) node = syntax.after[node]!;
    else if (leaf || WHOLE.has(kind)) {
      if (syntax.end[node]! > syntax.start[node]!) tokens.push(textOf(syntax, node));
      node = syntax.after[node]!;
    } else node += 1;
  }
  return tokens;
}

const WORD_START = /^[\p{L}\p{N}_'"$]/u;
const WORD_END = /[\p{L}\p{N}_"]$/u;
const SPACED = new Set(['for', 'where', 'impl', 'dyn', 'mut', 'as', 'use', '->', '=']);

/** Tokens as one line that does not depend on how they were laid out: `impl<T:Clone> Foo<T>`. */
export function joinTokens(tokens: readonly string[]): string {
  let joined = '';
  let before = '';
  for (const token of tokens) {
    if (before !== '' && needsSpace(before, token)) joined += ' ';
    joined += token;
    before = token;
  }
  return joined;
}

function needsSpace(before: string, token: string): boolean {
  if (WORD_END.test(before) && WORD_START.test(token)) return true;
  if (token === '->' || token === '=' || before === '->' || before === '=') return true;
  if (SPACED.has(before) && token !== '<' && token !== ',' && token !== ')' && token !== ':') return true;
  return /[>)\]}]$/.test(before) && (WORD_START.test(token) || token === '{');
}
