/** A Python expression as far as annotations and declarations go. */
export type Expression =
  | { readonly kind: 'name'; readonly path: readonly string[] }
  | {
      readonly kind: 'call';
      readonly callee: Expression;
      readonly positional: readonly Expression[];
      readonly keywords: ReadonlyMap<string, Expression>;
    }
  | { readonly kind: 'subscript'; readonly of: Expression; readonly items: readonly Expression[] }
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'int'; readonly value: bigint }
  | { readonly kind: 'float'; readonly value: number }
  /** `True`, `False`, `None`, `...`. */
  | { readonly kind: 'constant'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly Expression[] }
  | { readonly kind: 'dict'; readonly entries: readonly (readonly [Expression, Expression])[] }
  | { readonly kind: 'either'; readonly left: Expression; readonly right: Expression }
  /** Operators, lambdas, comprehensions, f-strings. */
  | { readonly kind: 'other' };

const OTHER: Expression = { kind: 'other' };

const TOKEN =
  /\s+|\\\n|#[^\n]*|((?:[rRuU]?)(?:"""[\s\S]*?"""|'''[\s\S]*?'''|"(?:[^"\\\n]|\\[\s\S])*"|'(?:[^'\\\n]|\\[\s\S])*')|[bBfFtT][rR]?["'](?:[\s\S]*)|\d[\w.]*(?:(?<=[eE])[+-]\d+)?|[\p{L}_][\p{L}\p{N}_]*|\.\.\.|\*\*|==|.)/gsu;

interface Reader {
  readonly tokens: readonly string[];
  at: number;
}

/** Reads an expression; what is not understood is `other`. */
export function parseExpression(text: string): Expression {
  const reader: Reader = { tokens: [...text.matchAll(TOKEN)].flatMap(([, token]) => token ?? []), at: 0 };
  const found = readEither(reader);
  return reader.at < reader.tokens.length ? OTHER : found;
}

const peek = ({ tokens, at }: Reader): string => tokens[at] ?? '';

function take(reader: Reader, token: string): boolean {
  if (peek(reader) !== token) return false;
  reader.at += 1;
  return true;
}

function readEither(reader: Reader): Expression {
  let left = readTrailed(reader);
  while (take(reader, '|')) left = { kind: 'either', left, right: readTrailed(reader) };
  return left;
}

/** Attributes, calls and subscripts behind an atom. */
function readTrailed(reader: Reader): Expression {
  let found = readAtom(reader);
  for (;;) {
    if (take(reader, '.')) {
      const name = peek(reader);
      reader.at += 1;
      found = found.kind === 'name' ? { kind: 'name', path: [...found.path, name] } : OTHER;
    } else if (take(reader, '(')) found = readCall(reader, found);
    else if (take(reader, '[')) {
      const items = readList(reader, ']');
      found = items === null ? OTHER : { kind: 'subscript', of: found, items };
    } else return found;
  }
}

const WORD = /^[\p{L}_]/u;
const KEYWORDS = new Set(['lambda', 'not', 'await', 'yield', 'if', 'else', 'for', 'and', 'or', 'in', 'is', 'async']);

