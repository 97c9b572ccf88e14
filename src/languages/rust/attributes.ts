import { childByField, childByKind, kindOf, type Node, type Syntax, textOf } from '../syntax.ts';

export interface Attribute {
  /** The `attribute_item`. */
  readonly node: Node;
  /** Without spaces: `cfg`, `serde`, `rustfmt::skip`. */
  readonly path: string;
  /** The text between the delimiters, or the value after `=`; '' if there is neither. */
  readonly text: string;
  /** The token tree or the value expression; -1 if there is neither. */
  readonly argument: Node;
  readonly start: number;
  readonly end: number;
}

/** Reads an `attribute_item` or `inner_attribute_item`. `unsafe(no_mangle)` is read as `no_mangle`. */
export function readAttribute(syntax: Syntax, node: Node): Attribute {
  const attributes = known.get(syntax) ?? new Map<Node, Attribute>();
  known.set(syntax, attributes);
  const found = attributes.get(node) ?? attributeAt(syntax, node);
  attributes.set(node, found);
  return found;
}

const known = new WeakMap<Syntax, Map<Node, Attribute>>();

function attributeAt(syntax: Syntax, node: Node): Attribute {
  const attribute = childByKind(syntax, node, 'attribute');
  const range = { node, start: syntax.start[node]!, end: syntax.end[node]! };
  if (attribute === -1) return { ...range, path: '', text: '', argument: -1 };
  const tree = childByField(syntax, attribute, 'arguments');
  const value = childByField(syntax, attribute, 'value');
  const argument = tree === -1 ? value : tree;
  const pathEnd = argument === -1 ? syntax.end[attribute]! : syntax.start[argument]!;
  const path = syntax.text.slice(syntax.start[attribute]!, pathEnd).replace(/[\s=]/g, '');
  const whole = argument === -1 ? '' : textOf(syntax, argument);
  const text = tree === -1 ? whole : whole.slice(1, -1).trim();
  if (path === 'unsafe') return { ...range, path: /^[\w:]*/.exec(text)![0], text: '', argument: -1 };
  return { ...range, path, text, argument };
}

export const readAttributes = (syntax: Syntax, nodes: readonly Node[]): Attribute[] =>
  nodes.filter((node) => kindOf(syntax, node) === 'attribute_item').map((node) => readAttribute(syntax, node));

/** The predicates of the `#[cfg(…)]` among them, as written. */
export const cfgOf = (attributes: readonly Attribute[]): string[] =>
  attributes.filter(({ path }) => path === 'cfg').map(({ text }) => text.replace(/\s+/g, ' '));
