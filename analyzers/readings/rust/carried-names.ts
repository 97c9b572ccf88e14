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
  for (const name of carried) {
    if (carried.size > LIMIT) return null;
    for (const file of files)
      if (wordsOf(view, file).has(name))
        for (const given of speakersOf(view.syntax(file)).get(name) ?? []) carried.add(given);
  }
  return carried;
}

const known = new WeakMap<Syntax, ReadonlyMap<string, ReadonlySet<string>>>();

/** For each word what the items of a file are called that speak of it. */
function speakersOf(syntax: Syntax): ReadonlyMap<string, ReadonlySet<string>> {
  const found = known.get(syntax) ?? readSpeakers(syntax);
  known.set(syntax, found);
  return found;
}

function readSpeakers(syntax: Syntax): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (let node = 0; node < syntax.size; node++)
    for (const { words, names } of speakersAt(syntax, node))
      for (const word of words) {
        const list = found.get(word) ?? new Set<string>();
        found.set(word, list);
        for (const name of names) list.add(name);
      }
  return found;
}

/** What an item is called, and the words that it speaks of. */
interface Speaker {
  readonly words: ReadonlySet<string>;
  readonly names: readonly string[];
}

const NOBODY: readonly Speaker[] = [];

const wordsIn = (...texts: readonly string[]): ReadonlySet<string> =>
  new Set(texts.flatMap((text) => text.match(WORD) ?? []));

function speakersAt(syntax: Syntax, node: Node): readonly Speaker[] {
  switch (kindOf(syntax, node)) {
    case 'struct_item':
    case 'enum_item':
    case 'union_item':
    case 'type_item':
    case 'const_item':
    case 'static_item':
    case 'macro_definition':
      return [{ words: wordsIn(textOf(syntax, node)), names: [nameOf(syntax, node)] }];
    case 'function_item':
    case 'function_signature_item':
      return [{ words: wordsIn(signatureOf(syntax, node)), names: [nameOf(syntax, node)] }];
    case 'impl_item':
      return [{ words: wordsIn(...typesIn(syntax, node)), names: headerNames(syntax, node) }];
    case 'trait_item':
      return [{ words: wordsIn(...typesIn(syntax, node)), names: [nameOf(syntax, node)] }];
    case 'use_declaration':
      return aliasesIn(syntax, node);
    case 'macro_invocation': {
      if (!isAmongItems(syntax, node)) return NOBODY;
      // What a call among items makes of the names that it holds cannot be told.
      const words = wordsIn(textOf(syntax, node));
      return [{ words, names: [...words] }];
    }
    default:
      return NOBODY;
  }
}

const aliasesIn = (syntax: Syntax, use: Node): Speaker[] =>
  readUseTree(syntax, use).flatMap((leaf) =>
    leaf.alias !== null && leaf.alias !== '_'
      ? [{ words: wordsIn(leaf.segments.at(-1) ?? ''), names: [importedName(leaf) ?? ''] }]
      : [],
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
