import type Parser from 'tree-sitter';
import { loadGrammar } from './grammars.ts';
import type { Grammar } from './language.ts';
import { cureSource } from './rust/cure-source.ts';
import type { Kinds, Syntax } from './syntax.ts';

interface KindTable extends Kinds {
  readonly names: string[];
  readonly named: (0 | 1)[];
  readonly fields: (string | null)[];
  /** Kind number -> 1 if children of such a node can stand in a field. */
  readonly withFields: (0 | 1)[];
  /** Kind number -> 1 if such a node never has children. */
  readonly leaves: (0 | 1)[];
  /** Kind number -> the length of the text that such a token always has; 0 if it can differ. */
  readonly widths: number[];
}

/** Named tokens of the grammars: half of all named nodes, which need not be asked for children. */
const LEAVES: ReadonlySet<string> = new Set([
  'identifier',
  'type_identifier',
  'field_identifier',
  'property_identifier',
  'integer_literal',
  'integer',
  'string_fragment',
  'escape_sequence',
  'self',
  'mutable_specifier',
  'primitive_type',
]);

/** tree-sitter numbers ERROR nodes 65535: far outside the table, which would make every look-up in it slow. 0, the end of the file, is never a node. */
const NATIVE_ERROR = 65_535;
const ERROR_KIND = 0;
const tables = new Map<Grammar, KindTable>();

/** Milliseconds: about forty times what sound source needs on a slow machine. */
const patienceFor = (text: string): number => 10_000 + text.length / 50;

/**
 * Parses a text and flattens the tree in one cursor pass. Never fails on bad syntax: see `errors`. Where the parser does not come to an end
 * (100 KB of nothing but brackets take it minutes), the whole text is one ERROR node.
 * @param patience milliseconds
 * Measured on 1.1 M nodes: five native calls a node cost as much again as the parse; walking `.children` costs ten times more.
 */
export function parse(text: string, grammar: Grammar, patience = patienceFor(text)): Syntax {
  const { parser, withFields } = loadGrammar(grammar);
  const source = grammar === 'rust' ? cureSource(text) : text;
  // The default input callback slices the string every 32 KiB; one buffer that holds all of a small file saves nothing measurable.
  parser.setTimeoutMicros(Math.min(patience * 1000, 0xffff_ffff));
  const tree = parser.parse(source) as Parser.Tree | null;
  if (tree === null) {
    // Else the next text would be read as the rest of this one.
    parser.reset();
    return unread(text, grammar, tableOf(grammar));
  }
  return flatten(tree, text, grammar, tableOf(grammar), withFields);
}

function tableOf(grammar: Grammar): KindTable {
  let table = tables.get(grammar);
  if (!table) {
    table = { names: [], named: [], fields: [null], withFields: [], leaves: [], widths: [] };
    tables.set(grammar, table);
  }
  return table;
}

function unread(text: string, grammar: Grammar, table: KindTable): Syntax {
  table.names[ERROR_KIND] = 'ERROR';
  table.named[ERROR_KIND] = 1;
  table.withFields[ERROR_KIND] = 1;
  table.leaves[ERROR_KIND] = 0;
  table.widths[ERROR_KIND] = 0;
  return {
    grammar,
    text,
    size: 1,
    kinds: table,
    kind: Uint16Array.of(ERROR_KIND),
    start: Uint32Array.of(0),
    end: Uint32Array.of(text.length),
    parent: Int32Array.of(-1),
    after: Uint32Array.of(1),
    field: Uint16Array.of(0),
    errors: [0],
  };
}

interface Columns {
  kind: Uint16Array;
  start: Uint32Array;
  end: Uint32Array;
  parent: Int32Array;
  after: Uint32Array;
  field: Uint16Array;
}

// One set of columns per thread, grown as needed and copied out at the end: no allocation while walking.
let columns = allocate(1 << 15);