function readAtom(reader: Reader): Expression {
  const token = peek(reader);
  reader.at += 1;
  if (/^[rRuU]?["']/.test(token)) return readStrings(reader, token);
  if (/^\d/.test(token)) return readNumber(token, 1);
  if (token === '-' && /^\d/.test(peek(reader))) return readNumber(reader.tokens[reader.at++]!, -1);
  if (/^(?:True|False|None|\.\.\.)$/.test(token)) return { kind: 'constant', text: token };
  if (WORD.test(token) && !KEYWORDS.has(token)) return { kind: 'name', path: [token] };
  if (token === '[') return listOf(readList(reader, ']'));
  if (token === '(') return readGroup(reader);
  return token === '{' ? readDict(reader) : OTHER;
}

const listOf = (items: readonly Expression[] | null): Expression => (items === null ? OTHER : { kind: 'list', items });

function readNumber(token: string, sign: 1 | -1): Expression {
  const plain = token.replaceAll('_', '');
  if (/^(?:0[xXoObB][\da-fA-F]+|\d+)$/.test(plain)) return { kind: 'int', value: BigInt(plain) * BigInt(sign) };
  const value = Number(plain) * sign;
  return Number.isNaN(value) ? OTHER : { kind: 'float', value };
}

/** Strings that stand side by side are one. */
function readStrings(reader: Reader, first: string): Expression {
  let value = unquoted(first);
  while (/^[rRuU]?["']/.test(peek(reader))) {
    const next = unquoted(peek(reader));
    value = value === null || next === null ? null : value + next;
    reader.at += 1;
  }
  return value === null ? OTHER : { kind: 'string', value };
}

const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  '\\': '\\',
  '"': '"',
  "'": "'",
  '\n': '',
};

function unquoted(token: string): string | null {
  const [, prefix = '', quote = '', rest = ''] = /^([rRuU]?)("""|'''|"|')([\s\S]*)$/.exec(token) ?? [];
  const inner = rest.slice(0, rest.length - quote.length);
  if (/r/i.test(prefix)) return inner;
  let isKnown = true;
  const value = inner.replace(/\\([\s\S])/g, (_, letter: string) => {
    isKnown &&= Object.hasOwn(ESCAPES, letter);
    return ESCAPES[letter] ?? '';
  });
  return isKnown ? value : null;
}

/** `(a)` is a; `(a, b)` is a list here: nothing asks which. */
function readGroup(reader: Reader): Expression {
  const from = reader.at;
  const items = readList(reader, ')');
  if (items === null) return OTHER;
  const isTuple = items.length !== 1 || reader.tokens[reader.at - 2] === ',';
  return isTuple || from === reader.at - 1 ? { kind: 'list', items } : items[0]!;
}

function readList(reader: Reader, end: string): Expression[] | null {
  const items: Expression[] = [];
  while (!take(reader, end)) {
    items.push(readEither(reader));
    if (!take(reader, ',') && peek(reader) !== end) return skipTo(reader, end);
  }
  return items;
}

/** Behind the bracket that closes what is not understood. */
function skipTo(reader: Reader, end: string): null {
  for (let depth = 0; reader.at < reader.tokens.length; reader.at++) {
    const token = peek(reader);
    if (depth === 0 && token === end) break;
    if ('([{'.includes(token)) depth += 1;
    else if (')]}'.includes(token)) depth -= 1;
  }
  reader.at += 1;
  return null;
}

function readDict(reader: Reader): Expression {
  const entries: (readonly [Expression, Expression])[] = [];
  while (!take(reader, '}')) {
    const key = readEither(reader);
    if (!take(reader, ':')) {
      skipTo(reader, '}');
      return OTHER;
    }
    entries.push([key, readEither(reader)]);
    if (!take(reader, ',') && peek(reader) !== '}') {
      skipTo(reader, '}');
      return OTHER;
    }
  }
  return { kind: 'dict', entries };
}

function readCall(reader: Reader, callee: Expression): Expression {
  const positional: Expression[] = [];
  const keywords = new Map<string, Expression>();
  while (!take(reader, ')')) {
    const isSplat = take(reader, '*') || take(reader, '**');
    const name = reader.tokens[reader.at + 1] === '=' && WORD.test(peek(reader)) ? peek(reader) : null;
    if (name !== null) reader.at += 2;
    const value = readArgument(reader);
    if (isSplat) keywords.set('**', OTHER);
    else if (name === null) positional.push(value);
    else keywords.set(name, value);
    if (!take(reader, ',') && peek(reader) !== ')') return OTHER;
  }
  return { kind: 'call', callee, positional, keywords };
}

/** An argument that is not understood is `other`, and the rest of the call goes on. */
function readArgument(reader: Reader): Expression {
  const from = reader.at;
  const value = readEither(reader);
  if (peek(reader) === ',' || peek(reader) === ')') return value;
  reader.at = from;
  for (let depth = 0; reader.at < reader.tokens.length; reader.at++) {
    const token = peek(reader);
    if (depth === 0 && (token === ',' || token === ')')) break;
    if ('([{'.includes(token)) depth += 1;
    else if (')]}'.includes(token)) depth -= 1;
  }
  return OTHER;
}
