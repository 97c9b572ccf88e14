import type { Attribute, Dependency, Parameter, Recipe } from './justfile.ts';
import type { Item, Token } from './tokens.ts';

/** What one item of a justfile says. */
export type Said =
  | { readonly kind: 'attributes'; readonly attributes: readonly Attribute[] }
  | { readonly kind: 'alias'; readonly name: string; readonly target: string }
  | { readonly kind: 'variable'; readonly name: string; readonly value: readonly Token[]; readonly exported: boolean }
  | { readonly kind: 'set'; readonly name: string; readonly value: readonly Token[] }
  | { readonly kind: 'import'; readonly path: string }
  | { readonly kind: 'module'; readonly name: string; readonly path: string | null }
  | { readonly kind: 'recipe'; readonly recipe: Omit<Recipe, 'attributes'> };

/** @returns null for what is no item of a justfile */
export function parseItem({ tokens, body, bodyLine }: Item, path: string): Said | null {
  const [first, second, third] = tokens;
  if (first?.text === '[' && first.kind === 'sign') return { kind: 'attributes', attributes: attributesIn(tokens) };
  if (second?.text === ':=') return { kind: 'variable', name: first!.text, value: tokens.slice(2), exported: false };
  return keyword(tokens, first?.text, third) ?? recipe(tokens, path, body, bodyLine);
}

function keyword(tokens: readonly Token[], word: string | undefined, third: Token | undefined): Said | null {
  const [, second] = tokens;
  const isNamed = second?.kind === 'name' && third?.text === ':=';
  if (word === 'export' && isNamed)
    return { kind: 'variable', name: second.text, value: tokens.slice(3), exported: true };
  if (word === 'alias' && isNamed) return { kind: 'alias', name: second.text, target: textOf(tokens.slice(3)) };
  if (word === 'set' && second?.kind === 'name' && (isNamed || tokens.length === 2))
    return { kind: 'set', name: second.text, value: tokens.slice(3) };
  if (word === 'import') return imported(tokens);
  if (word === 'mod') return moduleOf(tokens);
  return null;
}

function imported(tokens: readonly Token[]): Said | null {
  const file = tokens.slice(1).find(({ text }) => text !== '?');
  return file?.kind === 'string' ? { kind: 'import', path: file.text } : null;
}

function moduleOf(tokens: readonly Token[]): Said | null {
  const [name, file, more] = tokens.slice(1).filter(({ kind, text }) => kind !== 'sign' || text !== '?');
  if (name?.kind !== 'name' || more !== undefined || (file !== undefined && file.kind !== 'string')) return null;
  return { kind: 'module', name: name.text, path: file?.text ?? null };
}

const textOf = (tokens: readonly Token[]): string => tokens.map(({ text }) => text).join('');

/** `[unix, group('x')]`, `[working-directory: 'y']`. */
function attributesIn(tokens: readonly Token[]): Attribute[] {
  const found: Attribute[] = [];
  let depth = 0;
  for (const [i, { kind, text }] of tokens.entries()) {
    if (kind === 'sign' && text === '(') depth++;
    if (kind === 'sign' && text === ')') depth--;
    const before = tokens[i - 1]?.text;
    if (kind !== 'name' || depth > 0 || (before !== '[' && before !== ',')) continue;
    const value = tokens[i + 2]?.kind === 'string' && /^[(:]$/.test(tokens[i + 1]!.text) ? tokens[i + 2]!.text : null;
    found.push({ name: text, value });
  }
  return found;
}

interface Reader {
  readonly tokens: readonly Token[];
  at: number;
}

const peek = (reader: Reader): string | undefined => {
  const token = reader.tokens[reader.at];
  return token?.kind === 'sign' ? token.text : undefined;
};

function recipe(tokens: readonly Token[], path: string, rows: readonly string[], line: number): Said | null {
  const reader: Reader = { tokens, at: tokens[0]?.text === '@' ? 1 : 0 };
  const name = tokens[reader.at++];
  if (name?.kind !== 'name') return null;
  const parameters: Parameter[] = [];
  while (peek(reader) !== ':') {
    const parameter = parameterAt(reader);
    if (parameter === null) return null;
    parameters.push(parameter);
  }
  reader.at++;
  const before = dependenciesAt(reader);
  if (peek(reader) === '&&') reader.at++;
  const after = dependenciesAt(reader);
  return { kind: 'recipe', recipe: { name: name.text, path, line, parameters, before, after, rows } };
}

function parameterAt(reader: Reader): Parameter | null {
  const sign = peek(reader);
  const kind = sign === '*' ? 'star' : sign === '+' ? 'plus' : 'singular';
  if (kind !== 'singular') reader.at++;
  const exported = peek(reader) === '$';
  if (exported) reader.at++;
  const name = reader.tokens[reader.at++];
  if (name?.kind !== 'name') return null;
  if (peek(reader) !== '=') return { name: name.text, kind, exported, fallback: null };
  reader.at++;
  return { name: name.text, kind, exported, fallback: valueAt(reader) };
}

function dependenciesAt(reader: Reader): Dependency[] {
  const found: Dependency[] = [];
  for (;;) {
    const isCall = peek(reader) === '(';
    if (isCall) reader.at++;
    if (reader.tokens[reader.at]?.kind !== 'name') return found;
    let name = reader.tokens[reader.at++]!.text;
    while (peek(reader) === '::') {
      name += `::${reader.tokens[reader.at + 1]?.text ?? ''}`;
      reader.at += 2;
    }
    const args: (readonly Token[])[] = [];
    while (isCall && peek(reader) !== ')' && reader.at < reader.tokens.length) args.push(expressionAt(reader));
    if (isCall) reader.at++;
    found.push({ recipe: name, args });
  }
}

/** One value: a string, a name, a call, or what stands in brackets. */
function valueAt(reader: Reader): readonly Token[] {
  const start = reader.at;
  const first = reader.tokens[reader.at++];
  if (first?.text === '(' && first.kind === 'sign') closed(reader);
  else if (first?.kind === 'name' && peek(reader) === '(') {
    reader.at++;
    closed(reader);
  }
  return reader.tokens.slice(start, reader.at);
}

/** Values with `+` and `/` between them; a condition goes to the end of its last block. */
function expressionAt(reader: Reader): readonly Token[] {
  const start = reader.at;
  if (reader.tokens[reader.at]?.text === 'if') conditional(reader);
  else valueAt(reader);
  while (/^(?:[+/]|&&|\|\|)$/.test(peek(reader) ?? '')) {
    reader.at++;
    valueAt(reader);
  }
  return reader.tokens.slice(start, reader.at);
}

function conditional(reader: Reader): void {
  do {
    while (reader.at < reader.tokens.length && peek(reader) !== '{') reader.at++;
    reader.at++;
    closed(reader);
  } while (reader.tokens[reader.at]?.text === 'else');
}

/** Goes behind the bracket that closes the open one. */
function closed(reader: Reader): void {
  for (let depth = 1; depth > 0 && reader.at < reader.tokens.length; reader.at++) {
    const sign = peek(reader);
    if (sign !== undefined && '([{'.includes(sign)) depth++;
    if (sign !== undefined && ')]}'.includes(sign)) depth--;
  }
}
