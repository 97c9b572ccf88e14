import { plainName } from '../../../src/languages/rust/plain-name.ts';
import { childByField, kindOf, type Node, type Syntax, textOf } from '../../../src/languages/syntax.ts';
import type { View } from '../../../src/workspace/view.ts';
import { wordsOf } from '../../../src/workspace/words-of.ts';

/**
 * The structs and enums that a trait of a package is implemented for, by their names; null where it may be implemented for others: for a type
 * parameter, a reference, a primitive or an alias, by a macro, or under another name of the trait.
 */
export function implementorsOf(view: View, files: readonly string[], trait: string): ReadonlySet<string> | null {
  const named = files.filter((file) => wordsOf(view, file).has(trait));
  if (named.some((file) => new RegExp(`\\b${trait}\\s+as\\s+\\w`).test(view.text(file)))) return null;
  const found = named.flatMap((file) => implementedIn(view.syntax(file), trait));
  const names = found.filter((name) => name !== null);
  return names.length < found.length || names.some((name) => isAliased(view, files, name)) ? null : new Set(names);
}

/** The types of a file's blocks for a trait; null for each that is no struct or enum, and for each macro that may make such a block. */
function implementedIn(syntax: Syntax, trait: string): (string | null)[] {
  const found: (string | null)[] = [];
  for (let node = 0; node < syntax.size; node++) {
    const kind = kindOf(syntax, node);
    if (kind === 'token_tree' && isAmongItems(syntax, node) && namesWord(syntax, node, trait)) found.push(null);
    if (kind === 'impl_item' && implementedBy(syntax, node) === trait) found.push(nominalType(syntax, node));
  }
  return found;
}

/** The last segment of the trait that a block implements; null for a block of its own. */
export function implementedBy(syntax: Syntax, block: Node): string | null {
  const trait = childByField(syntax, block, 'trait');
  return trait === -1 ? null : lastName(textOf(syntax, trait));
}

/** The type of a block, where that is one struct or enum; null for anything else, a parameter of the block among them. */
export function nominalType(syntax: Syntax, block: Node): string | null {
  const type = childByField(syntax, block, 'type');
  if (!/^(?:type_identifier|generic_type|scoped_type_identifier)$/.test(kindOf(syntax, type))) return null;
  const name = lastName(textOf(syntax, type));
  const parameters = childByField(syntax, block, 'type_parameters');
  return parameters !== -1 && namesWord(syntax, parameters, name) ? null : name;
}

export const lastName = (path: string): string =>
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
