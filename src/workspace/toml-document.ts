import { type AST, ParseError, parseTOML } from 'toml-eslint-parser';
import type { Range } from '../core/range.ts';

/** A TOML file with the places of its keys; null where it does not parse. Offsets count in the given text, a byte order mark included. */
export interface TomlDocument {
  readonly text: string;
  /** Where the table header `[a.b]` stands; the first of `[[a.b]]`. Null where no header names it. */
  table(path: readonly string[]): Range | null;
  /** The whole key-value pair and its value; null where it does not stand anywhere. */
  pair(path: readonly string[]): { readonly pair: Range; readonly value: Range } | null;
  /** The elements of an array value, in order; null where it is none. */
  elements(path: readonly string[]): readonly Range[] | null;
  /** 1-based line of an offset. */
  line(offset: number): number;
}

export function tomlDocument(text: string): TomlDocument | null {
  const known = documents.get(text);
  if (known !== undefined) return known;
  // A bound for programs that live long; a run over one workspace stays below it.
  if (documents.size >= MOST) documents.clear();
  const made = readDocument(text);
  documents.set(text, made);
  return made;
}

/** Checks ask for places in the same manifest many times. */
const documents = new Map<string, TomlDocument | null>();
const MOST = 512;

function readDocument(text: string): TomlDocument | null {
  const lead = text.startsWith('\ufeff') ? 1 : 0;
  const program = parsed(text.slice(lead));
  if (program === null) return null;
  const { tables, pairs } = indexOf(program);
  const shifted = ({ range: [start, end] }: AST.TOMLNode): Range => ({ start: start + lead, end: end + lead });
  return {
    text,
    table: (path) => {
      const node = tables.get(path.join('\0'));
      return node ? shifted(node) : null;
    },
    pair: (path) => {
      const node = pairs.get(path.join('\0'));
      return node ? { pair: shifted(node), value: shifted(node.value) } : null;
    },
    elements: (path) => {
      const value = pairs.get(path.join('\0'))?.value;
      return value?.type === 'TOMLArray' ? value.elements.map(shifted) : null;
    },
    line: (offset) => text.slice(0, offset).split('\n').length,
  };
}

function indexOf(program: AST.TOMLProgram) {
  const tables = new Map<string, AST.TOMLTable>();
  const pairs = new Map<string, AST.TOMLKeyValue>();
  for (const node of program.body[0].body) {
    if (node.type === 'TOMLKeyValue') {
      addPair(node, [], pairs);
      continue;
    }
    const path = node.resolvedKey.map(String);
    // Of an array of tables the first stands for all.
    const key = path.filter((name) => !/^\d+$/.test(name)).join('\0');
    if (!tables.has(key)) tables.set(key, node);
    for (const inner of node.body) addPair(inner, path, pairs);
  }
  return { tables, pairs };
}

function parsed(text: string): AST.TOMLProgram | null {
  try {
    return parseTOML(text);
  } catch (error) {
    if (error instanceof ParseError) return null;
    throw error;
  }
}

function addPair(node: AST.TOMLKeyValue, prefix: readonly string[], pairs: Map<string, AST.TOMLKeyValue>): void {
  const path = [...prefix, ...node.key.keys.map((key) => (key.type === 'TOMLBare' ? key.name : String(key.value)))];
  pairs.set(path.join('\0'), node);
  if (node.value.type === 'TOMLInlineTable') for (const inner of node.value.body) addPair(inner, path, pairs);
}
