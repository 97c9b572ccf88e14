/** What the argument of `include!` says, as far as it can be read without running anything. */
export interface PathValue {
  /** Relative to the file that the macro is called in, to the crate's manifest, to cargo's output folder; or not known. */
  readonly base: 'file' | 'manifest' | 'out-dir' | 'unknown';
  /** The path behind the base; for `unknown` the source of the argument. */
  readonly text: string;
}

/**
 * Evaluates the tokens of a path expression: strings, `concat!`, `env!("CARGO_MANIFEST_DIR")`, `env!("OUT_DIR")`, in any delimiters and
 * with `std::` or `core::` in front. What holds a `$variable` is read after the macro's arguments have been put in.
 */
export function readPathValue(tokens: readonly string[]): PathValue {
  const reader = { tokens, at: 0 };
  const value = readExpression(reader);
  if (tokens[reader.at] === ',') reader.at += 1;
  if (value === null || reader.at < tokens.length) return { base: 'unknown', text: tokens.join('') };
  return value;
}

interface Reader {
  readonly tokens: readonly string[];
  at: number;
}

const OPENING = new Set(['(', '[', '{']);
const DEEPEST = 50;

function readExpression(reader: Reader, depth = 0): PathValue | null {
  const { tokens } = reader;
  if (depth > DEEPEST) return null;
  const token = tokens[reader.at];
  if (token === undefined) return null;
  const string = stringValue(token);
  if (string !== null) {
    reader.at += 1;
    return { base: 'file', text: string };
  }
  // `{"x"}` and `("x")`: a fragment that went through a macro can be wrapped.
  if (token === '(' || token === '{') return readWrapped(reader, depth);
  if (token === '::') reader.at += 1;
  if ((tokens[reader.at] === 'std' || tokens[reader.at] === 'core') && tokens[reader.at + 1] === '::') reader.at += 2;
  const macro = tokens[reader.at];
  if (tokens[reader.at + 1] !== '!' || !OPENING.has(tokens[reader.at + 2] ?? '')) return null;
  reader.at += 3;
  if (macro === 'env') return readEnvironment(reader);
  if (macro === 'concat') return readConcat(reader, depth);
  if (macro === 'stringify') return readStringify(reader);
  return null;
}

function readWrapped(reader: Reader, depth: number): PathValue | null {
  reader.at += 1;
  const value = readExpression(reader, depth + 1);
  if (!/^[)}]$/.test(reader.tokens[reader.at] ?? '')) return null;
  reader.at += 1;
  return value;
}

function readEnvironment(reader: Reader): PathValue | null {
  const name = stringValue(reader.tokens[reader.at] ?? '');
  while (reader.at < reader.tokens.length && !/^[)\]}]$/.test(reader.tokens[reader.at]!)) reader.at += 1;
  reader.at += 1;
  if (name === 'CARGO_MANIFEST_DIR') return { base: 'manifest', text: '' };
  return name === 'OUT_DIR' ? { base: 'out-dir', text: '' } : null;
}

function readConcat(reader: Reader, depth: number): PathValue | null {
  let base: PathValue['base'] = 'file';
  let text = '';
  while (!/^[)\]}]$/.test(reader.tokens[reader.at] ?? ')')) {
    const part = readExpression(reader, depth + 1);
    if (part === null || (part.base !== 'file' && text !== '')) return null;
    if (part.base !== 'file') base = part.base;
    text += part.text;
    if (reader.tokens[reader.at] === ',') reader.at += 1;
  }
  reader.at += 1;
  return { base, text };
}

function readStringify(reader: Reader): PathValue | null {
  let text = '';
  while (reader.at < reader.tokens.length && !/^[)\]}]$/.test(reader.tokens[reader.at]!))
    text += reader.tokens[reader.at++]!;
  reader.at += 1;
  return { base: 'file', text };
}

const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  '0': '\0',
  '\\': '\\',
  '"': '"',
  "'": "'",
};

/** The value of a Rust string literal, plain or raw; null for any other token. */
export function stringValue(token: string): string | null {
  const raw = /^r(#*)"([\s\S]*)"\1$/.exec(token);
  if (raw) return raw[2]!;
  const plain = /^"([\s\S]*)"$/.exec(token);
  if (!plain) return null;
  return plain[1]!
    .replace(/\\\r?\n\s*/g, '')
    .replace(/\\(?:u\{([0-9a-fA-F_]+)\}|x([0-9a-fA-F]{2})|(.))/g, (_all, unicode: string, hex: string, one: string) =>
      unicode
        ? String.fromCodePoint(Number.parseInt(unicode.replace(/_/g, ''), 16))
        : hex
          ? String.fromCharCode(Number.parseInt(hex, 16))
          : (ESCAPES[one] ?? one),
    );
}
