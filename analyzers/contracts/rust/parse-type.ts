/** A type of Rust, taken apart. Lifetimes are left out. */
export type RustType =
  | { readonly kind: 'path'; readonly segments: readonly string[]; readonly arguments: readonly RustType[] }
  | { readonly kind: 'tuple'; readonly items: readonly RustType[] }
  /** `length` null: a slice; NaN: a length that is no literal. */
  | { readonly kind: 'array'; readonly items: RustType; readonly length: number | null }
  | { readonly kind: 'reference'; readonly to: RustType }
  /** Functions, trait objects, macros. */
  | { readonly kind: 'other'; readonly text: string };

const TOKEN =
  /\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\/|(::|->|'[\p{L}_]\w*|(?:r#)?[\p{L}_][\p{L}\p{N}_]*|\d[\w]*|"(?:[^"\\]|\\.)*"|.)/gsu;

interface Reader {
  readonly tokens: readonly string[];
  at: number;
}

/** Reads the text of a type; any other form is `other`. */
export function parseType(text: string): RustType {
  const reader: Reader = { tokens: [...text.matchAll(TOKEN)].flatMap(([, token]) => token ?? []), at: 0 };
  const found = readType(reader);
  return found === null || reader.at < reader.tokens.length ? { kind: 'other', text } : found;
}

const peek = ({ tokens, at }: Reader): string => tokens[at] ?? '';

function take(reader: Reader, token: string): boolean {
  if (peek(reader) !== token) return false;
  reader.at += 1;
  return true;
}

function readType(reader: Reader): RustType | null {
  if (take(reader, '&')) return readReference(reader);
  if (take(reader, '(')) return readTuple(reader);
  if (take(reader, '[')) return readArray(reader);
  return readPath(reader);
}

function readReference(reader: Reader): RustType | null {
  if (peek(reader).startsWith("'")) reader.at += 1;
  take(reader, 'mut');
  const to = readType(reader);
  return to && { kind: 'reference', to };
}

function readTuple(reader: Reader): RustType | null {
  const items: RustType[] = [];
  let isTuple = true;
  while (!take(reader, ')')) {
    const item = readType(reader);
    if (item === null) return null;
    items.push(item);
    isTuple = take(reader, ',');
    if (!isTuple && peek(reader) !== ')') return null;
  }
  return items.length === 1 && !isTuple ? items[0]! : { kind: 'tuple', items };
}

function readArray(reader: Reader): RustType | null {
  const items = readType(reader);
  if (items === null) return null;
  if (take(reader, ']')) return { kind: 'array', items, length: null };
  if (!take(reader, ';')) return null;
  const from = reader.at;
  while (reader.at < reader.tokens.length && peek(reader) !== ']') reader.at += 1;
  const length = reader.tokens.slice(from, reader.at).join('').replaceAll('_', '');
  return take(reader, ']')
    ? { kind: 'array', items, length: /^\d+(?:usize)?$/.test(length) ? Number.parseInt(length, 10) : Number.NaN }
    : null;
}

const WORD = /^(?:r#)?[\p{L}_]/u;
const NO_TYPE = new Set(['dyn', 'impl', 'fn', 'for', 'unsafe', 'extern', '_']);

function readPath(reader: Reader): RustType | null {
  const segments: string[] = [];
  let given: RustType[] = [];
  if (take(reader, '::')) segments.push('');
  do {
    const word = peek(reader);
    if (!WORD.test(word) || NO_TYPE.has(word)) return null;
    segments.push(word.replace(/^r#/, ''));
    reader.at += 1;
    if (peek(reader) === '!' || peek(reader) === '(') return null;
    if (peek(reader) === '::' && reader.tokens[reader.at + 1] === '<') reader.at += 1;
    if (!take(reader, '<')) continue;
    const read = readArguments(reader);
    if (read === null) return null;
    given = read;
  } while (take(reader, '::'));
  return { kind: 'path', segments, arguments: given };
}

function readArguments(reader: Reader): RustType[] | null {
  const found: RustType[] = [];
  while (!take(reader, '>')) {
    if (peek(reader).startsWith("'")) reader.at += 1;
    else {
      const one = readType(reader);
      if (one === null) return null;
      found.push(one);
    }
    if (!take(reader, ',') && peek(reader) !== '>') return null;
  }
  return found;
}
