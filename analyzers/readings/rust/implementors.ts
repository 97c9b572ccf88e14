import { plainName } from '../../../src/languages/rust/plain-name.ts';
import { readVisibility } from '../../../src/languages/rust/read-visibility.ts';
import {
  childByField,
  childByKind,
  kindOf,
  type Node,
  namedChildrenOf,
  type Syntax,
  textOf,
} from '../../../src/languages/syntax.ts';
import type { View } from '../../../src/workspace/view.ts';
import { wordsOf } from '../../../src/workspace/words-of.ts';

/**
 * The structs and enums that a trait of a package is implemented for, by their names; null where it may be implemented for others: for a type
 * parameter, a reference, a primitive or an alias, by a macro, or under another name of the trait.
 */
export function implementorsOf(view: View, files: readonly string[], trait: string): ReadonlySet<string> | null {
  const found = new Set<string>();
  for (const file of files) {
    if (!wordsOf(view, file).has(trait)) continue;
    if (new RegExp(`\\b${trait}\\s+as\\s+\\w`).test(view.text(file))) return null;
    const syntax = view.syntax(file);
    for (let node = 0; node < syntax.size; node++) {
      const kind = kindOf(syntax, node);
      if (kind === 'token_tree' && isAmongItems(syntax, node) && namesWord(syntax, node, trait)) return null;
      if (kind !== 'impl_item' || implemented(syntax, node) !== trait) continue;
      const name = nominal(syntax, node);
      if (name === null) return null;
      found.add(name);
    }
  }
  const isDeclared = [...found].every((name) => !isAliased(view, files, name));
  return isDeclared ? found : null;
}

/** The last segment of the trait that a block implements; null for a block of its own. */
function implemented(syntax: Syntax, block: Node): string | null {
  const trait = childByField(syntax, block, 'trait');
  return trait === -1 ? null : lastName(textOf(syntax, trait));
}

/** The type of a block, where that is one struct or enum; null for anything else, a parameter of the block among them. */
function nominal(syntax: Syntax, block: Node): string | null {
  const type = childByField(syntax, block, 'type');
  if (!/^(?:type_identifier|generic_type|scoped_type_identifier)$/.test(kindOf(syntax, type))) return null;
  const name = lastName(textOf(syntax, type));
  const parameters = childByField(syntax, block, 'type_parameters');
  return parameters !== -1 && namesWord(syntax, parameters, name) ? null : name;
}

const lastName = (path: string): string =>
  plainName(
    path
      .replace(/<[\s\S]*$/, '')
      .split('::')
      .at(-1)!
      .trim(),
  );

/** What a macro definition or an item's macro call holds. */
function isAmongItems(syntax: Syntax, node: Node): boolean {
  for (let at = syntax.parent[node]!; at > 0; at = syntax.parent[at]!) if (kindOf(syntax, at) === 'block') return false;
  return true;
}

function namesWord(syntax: Syntax, node: Node, word: string): boolean {
  return new RegExp(`(?<![\\p{XID_Continue}])${word}(?![\\p{XID_Continue}])`, 'u').test(textOf(syntax, node));
}

const isAliased = (view: View, files: readonly string[], name: string): boolean =>
  files.some(
    (file) =>
      wordsOf(view, file).has(name) && new RegExp(`\\btype\\s+${name}\\b|\\bas\\s+${name}\\b`).test(view.text(file)),
  );

/**
 * True where a type has a method of its own that goes before a trait's: as visible, with the same receiver, in a block that holds for each of
 * its arguments.
 */
export function hasOwnMethod(
  view: View,
  files: readonly string[],
  type: string,
  method: string,
  trait: string,
): boolean {
  const receivers = new Set<string>();
  let own: string | null = null;
  for (const file of files) {
    if (!wordsOf(view, file).has(method)) continue;
    const syntax = view.syntax(file);
    for (let node = 0; node < syntax.size; node++) {
      const kind = kindOf(syntax, node);
      if (kind === 'trait_item' && textOf(syntax, childByField(syntax, node, 'name')) === trait) {
        const found = methodIn(syntax, node, method);
        if (found !== -1) receivers.add(receiverOf(syntax, found));
      } else if (kind === 'impl_item' && implemented(syntax, node) === null && isWholeType(syntax, node, type)) {
        const found = methodIn(syntax, node, method);
        if (found !== -1 && /^(?:pub|crate)$/.test(readVisibility(syntax, found).kind)) own = receiverOf(syntax, found);
      }
    }
  }
  return own !== null && own !== '' && receivers.size === 1 && receivers.has(own);
}

function methodIn(syntax: Syntax, block: Node, name: string): Node {
  const body = childByField(syntax, block, 'body');
  const items = body === -1 ? [] : namedChildrenOf(syntax, body);
  const at = items.findIndex(
    (item) =>
      /^function_(?:item|signature_item)$/.test(kindOf(syntax, item)) &&
      plainName(textOf(syntax, childByField(syntax, item, 'name'))) === name,
  );
  const before = items[at - 1];
  // Under a condition it is not always there.
  return at === -1 ||
    (before !== undefined && kindOf(syntax, before) === 'attribute_item' && isCondition(syntax, before))
    ? -1
    : items[at]!;
}

const isCondition = (syntax: Syntax, attribute: Node): boolean => /^#\s*\[\s*cfg/.test(textOf(syntax, attribute));

function receiverOf(syntax: Syntax, method: Node): string {
  const self = childByKind(syntax, childByField(syntax, method, 'parameters'), 'self_parameter');
  return self === -1 ? '' : textOf(syntax, self).replace(/\s+|'\w+/g, '');
}

/** `impl<T, const N: usize> List<T, N>`: no argument is fixed, none is bound, nothing is asked. */
function isWholeType(syntax: Syntax, block: Node, name: string): boolean {
  const type = textOf(syntax, childByField(syntax, block, 'type')).replace(/\s+/g, ' ');
  if (lastName(type) !== name || childByKind(syntax, block, 'where_clause') !== -1) return false;
  const parameters = childByField(syntax, block, 'type_parameters');
  const own = parameters === -1 ? [] : listOf(textOf(syntax, parameters));
  if (own.some((one) => /^(?!const )[^:]*:/.test(one))) return false;
  const names = own.map((one) =>
    one
      .replace(/^const /, '')
      .replace(/:.*$/, '')
      .trim(),
  );
  const given = type.includes('<') ? listOf(type.slice(type.indexOf('<'))) : [];
  return new Set(given).size === given.length && given.every((one) => names.includes(one));
}

const listOf = (list: string): string[] =>
  list
    .trim()
    .replace(/^<|>$/g, '')
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
