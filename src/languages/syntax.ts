import type { Grammar } from './language.ts';

/** A node: its number in preorder. -1 is no node. */
export type Node = number;

/** What the kind numbers of one grammar mean; the same object for all files of that grammar in a thread. */
export interface Kinds {
  /** Kind number -> the grammar's name: `function_item`, `&&`, `ERROR`. */
  readonly names: readonly string[];
  /** Kind number -> 1 for named nodes, 0 for tokens. */
  readonly named: readonly (0 | 1)[];
  /** Field number -> name: `name`, `body`; 0 is no field. */
  readonly fields: readonly (string | null)[];
}

/**
 * A whole syntax tree as flat arrays in preorder, filled by one cursor pass; the native tree is dropped at once.
 * A node's subtree is the nodes from itself up to `after[node]`. Offsets are UTF-16 code units into `text`.
 */
export interface Syntax {
  readonly grammar: Grammar;
  readonly text: string;
  readonly size: number;
  readonly kinds: Kinds;
  readonly kind: Uint16Array;
  readonly start: Uint32Array;
  readonly end: Uint32Array;
  readonly parent: Int32Array;
  /** The first node behind the subtree. */
  readonly after: Uint32Array;
  readonly field: Uint16Array;
  /** ERROR and MISSING nodes, in order. */
  readonly errors: readonly Node[];
}

export const kindOf = (syntax: Syntax, node: Node): string => syntax.kinds.names[syntax.kind[node]!]!;

export const isNamed = (syntax: Syntax, node: Node): boolean => syntax.kinds.named[syntax.kind[node]!] === 1;

export const textOf = (syntax: Syntax, node: Node): string => syntax.text.slice(syntax.start[node]!, syntax.end[node]!);

export const fieldOf = (syntax: Syntax, node: Node): string | null => syntax.kinds.fields[syntax.field[node]!] ?? null;

export const firstChild = (syntax: Syntax, node: Node): Node => (syntax.after[node]! > node + 1 ? node + 1 : -1);

/** The next sibling, or -1. */
export function nextSibling(syntax: Syntax, node: Node): Node {
  const next = syntax.after[node]!;
  const parent = syntax.parent[node]!;
  return parent !== -1 && next < syntax.after[parent]! ? next : -1;
}

/** All children, tokens included, in source order. */
export function childrenOf(syntax: Syntax, node: Node): Node[] {
  const children: Node[] = [];
  const end = syntax.after[node]!;
  for (let child = node + 1; child < end; child = syntax.after[child]!) children.push(child);
  return children;
}

export const namedChildrenOf = (syntax: Syntax, node: Node): Node[] =>
  childrenOf(syntax, node).filter((child) => isNamed(syntax, child));

/** The first child in that field, or -1. */
export function childByField(syntax: Syntax, node: Node, field: string): Node {
  const end = syntax.after[node]!;
  for (let child = node + 1; child < end; child = syntax.after[child]!) {
    if (syntax.field[child] !== 0 && syntax.kinds.fields[syntax.field[child]!] === field) return child;
  }
  return -1;
}

/** The first child of that kind, or -1. */
export function childByKind(syntax: Syntax, node: Node, kind: string): Node {
  const end = syntax.after[node]!;
  for (let child = node + 1; child < end; child = syntax.after[child]!)
    if (kindOf(syntax, child) === kind) return child;
  return -1;
}

/** True if the subtree holds an ERROR or MISSING node. Looked up by halves: a broken file can hold as many errors as statements. */
export const isBroken = (syntax: Syntax, node: Node): boolean => {
  const { errors } = syntax;
  let low = 0;
  let high = errors.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (errors[middle]! < node) low = middle + 1;
    else high = middle;
  }
  return low < errors.length && errors[low]! < syntax.after[node]!;
};
