import {
  childByField,
  childByKind,
  kindOf,
  type Node,
  namedChildrenOf,
  type Syntax,
  textOf,
} from '../../../src/languages/syntax.ts';
import type { ObjectType, TypeMember, TypeNode } from './typescript-types.ts';

export interface TypeReader {
  readonly syntax: Syntax;
  /** From 1. */
  readonly lineOf: (node: Node) => number;
}

const isComment = ({ syntax }: TypeReader, node: Node): boolean => kindOf(syntax, node) === 'comment';

export const partsOf = (reader: TypeReader, node: Node): Node[] =>
  namedChildrenOf(reader.syntax, node).filter((child) => !isComment(reader, child));

/** A type as it is written; what JSON has no counterpart of is kept as text. */
export function readType(reader: TypeReader, node: Node): TypeNode {
  const { syntax } = reader;
  const [first = -1] = partsOf(reader, node);
  switch (kindOf(syntax, node)) {
    case 'predefined_type':
      return { kind: 'keyword', name: textOf(syntax, node) };
    case 'literal_type':
      return readLiteral(reader, node);
    case 'array_type':
      return first === -1 ? otherType(reader, node) : { kind: 'array', items: readType(reader, first) };
    case 'parenthesized_type':
    case 'readonly_type':
    case 'type_annotation':
      return first === -1 ? otherType(reader, node) : readType(reader, first);
    case 'tuple_type':
      return readTuple(reader, node);
    case 'object_type':
    case 'interface_body':
      return readObject(reader, node);
    case 'union_type':
    case 'intersection_type':
      return readParts(reader, node);
    case 'type_identifier':
    case 'identifier':
    case 'nested_type_identifier':
      return { kind: 'name', path: nameParts(syntax, node), arguments: [] };
    case 'generic_type':
      return readGeneric(reader, node);
    default:
      return otherType(reader, node);
  }
}

const otherType = ({ syntax }: TypeReader, node: Node): TypeNode => ({
  kind: 'other',
  text: textOf(syntax, node).replace(/\s+/g, ' ').slice(0, 120),
});

const nameParts = (syntax: Syntax, node: Node): string[] => textOf(syntax, node).replace(/\s/g, '').split('.');

function readLiteral(reader: TypeReader, node: Node): TypeNode {
  const text = textOf(reader.syntax, node);
  if (text === 'null' || text === 'undefined') return { kind: 'keyword', name: text };
  if (text === 'true' || text === 'false') return { kind: 'literal', value: text === 'true' };
  const string = stringIn(text);
  if (string !== null) return { kind: 'literal', value: string };
  return /^-?(?:\d[\d_]*)(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(text)
    ? { kind: 'literal', value: Number(text.replaceAll('_', '')) }
    : otherType(reader, node);
}

/** The value of a string literal; null for what is none, or has escapes beyond the plain ones. */
export function stringIn(text: string): string | null {
  const body = /^(?:"((?:[^"\\\n]|\\["'\\nt])*)"|'((?:[^'\\\n]|\\["'\\nt])*)')$/.exec(text);
  const raw = body?.[1] ?? body?.[2];
  return raw === undefined ? null : raw.replace(/\\(.)/g, (_, sign: string) => ESCAPES[sign] ?? sign);
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t' };

/** Elements that may be missing or repeated make it a list of no fixed length. */
function readTuple(reader: TypeReader, node: Node): TypeNode {
  const { syntax } = reader;
  const items = partsOf(reader, node).map((one) =>
    kindOf(syntax, one) === 'required_parameter' ? childByField(syntax, one, 'type') : one,
  );
  const isPlain = items.every((one) => one !== -1 && !/^(?:optional|rest)_/.test(kindOf(syntax, one)));
  return isPlain ? { kind: 'tuple', items: items.map((one) => readType(reader, one)) } : otherType(reader, node);
}

function readParts(reader: TypeReader, node: Node): TypeNode {
  const { syntax } = reader;
  const kind = kindOf(syntax, node) === 'union_type' ? 'union' : 'intersection';
  const parts = partsOf(reader, node)
    .map((one) => readType(reader, one))
    .flatMap((one) => (one.kind === kind ? one.parts : [one]));
  return { kind, parts };
}

function readGeneric(reader: TypeReader, node: Node): TypeNode {
  const { syntax } = reader;
  const name = childByField(syntax, node, 'name');
  const list = childByKind(syntax, node, 'type_arguments');
  if (name === -1 || list === -1) return otherType(reader, node);
  return {
    kind: 'name',
    path: nameParts(syntax, name),
    arguments: partsOf(reader, list).map((one) =>
      kindOf(syntax, one) === 'type_query'
        ? { kind: 'name', path: ['typeof', textOf(syntax, one).replace(/^typeof\s+/, '')], arguments: [] }
        : readType(reader, one),
    ),
  };
}

/** The members of an interface or an object type. */
export function readObject(reader: TypeReader, node: Node): ObjectType {
  const { syntax } = reader;
  const members: TypeMember[] = [];
  let index: ObjectType['index'] = null;
  let strange: string | null = null;
  for (const part of partsOf(reader, node)) {
    const member = kindOf(syntax, part) === 'property_signature' ? memberOf(reader, part) : null;
    const found = kindOf(syntax, part) === 'index_signature' ? indexOf(reader, part) : null;
    if (member) members.push(member);
    else if (found && index === null) index = found;
    else strange ??= textOf(syntax, part).replace(/\s+/g, ' ').slice(0, 60);
  }
  return { kind: 'object', members, index, strange };
}

function memberOf(reader: TypeReader, node: Node): TypeMember | null {
  const { syntax } = reader;
  const name = childByField(syntax, node, 'name');
  const key = keyOf(syntax, name);
  if (key === null) return null;
  const type = childByField(syntax, node, 'type');
  const optional = childByKind(syntax, node, '?') !== -1;
  const read: TypeNode = type === -1 ? { kind: 'keyword', name: 'any' } : readType(reader, type);
  return { name: key, type: read, optional, line: reader.lineOf(node) };
}

/** The key that a name in an object stands for; null where it is computed. */
export function keyOf(syntax: Syntax, name: Node): string | null {
  if (name === -1) return null;
  const text = textOf(syntax, name);
  const kind = kindOf(syntax, name);
  if (kind === 'property_identifier') return text;
  if (kind === 'string') return stringIn(text);
  return kind === 'number' && /^(?:0|[1-9]\d*)$/.test(text) ? text : null;
}

/** `[key: string]: T`, and `[key in K]: T` as `Record<K, T>` has it. */
function indexOf(reader: TypeReader, node: Node): ObjectType['index'] {
  const { syntax } = reader;
  const key = childByField(syntax, node, 'index_type');
  const values = childByField(syntax, node, 'type');
  if (key === -1 || values === -1) return null;
  return { key: readType(reader, key), values: readType(reader, values) };
}
