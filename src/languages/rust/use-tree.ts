import { childByField, kindOf, type Node, namedChildrenOf, type Syntax, textOf } from '../syntax.ts';
import { plainName } from './plain-name.ts';

/** One leaf of a `use` tree: `use a::{b as c, d::*}` has two. */
export interface UseLeaf {
  /** Path segments as written; a leading `::` is the empty segment. A trailing `self` (`a::{self}`) is dropped. */
  readonly segments: readonly string[];
  readonly alias: string | null;
  readonly glob: boolean;
  /** True for `a::{self}`, which imports from the type namespace only. */
  readonly self: boolean;
  readonly node: Node;
}

/** The leaves of a `use_declaration` in source order. */
export function readUseTree(syntax: Syntax, declaration: Node): UseLeaf[] {
  const leaves: UseLeaf[] = [];
  const argument = childByField(syntax, declaration, 'argument');
  if (argument === -1) return leaves;
  const open: { node: Node; prefix: readonly string[] }[] = [{ node: argument, prefix: [] }];
  while (open.length > 0) {
    const { node, prefix } = open.pop()!;
    const kind = kindOf(syntax, node);
    if (kind === 'use_list') {
      for (const child of usefulChildren(syntax, node).reverse()) open.push({ node: child, prefix });
    } else if (kind === 'scoped_use_list') {
      const path = childByField(syntax, node, 'path');
      const list = childByField(syntax, node, 'list');
      if (list !== -1)
        open.push({ node: list, prefix: [...prefix, ...(path === -1 ? [''] : segmentsOf(syntax, path))] });
    } else if (kind === 'use_wildcard') {
      const path = usefulChildren(syntax, node)[0];
      const rooted = path === undefined && textOf(syntax, node).startsWith('::');
      const segments = path === undefined ? (rooted ? [''] : []) : segmentsOf(syntax, path);
      leaves.push({ segments: [...prefix, ...segments], alias: null, glob: true, self: false, node });
    } else if (kind === 'use_as_clause') {
      const path = childByField(syntax, node, 'path');
      const alias = childByField(syntax, node, 'alias');
      leaves.push(leafOf(syntax, node, prefix, path, alias === -1 ? null : plainName(textOf(syntax, alias))));
    } else leaves.push(leafOf(syntax, node, prefix, node, null));
  }
  return leaves;
}

function leafOf(syntax: Syntax, node: Node, prefix: readonly string[], path: Node, alias: string | null): UseLeaf {
  const segments = segmentsOf(syntax, path);
  const self = segments.length === 1 && segments[0] === 'self' && prefix.length > 0;
  return { segments: self ? prefix : [...prefix, ...segments], alias, glob: false, self, node };
}

/** The segments of a path node: `['', 'a']` for `::a`. */
function segmentsOf(syntax: Syntax, path: Node): string[] {
  return textOf(syntax, path)
    .replace(/\/\/[^\n]*|\/\*[\s\S]*?\*\//g, '')
    .split('::')
    .map((segment) => plainName(segment.trim()));
}

const usefulChildren = (syntax: Syntax, node: Node): Node[] =>
  namedChildrenOf(syntax, node).filter((child) => !kindOf(syntax, child).endsWith('comment'));

/** The name that a leaf brings into scope; null for `*` and `as _`. */
export function importedName(leaf: UseLeaf): string | null {
  if (leaf.glob || leaf.alias === '_') return null;
  const last = leaf.alias ?? leaf.segments[leaf.segments.length - 1] ?? '';
  return last === '' || last === 'self' || last === 'super' || last === 'crate' ? null : last;
}

/** Whether a path of the same module may begin with what the leaf imports: in `use memchr::memchr` and `use memchr::{self}` it begins with the crate. */
export function startsPaths(leaf: UseLeaf): boolean {
  const name = importedName(leaf);
  if (name === null || plainName(leaf.segments[0]!) !== plainName(name)) return name !== null;
  // A macro of the file is named alone: `use field;`.
  return leaf.segments.length === 1 && !leaf.self;
}
