import { plainName } from '../../../src/languages/rust/plain-name.ts';
import { importedName, readUseTree } from '../../../src/languages/rust/use-tree.ts';
import {
  childByField,
  kindOf,
  type Node,
  namedChildrenOf,
  type Syntax,
  textOf,
} from '../../../src/languages/syntax.ts';
import type { View } from '../../../src/workspace/view.ts';
import { wordsOf } from '../../../src/workspace/words-of.ts';

const WORD = /[\p{XID_Start}_][\p{XID_Continue}]*/gu;
const LIMIT = 300;

/**
 * Names of which code must have one to hold a value of certain types: those types, what has them in a field, an argument or a result, what
 * is called so elsewhere, and so on. Null where that is more than can be followed.
 */
export function carriedNames(
  view: View,
  files: readonly string[],
  types: ReadonlySet<string>,
): ReadonlySet<string> | null {
  const carried = new Set(types);
  for (let size = -1; size !== carried.size; ) {
    size = carried.size;
    if (size > LIMIT) return null;
    for (const file of files) {
      const words = wordsOf(view, file);
      if ([...carried].some((name) => words.has(name))) addFrom(view.syntax(file), carried);
    }
  }
  return carried;
}

function addFrom(syntax: Syntax, carried: Set<string>): void {
  const has = (text: string): boolean => (text.match(WORD) ?? []).some((word) => carried.has(word));
  for (let node = 0; node < syntax.size; node++) for (const name of namesAt(syntax, node, has)) carried.add(name);
}

/** What an item that mentions a carried name is called. */
function namesAt(syntax: Syntax, node: Node, has: (text: string) => boolean): readonly string[] {
  switch (kindOf(syntax, node)) {
    case 'struct_item':
    case 'enum_item':
    case 'union_item':
    case 'type_item':
    case 'const_item':
    case 'static_item':
    case 'macro_definition':
      return has(textOf(syntax, node)) ? [nameOf(syntax, node)] : [];
    case 'function_item':
    case 'function_signature_item':
      return has(signatureOf(syntax, node)) ? [nameOf(syntax, node)] : [];
    case 'impl_item':
      return typesIn(syntax, node).some(has) ? headerNames(syntax, node) : [];
    case 'trait_item':
      return typesIn(syntax, node).some(has) ? [nameOf(syntax, node)] : [];
    case 'use_declaration':
      return aliasesIn(syntax, node, has);
    case 'macro_invocation':
      // What a call among items makes of the names that it holds cannot be told.
      return isAmongItems(syntax, node) && has(textOf(syntax, node)) ? (textOf(syntax, node).match(WORD) ?? []) : [];
    default:
      return [];
  }
}

const aliasesIn = (syntax: Syntax, use: Node, has: (text: string) => boolean): string[] =>
  readUseTree(syntax, use).flatMap((leaf) =>
    leaf.alias !== null && leaf.alias !== '_' && has(leaf.segments.at(-1) ?? '') ? [importedName(leaf) ?? ''] : [],
  );

const nameOf = (syntax: Syntax, node: Node): string => plainName(textOf(syntax, childByField(syntax, node, 'name')));

function signatureOf(syntax: Syntax, node: Node): string {
  const body = childByField(syntax, node, 'body');
  return syntax.text.slice(syntax.start[node]!, body === -1 ? syntax.end[node]! : syntax.start[body]!);
}

/** The associated types of a block: whoever has its type has these. */
function typesIn(syntax: Syntax, block: Node): string[] {
  const body = childByField(syntax, block, 'body');
  return (body === -1 ? [] : namedChildrenOf(syntax, body))
    .filter((item) => /^(?:type_item|associated_type)$/.test(kindOf(syntax, item)))
    .map((item) => textOf(syntax, item));
}

const headerNames = (syntax: Syntax, block: Node): string[] =>
  textOf(syntax, childByField(syntax, block, 'type')).match(WORD) ?? [];

const isAmongItems = (syntax: Syntax, node: Node): boolean => {
  for (let at = syntax.parent[node]!; at > 0; at = syntax.parent[at]!)
    if (/^(?:block|token_tree)$/.test(kindOf(syntax, at))) return false;
  return true;
};
