import type Parser from 'tree-sitter';
import type { Grammar } from '../language.ts';
import type { Kinds } from '../syntax.ts';

/** What is known of the kinds of one grammar. Kinds are numbered as they are met: each column is as long as there are kinds. */
export interface KindTable extends Kinds {
  /** tree-sitter's number of a kind -> ours, 0 if it was not met yet: then it means ERROR, or that `learnKind` is due. */
  readonly ofNative: Uint16Array;
  readonly names: string[];
  readonly named: (0 | 1)[];
  readonly fields: (string | null)[];
  /** 1 if children of such a node can stand in a field. */
  readonly withFields: (0 | 1)[];
  /** 1 if such a node never has children. */
  readonly leaves: (0 | 1)[];
  /** The length of the text that such a token always has, 0 if it can differ, WORD if it is one word. */
  readonly widths: number[];
  /** How many nodes a cursor has met. */
  readonly met: number[];
  /** The names of all kinds met, the most frequent first. */
  byFrequency: readonly string[];
}

export interface Cursor extends Omit<Parser.TreeCursor, 'reset' | 'currentFieldId'> {
  /** To the node that is handed over first: see findNodes. */
  reset(): void;
  readonly nodeTypeId: number;
  readonly currentFieldId: number | undefined;
}

export const ERROR_KIND = 0;
/** tree-sitter numbers ERROR nodes 65535. */
const NATIVE_ERROR = 65_535;
export const WORD = -1;

/** Named tokens of the grammars that are one word: half of all named nodes, which need not be asked for children or their end. */
const WORDS: ReadonlySet<string> = new Set([
  'identifier',
  'type_identifier',
  'field_identifier',
  'property_identifier',
  'shorthand_field_identifier',
  'shorthand_property_identifier',
  'shorthand_property_identifier_pattern',
  'integer_literal',
  'integer',
  'self',
  'mutable_specifier',
  'primitive_type',
]);
const LEAVES: ReadonlySet<string> = new Set([
  ...WORDS,
  'string_fragment',
  'escape_sequence',
  'string_start',
  'string_end',
]);

/** Signs and words that stand for nothing but themselves: no quotes, which stand for `b"` too, and no `not in` with space between. */
const FIXED = /^(?:[a-z]+|[^\w\s"'`/#_$]+)$/;

const tables = new Map<Grammar, KindTable>();

export function kindTableOf(grammar: Grammar): KindTable {
  let table = tables.get(grammar);
  if (!table) {
    table = {
      ofNative: new Uint16Array(NATIVE_ERROR + 1),
      names: ['ERROR'],
      named: [1],
      fields: [null],
      withFields: [1],
      leaves: [0],
      widths: [0],
      met: [0],
      byFrequency: [],
    };
    tables.set(grammar, table);
  }
  return table;
}

/** Our number of the kind that the cursor stands on. */
export function kindAt(table: KindTable, cursor: Cursor, withFields: ReadonlySet<string>): number {
  const native = cursor.nodeTypeId;
  const known = table.ofNative[native]!;
  return known === 0 && native !== NATIVE_ERROR ? learnKind(table, native, cursor, withFields) : known;
}

function learnKind(table: KindTable, native: number, cursor: Cursor, withFields: ReadonlySet<string>): number {
  const name = internalized(cursor.nodeType);
  const named = cursor.nodeIsNamed;
  const fixed = FIXED.test(name) ? name.length : 0;
  table.widths.push(named ? (WORDS.has(name) ? WORD : 0) : fixed);
  table.named.push(named ? 1 : 0);
  table.withFields.push(withFields.has(name) ? 1 : 0);
  table.leaves.push(LEAVES.has(name) ? 1 : 0);
  table.met.push(0);
  const kind = table.names.push(name) - 1;
  table.ofNative[native] = kind;
  return kind;
}

/** The one copy that the engine keeps of a key, as of each literal: comparing it with a literal compares two addresses. */
const internalized = (name: string): string => Object.keys({ [name]: 0 })[0]!;

/** The field of the node that the cursor stands on; 0 for none. */
export function fieldAt(table: KindTable, cursor: Cursor): number {
  const id = cursor.currentFieldId;
  if (id === undefined) return 0;
  while (table.fields.length < id) table.fields.push(null);
  table.fields[id] ??= internalized(cursor.currentFieldName);
  return id;
}

/** Orders the kinds by how often they were met: the native search compares each node with the names in turn. */
export function orderKinds(table: KindTable, kinds: Uint16Array): void {
  for (const kind of kinds) table.met[kind]! += 1;
  if (table.byFrequency.length === table.names.length - 1) return;
  const order = table.names.map((_, kind) => kind).slice(1);
  order.sort((a, b) => table.met[b]! - table.met[a]!);
  table.byFrequency = order.map((kind) => table.names[kind]!);
}
