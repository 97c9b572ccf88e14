import { childByField, kindOf, type Node, textOf } from '../../../src/languages/syntax.ts';
import { keyOf, partsOf, stringIn, type TypeReader } from './read-type.ts';
import type { ValueEntry, ValueNode } from './typescript-types.ts';

/** A value as it is written, as far as schemas of zod are made of such. */
export function readValue(reader: TypeReader, node: Node): ValueNode {
  const { syntax } = reader;
  const [first = -1] = partsOf(reader, node);
  switch (kindOf(syntax, node)) {
    case 'string':
    case 'number':
    case 'unary_expression':
    case 'true':
    case 'false':
    case 'null':
      return readLiteral(reader, node);
    case 'identifier':
      return { kind: 'name', path: [textOf(syntax, node)] };
    case 'member_expression':
      return readMember(reader, node);
    case 'call_expression':
      return readCall(reader, node);
    case 'array':
      return { kind: 'list', items: partsOf(reader, node).map((one) => readValue(reader, one)) };
    case 'object':
      return readRecord(reader, node);
    case 'parenthesized_expression':
    case 'as_expression':
    case 'satisfies_expression':
      return first === -1 ? other(reader, node) : readValue(reader, first);
    case 'arrow_function':
      return readArrow(reader, node);
    default:
      return other(reader, node);
  }
}

const other = ({ syntax }: TypeReader, node: Node): ValueNode => ({
  kind: 'other',
  text: textOf(syntax, node).replace(/\s+/g, ' ').slice(0, 120),
});

function readLiteral(reader: TypeReader, node: Node): ValueNode {
  const text = textOf(reader.syntax, node);
  if (text === 'null') return { kind: 'literal', value: null };
  if (text === 'true' || text === 'false') return { kind: 'literal', value: text === 'true' };
  const string = stringIn(text);
  if (string !== null) return { kind: 'literal', value: string };
  return /^-?\d[\d_]*(?:\.\d+)?$/.test(text)
    ? { kind: 'literal', value: Number(text.replaceAll('_', '')) }
    : other(reader, node);
}

function readMember(reader: TypeReader, node: Node): ValueNode {
  const { syntax } = reader;
  const object = childByField(syntax, node, 'object');
  const property = childByField(syntax, node, 'property');
  if (object === -1 || property === -1) return other(reader, node);
  const held = readValue(reader, object);
  const name = textOf(syntax, property);
  return held.kind === 'name' ? { kind: 'name', path: [...held.path, name] } : { kind: 'member', of: held, name };
}

function readCall(reader: TypeReader, node: Node): ValueNode {
  const { syntax } = reader;
  const callee = childByField(syntax, node, 'function');
  const list = childByField(syntax, node, 'arguments');
  if (callee === -1 || list === -1) return other(reader, node);
  return {
    kind: 'call',
    callee: readValue(reader, callee),
    arguments: partsOf(reader, list).map((one) => readValue(reader, one)),
  };
}

/** A record with a spread, a method or a computed name is no plain one. */
function readRecord(reader: TypeReader, node: Node): ValueNode {
  const { syntax, lineOf } = reader;
  const entries: ValueEntry[] = [];
  for (const one of partsOf(reader, node)) {
    const isShort = kindOf(syntax, one) === 'shorthand_property_identifier';
    const name = isShort ? textOf(syntax, one) : keyOf(syntax, childByField(syntax, one, 'key'));
    const value = childByField(syntax, one, 'value');
    if (isShort) entries.push({ name: name!, value: { kind: 'name', path: [name!] }, line: lineOf(one) });
    else if (kindOf(syntax, one) === 'pair' && name !== null && value !== -1)
      entries.push({ name, value: readValue(reader, value), line: lineOf(one) });
    else return other(reader, node);
  }
  return { kind: 'record', entries };
}

function readArrow(reader: TypeReader, node: Node): ValueNode {
  const { syntax } = reader;
  const body = childByField(syntax, node, 'body');
  const parameters = childByField(syntax, node, 'parameters');
  const hasParameters = parameters === -1 || partsOf(reader, parameters).length > 0;
  return body === -1 || hasParameters || kindOf(syntax, body) === 'statement_block'
    ? other(reader, node)
    : { kind: 'lazy', value: readValue(reader, body) };
}
