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
import { implementedBy, lastName } from './implementors.ts';

/**
 * True where a type has a method of its own that goes before a trait's: as visible, with the same receiver, in a block that holds for each of
 * its arguments.
 */
export function hasOwnMethod(
  view: View,
  files: readonly string[],
  { type, method, trait }: { readonly type: string; readonly method: string; readonly trait: string },
): boolean {
  const syntaxes = files.filter((file) => wordsOf(view, file).has(method)).map((file) => view.syntax(file));
  const receivers = (isBlock: (syntax: Syntax, node: Node) => boolean, isSeen: boolean): string[] =>
    syntaxes.flatMap((syntax) =>
      blocksOf(syntax, isBlock)
        .map((block) => methodIn(syntax, block, method))
        .filter((found) => found !== -1 && (!isSeen || isVisible(syntax, found)))
        .map((found) => receiverOf(syntax, found)),
    );
  const asked = new Set(receivers((syntax, node) => isTrait(syntax, node, trait), false));
  const own = receivers((syntax, node) => isWholeType(syntax, node, type), true);
  return asked.size === 1 && !asked.has('') && own.some((receiver) => asked.has(receiver));
}

const known = new WeakMap<Syntax, readonly Node[]>();

function blocksOf(syntax: Syntax, isBlock: (syntax: Syntax, node: Node) => boolean): Node[] {
  const all = known.get(syntax) ?? readBlocks(syntax);
  known.set(syntax, all);
  return all.filter((node) => isBlock(syntax, node));
}

function readBlocks(syntax: Syntax): Node[] {
  const found: Node[] = [];
  for (let node = 0; node < syntax.size; node++)
    if (/^(?:trait|impl)_item$/.test(kindOf(syntax, node))) found.push(node);
  return found;
}

const isTrait = (syntax: Syntax, node: Node, name: string): boolean =>
  kindOf(syntax, node) === 'trait_item' && textOf(syntax, childByField(syntax, node, 'name')) === name;

const isVisible = (syntax: Syntax, method: Node): boolean =>
  /^(?:pub|crate)$/.test(readVisibility(syntax, method).kind);

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
export function isWholeType(syntax: Syntax, block: Node, name: string): boolean {
  if (kindOf(syntax, block) !== 'impl_item' || implementedBy(syntax, block) !== null) return false;
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
