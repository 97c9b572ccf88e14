/** An expression of GitHub Actions, as far as its grammar goes. */
export type Expression =
  | { readonly kind: 'literal'; readonly value: Scalar }
  /** `github.event.label.*.name`: `*` stands as a name of its own. */
  | { readonly kind: 'path'; readonly names: readonly string[] }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Expression[] }
  | { readonly kind: 'not'; readonly of: Expression }
  | {
      readonly kind: 'binary';
      readonly operator: string;
      readonly left: Expression;
      readonly right: Expression;
    };

export type Scalar = string | number | boolean | null;

const TOKEN =
  /\s*(?:('(?:[^']|'')*')|(-?(?:0x[\da-f]+|\d+(?:\.\d+)?(?:e[+-]?\d+)?)(?![\w-]))|([A-Za-z_][\w-]*)|(&&|\|\||[=!<>]=|[!<>()[\].,*]))/giy;

interface Reader {
  readonly tokens: readonly string[];
  at: number;
}

const cache = new Map<string, Expression | null>();
const MOST = 4096;

/** @returns null for a text that is no expression */
export function parseExpression(text: string): Expression | null {
  const known = cache.get(text);
  if (known !== undefined) return known;
  const tokens = tokensOf(text);
  const reader: Reader = { tokens: tokens ?? [], at: 0 };
  const read = tokens === null ? null : either(reader);
  const whole = read !== null && reader.at === reader.tokens.length ? read : null;
  if (cache.size >= MOST) cache.clear();
  cache.set(text, whole);
  return whole;
}

function tokensOf(text: string): string[] | null {
  const tokens: string[] = [];
  let position = 0;
  const end = text.trimEnd().length;
  while (position < end) {
    TOKEN.lastIndex = position;
    const found = TOKEN.exec(text);
    if (found === null) return null;
    tokens.push(found[0].trim());
    position = TOKEN.lastIndex;
  }
  return tokens;
}

const LEVELS: readonly (readonly string[])[] = [['||'], ['&&'], ['==', '!='], ['<', '<=', '>', '>=']];

const either = (reader: Reader): Expression | null => binary(reader, 0);

function binary(reader: Reader, level: number): Expression | null {
  const operators = LEVELS[level];
  if (operators === undefined) return unary(reader);
  let left = binary(reader, level + 1);
  while (left !== null && operators.includes(reader.tokens[reader.at] ?? '')) {
    const operator = reader.tokens[reader.at++]!;
    const right = binary(reader, level + 1);
    left = right === null ? null : { kind: 'binary', operator, left, right };
  }
  return left;
}

function unary(reader: Reader): Expression | null {
  if (reader.tokens[reader.at] !== '!') return primary(reader);
  reader.at++;
  const of = unary(reader);
  return of === null ? null : { kind: 'not', of };
}

function primary(reader: Reader): Expression | null {
  const token = reader.tokens[reader.at++];
  if (token === undefined) return null;
  if (token === '(') {
    const inner = either(reader);
    return inner !== null && reader.tokens[reader.at++] === ')' ? inner : null;
  }
  if (token.startsWith("'")) return { kind: 'literal', value: token.slice(1, -1).replaceAll("''", "'") };
  if (/^-?\d/.test(token)) return { kind: 'literal', value: Number(token) };
  if (!/^[A-Za-z_]/.test(token)) return null;
  if (Object.hasOwn(WORDS, token)) return { kind: 'literal', value: WORDS[token]! };
  if (reader.tokens[reader.at] === '(') return call(reader, token);
  return path(reader, token);
}

const WORDS: Readonly<Record<string, Scalar>> = { true: true, false: false, null: null };

function call(reader: Reader, name: string): Expression | null {
  reader.at++;
  const args: Expression[] = [];
  while (reader.tokens[reader.at] !== ')') {
    const arg = either(reader);
    if (arg === null) return null;
    args.push(arg);
    if (reader.tokens[reader.at] === ',') reader.at++;
    else if (reader.tokens[reader.at] !== ')') return null;
  }
  reader.at++;
  return { kind: 'call', name: name.toLowerCase(), args };
}

function path(reader: Reader, first: string): Expression | null {
  const names = [first];
  for (;;) {
    const token = reader.tokens[reader.at];
    if (token === '.') {
      names.push(reader.tokens[reader.at + 1] ?? '');
      reader.at += 2;
    } else if (token === '[') {
      const index = reader.tokens[reader.at + 1] ?? '';
      if (!/^['\d*]/.test(index) || reader.tokens[reader.at + 2] !== ']') return null;
      names.push(index.replace(/^'|'$/g, ''));
      reader.at += 3;
    } else return { kind: 'path', names };
  }
}
