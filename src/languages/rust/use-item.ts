import { childByField, kindOf, type Node, namedChildrenOf, type Syntax, textOf } from '../syntax.ts';

/** A `use` tree as it is nested: `std::{fmt, io::{self, Read as R}, rc::*}`. Segments keep their `r#`; a leading `::` is the empty one. */
export interface UseItem {
  readonly path: readonly string[];
  /** What the path ends in; `name` means that its last segment is what is imported (`self` in a list). */
  readonly end: 'name' | 'glob' | 'list';
  readonly alias: string | null;
  readonly of: readonly UseItem[];
}

/** The tree of a `use_declaration`; its leaves stand in the order of `readUseTree`. Null where it holds comments, or cannot be read. */
export function readUseItem(syntax: Syntax, declaration: Node): UseItem | null {
  for (let node = declaration; node < syntax.after[declaration]!; node++)
    if (kindOf(syntax, node).endsWith('comment')) return null;
  const argument = childByField(syntax, declaration, 'argument');
  return argument === -1 ? null : itemAt(syntax, argument);
}

// `use` trees nest as deep as a person writes them.
function itemAt(syntax: Syntax, node: Node): UseItem {
  const kind = kindOf(syntax, node);
  if (kind === 'use_list') return { path: [], end: 'list', alias: null, of: listOf(syntax, node) };
  if (kind === 'scoped_use_list') {
    const path = childByField(syntax, node, 'path');
    const list = childByField(syntax, node, 'list');
    const segments = path === -1 ? [''] : segmentsOf(textOf(syntax, path));
    return { path: segments, end: 'list', alias: null, of: list === -1 ? [] : listOf(syntax, list) };
  }
  const text = textOf(syntax, node);
  if (kind === 'use_wildcard')
    return { path: segmentsOf(text.replace(/(?:::)?\s*\*$/, '')), end: 'glob', alias: null, of: [] };
  const [, path, alias] = /^([\s\S]*?)(?:\s+as\s+([\w#]+))?$/.exec(text)!;
  return { path: segmentsOf(path!), end: 'name', alias: alias ?? null, of: [] };
}

const listOf = (syntax: Syntax, list: Node): UseItem[] =>
  namedChildrenOf(syntax, list).map((child) => itemAt(syntax, child));

const segmentsOf = (text: string): string[] => (text === '' ? [] : text.split('::').map((segment) => segment.trim()));

/** The tree with some of its leaves only, by their place among them; null if none is left. */
export function keepLeaves(item: UseItem, keep: (leaf: number) => boolean): UseItem | null {
  const counter = { leaf: 0 };
  const kept = keepBelow(item, keep, counter);
  return kept === null ? null : normalItem(kept);
}

function keepBelow(item: UseItem, keep: (leaf: number) => boolean, counter: { leaf: number }): UseItem | null {
  if (item.end !== 'list') {
    counter.leaf += 1;
    return keep(counter.leaf - 1) ? item : null;
  }
  const of = item.of.flatMap((one) => keepBelow(one, keep, counter) ?? []);
  return of.length === 0 ? null : { ...item, of };
}

/**
 * `a::{b}` -> `a::b`, `a::{self}` -> `a`: what readers expect. `crate::a::{self}` stays what it is, as it does for rustfmt: `crate::a` would bring a
 * function or a macro of that name as well.
 */
export function normalItem(item: UseItem): UseItem {
  if (item.end !== 'list') return item;
  const of = item.of.map(normalItem);
  const [only] = of;
  if (of.length > 1 || !only) return { ...item, of };
  if (only.end === 'name' && only.path.length === 1 && only.path[0] === 'self')
    return /^(?:crate|self|super)$/.test(item.path[0] ?? '')
      ? { ...item, of }
      : { path: item.path, end: 'name', alias: only.alias, of: [] };
  return { ...only, path: [...item.path, ...only.path] };
}

/** Leads every path of a tree through other segments first; `self` alone in a list stays what it is. */
export const withPrefix = (item: UseItem, prefix: readonly string[]): UseItem => ({
  ...item,
  path: [...prefix, ...item.path],
});
