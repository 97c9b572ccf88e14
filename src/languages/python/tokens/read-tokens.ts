import { matchEnd } from './match-end.ts';
import { readString } from './read-string.ts';

/** `format` is the `:` behind the expression of an interpolation. */
export type TokenKind = 'name' | 'number' | 'string' | 'operator' | 'comment' | 'newline' | 'format';

/** A token as CPython's tokenizer sees it, line breaks within brackets included. */
export interface Token {
  readonly kind: TokenKind;
  readonly start: number;
  readonly end: number;
  /** How many brackets are open around it; those of a pair stand at the depth outside. */
  readonly depth: number;
  /** How many strings stand around it: those in whose interpolations it lies. */
  readonly nested: number;
}

const SPACE = /(?:[ \t\f\ufeff]|\\(?:\r\n|\n|\r))+/y;
const NAME = /[\p{XID_Start}_][\p{XID_Continue}]*/uy;
const OPERATOR = /\*\*=?|\/\/=?|>>=?|<<=?|\.\.\.|->|:=|[!=<>+\-*/%&|^@]=|./suy;
const PLAIN: readonly (readonly [TokenKind, RegExp])[] = [
  ['comment', /#[^\r\n]*/y],
  ['newline', /\r\n|\n|\r/y],
  ['number', /(?:\d|\.\d)(?:[eE][+-]?\d|[\w.])*/y],
];

/** All tokens of a text in their order; what stands in a string's interpolations follows the string. What is no Python gives tokens too. */
export function readTokens(text: string): readonly Token[] {
  const tokens: Token[] = [];
  readInto(tokens, text, { start: 0, end: text.length, depth: 0, nested: 0 });
  return tokens;
}

/** A stretch of the text. */
type Stretch = Omit<Token, 'kind'>;

function readInto(tokens: Token[], text: string, { start: from, end: to, depth: outside, nested }: Stretch): void {
  let depth = outside;
  for (let offset = matchEnd(SPACE, text, from); offset < to; offset = matchEnd(SPACE, text, offset)) {
    const { kind, end, fields } = tokenAt(text, offset);
    const sign = kind === 'operator' ? text[offset]! : '';
    if (sign !== '' && ')]}'.includes(sign)) depth = Math.max(depth - 1, outside);
    tokens.push({ kind, start: offset, end: Math.min(end, to), depth, nested });
    if (sign !== '' && '([{'.includes(sign)) depth += 1;
    for (const field of fields) {
      readInto(tokens, text, { ...field, depth: depth + 1, nested: nested + 1 });
      if (text[field.end] === ':')
        tokens.push({ kind: 'format', start: field.end, end: field.end + 1, depth: depth + 1, nested: nested + 1 });
    }
    offset = end;
  }
}

type ReadToken = Pick<Token, 'kind' | 'end'> & { readonly fields: readonly { start: number; end: number }[] };

function tokenAt(text: string, offset: number): ReadToken {
  for (const [kind, form] of PLAIN) {
    const end = matchEnd(form, text, offset);
    if (end > offset) return { kind, end, fields: [] };
  }
  const string = readString(text, offset);
  if (string !== null) return { kind: 'string', ...string };
  const name = matchEnd(NAME, text, offset);
  return name > offset
    ? { kind: 'name', end: name, fields: [] }
    : { kind: 'operator', end: matchEnd(OPERATOR, text, offset), fields: [] };
}