function allocate(capacity: number): Columns {
  return {
    kind: new Uint16Array(capacity),
    start: new Uint32Array(capacity),
    end: new Uint32Array(capacity),
    parent: new Int32Array(capacity),
    after: new Uint32Array(capacity),
    field: new Uint16Array(capacity),
  };
}

function grow(): void {
  const larger = allocate(columns.kind.length * 2);
  for (const name of Object.keys(columns) as (keyof Columns)[]) larger[name].set(columns[name]);
  columns = larger;
}

interface Cursor extends Parser.TreeCursor {
  readonly nodeTypeId: number;
  readonly currentFieldId: number;
}

function flatten(
  tree: Parser.Tree,
  text: string,
  grammar: Grammar,
  table: KindTable,
  withFields: ReadonlySet<string>,
): Syntax {
  const cursor = tree.walk() as Cursor;
  const errors: number[] = [];
  const isSound = !tree.rootNode.hasError;
  let size = 0;
  let parent = -1;
  let inFields = false;
  walk: for (;;) {
    if (size === columns.kind.length) grow();
    const node = size++;
    const typeId = cursor.nodeTypeId;
    const kind = typeId === NATIVE_ERROR ? ERROR_KIND : typeId;
    if (table.names[kind] === undefined) learnKind(table, kind, cursor, withFields);
    columns.kind[node] = kind;
    columns.parent[node] = parent;
    const start = cursor.startIndex;
    columns.start[node] = start;
    // A call for each end that the kind does not tell. In a broken tree a token can be missing: it has no width.
    const width = isSound ? table.widths[kind]! : 0;
    columns.end[node] = width === 0 ? cursor.endIndex : start + width;
    columns.field[node] = inFields ? fieldNumber(table, cursor) : 0;
    if (!isSound) noteError(errors, node, cursor);
    // A token has no children (Python's `not in` has two, which nobody needs).
    if (table.named[kind] === 1 && table.leaves[kind] === 0 && cursor.gotoFirstChild()) {
      parent = node;
      inFields = table.withFields[kind] === 1;
      continue;
    }
    columns.after[node] = size;
    while (!cursor.gotoNextSibling()) {
      if (parent === -1) break walk;
      cursor.gotoParent();
      columns.after[parent] = size;
      parent = columns.parent[parent]!;
      inFields = hasFields(table, parent);
    }
  }
  return {
    grammar,
    text,
    size,
    kinds: table,
    kind: columns.kind.slice(0, size),
    start: columns.start.slice(0, size),
    end: columns.end.slice(0, size),
    parent: columns.parent.slice(0, size),
    after: columns.after.slice(0, size),
    field: columns.field.slice(0, size),
    errors,
  };
}

function noteError(errors: number[], node: number, cursor: Cursor): void {
  const isMissing = columns.start[node] === columns.end[node] && cursor.nodeIsMissing;
  if (columns.kind[node] === ERROR_KIND || isMissing) errors.push(node);
}

const hasFields = (table: KindTable, node: number): boolean =>
  node !== -1 && table.withFields[columns.kind[node]!] === 1;

/** Signs and words that stand for nothing but themselves: no quotes, which stand for `b"` too, and no `not in` with space between. */
const FIXED = /^(?:[a-z]+|[^\w\s"'`/#_$]+)$/;

function learnKind(table: KindTable, kind: number, cursor: Cursor, withFields: ReadonlySet<string>): void {
  const name = cursor.nodeType;
  table.names[kind] = name;
  table.named[kind] = cursor.nodeIsNamed ? 1 : 0;
  table.withFields[kind] = kind === ERROR_KIND || withFields.has(name) ? 1 : 0;
  table.leaves[kind] = LEAVES.has(name) ? 1 : 0;
  table.widths[kind] = table.named[kind] === 0 && FIXED.test(name) ? name.length : 0;
}

function fieldNumber(table: KindTable, cursor: Cursor): number {
  const id = cursor.currentFieldId;
  if (id !== 0 && table.fields[id] === undefined) table.fields[id] = cursor.currentFieldName;
  return id;
}
