/** A value of a JSON text with its place; offsets are UTF-16 into the text, `end` behind the last character. */
export type JsonNode = { readonly start: number; readonly end: number } & (
  | { readonly kind: 'object'; readonly entries: readonly JsonEntry[] }
  | { readonly kind: 'array'; readonly items: readonly JsonNode[] }
  | { readonly kind: 'scalar'; readonly value: string | number | boolean | null }
);

export interface JsonEntry {
  readonly key: string;
  readonly value: JsonNode;
}

interface Reader {
  readonly text: string;
  at: number;
}

/**
 * Reads JSON as TypeScript, Biome and ESLint write it: comments and trailing commas are allowed.
 * @returns null where the text is something else
 */
export function readJsonc(text: string): JsonNode | null {
  const reader: Reader = { text, at: text.startsWith('\uFEFF') ? 1 : 0 };
  const node = readValue(reader);
  skipSpace(reader);
  return reader.at === text.length ? node : null;
}

/** What stands under a path of keys; null where nothing does. */
export function nodeAt(node: JsonNode | null, ...keys: readonly string[]): JsonNode | null {
  let current = node;
  for (const key of keys)
    current = current?.kind === 'object' ? (current.entries.find((one) => one.key === key)?.value ?? null) : null;
  return current;
}

export const stringOf = (node: JsonNode | null | undefined): string | null =>
  node?.kind === 'scalar' && typeof node.value === 'string' ? node.value : null;

/** The strings of an array, or a single string as an array of one; [] for anything else. */
export const stringsOf = (node: JsonNode | null): string[] =>
  (node?.kind === 'array' ? node.items : [node]).flatMap((item) => stringOf(item) ?? []);

/** The node as plain data. */
export function dataOf(node: JsonNode): unknown {
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'array') return node.items.map(dataOf);
  return Object.fromEntries(node.entries.map(({ key, value }) => [key, dataOf(value)]));
}

// White space and comments, wherever they may stand.
const SPACE = /(?:\s|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*/y;
const TOKEN = /"(?:[^"\\\n]|\\.)*"|-?\d[\d.eE+-]*|true|false|null/y;
const DEEPEST = 200;

function skipSpace(reader: Reader): void {
  SPACE.lastIndex = reader.at;
  SPACE.exec(reader.text);
  reader.at = SPACE.lastIndex;
}

function takes(reader: Reader, mark: string): boolean {
  skipSpace(reader);
  if (reader.text[reader.at] !== mark) return false;
  reader.at += 1;
  return true;
}

function readValue(reader: Reader, depth = 0): JsonNode | null {
  skipSpace(reader);
  const start = reader.at;
  if (depth > DEEPEST) return null;
  if (takes(reader, '{')) {
    const entries = readList(reader, '}', () => readEntry(reader, depth));
    return entries && { kind: 'object', start, end: reader.at, entries };
  }
  if (takes(reader, '[')) {
    const items = readList(reader, ']', () => readValue(reader, depth + 1));
    return items && { kind: 'array', start, end: reader.at, items };
  }
  const value = readScalar(reader);
  return value === undefined ? null : { kind: 'scalar', start, end: reader.at, value };
}

function readEntry(reader: Reader, depth: number): JsonEntry | null {
  skipSpace(reader);
  const key = readScalar(reader);
  if (typeof key !== 'string' || !takes(reader, ':')) return null;
  const value = readValue(reader, depth + 1);
  return value && { key, value };
}

function readList<Item>(reader: Reader, close: string, read: () => Item | null): Item[] | null {
  const items: Item[] = [];
  while (!takes(reader, close)) {
    const item = read();
    if (item === null) return null;
    items.push(item);
    if (!takes(reader, ',') && reader.text[reader.at] !== close) return null;
  }
  return items;
}

function readScalar(reader: Reader): string | number | boolean | null | undefined {
  TOKEN.lastIndex = reader.at;
  const [token] = TOKEN.exec(reader.text) ?? [];
  if (token === undefined) return undefined;
  reader.at += token.length;
  try {
    return JSON.parse(token) as string | number | boolean | null;
  } catch {
    return undefined;
  }
}
