import type { Definition, Namespace } from '../../core/unit.ts';
import {
  childByField,
  childByKind,
  firstChild,
  kindOf,
  type Node,
  namedChildrenOf,
  type Syntax,
  textOf,
} from '../syntax.ts';
import { plainName } from './plain-name.ts';
import { readVisibility } from './read-visibility.ts';
import { importedName, readUseTree } from './use-tree.ts';

/** Names that an item brings into its scope, by namespace; an `impl` or a macro call brings none that can be seen. */
export function namesOf(
  syntax: Syntax,
  node: Node,
): { name: string; spaces: readonly Namespace[]; visibility: string }[] {
  const spaces = spacesOf(syntax, node);
  const visibility = readVisibility(syntax, node).text;
  const kind = kindOf(syntax, node);
  if (kind === 'use_declaration') return importedNames(syntax, node, visibility);
  if (kind === 'foreign_mod_item') {
    const body = childByField(syntax, node, 'body');
    return body === -1
      ? []
      : namedChildrenOf(syntax, body)
          .filter((child) => kindOf(syntax, child) !== 'foreign_mod_item')
          .flatMap((child) => namesOf(syntax, child));
  }
  if (spaces.length === 0) return [];
  const alias = childByField(syntax, node, 'alias');
  const named = alias === -1 ? childByField(syntax, node, 'name') : alias;
  const name = named === -1 ? '_' : plainName(textOf(syntax, named));
  return name === '_' || name.startsWith('$') ? [] : [{ name, spaces, visibility }];
}

export const definitionsOf = (syntax: Syntax, node: Node, certain: boolean): Definition[] =>
  namesOf(syntax, node).map((one) => ({ ...one, certain }));

function spacesOf(syntax: Syntax, node: Node): readonly Namespace[] {
  switch (kindOf(syntax, node)) {
    case 'struct_item':
      return childByKind(syntax, node, 'field_declaration_list') === -1 ? ['type', 'value'] : ['type'];
    case 'enum_item':
    case 'union_item':
    case 'trait_item':
    case 'type_item':
    case 'associated_type':
    case 'mod_item':
    case 'extern_crate_declaration':
      return ['type'];
    case 'function_item':
    case 'function_signature_item':
    case 'const_item':
    case 'static_item':
      return ['value'];
    case 'macro_definition':
      return ['macro'];
    default:
      return [];
  }
}

/** The node of the item itself: a macro call with a semicolon is wrapped in an expression statement. */
export const innerItem = (syntax: Syntax, node: Node): Node =>
  kindOf(syntax, node) === 'expression_statement' && firstChild(syntax, node) !== -1 ? node + 1 : node;

/** `impl<T> Trait for Foo<T>`: the type's own name, `Foo`; null where the type has none (`&T`, `[T]`). */
export function implTypeName(syntax: Syntax, node: Node): string | null {
  let type = childByField(syntax, node, 'type');
  while (type !== -1) {
    const kind = kindOf(syntax, type);
    if (kind === 'type_identifier' || kind === 'primitive_type') return plainName(textOf(syntax, type));
    if (kind === 'scoped_type_identifier') type = childByField(syntax, type, 'name');
    else if (kind === 'generic_type' || kind === 'reference_type') type = childByField(syntax, type, 'type');
    else if (kind === 'dynamic_type') type = childByField(syntax, type, 'trait');
    else return null;
  }
  return null;
}

function importedNames(syntax: Syntax, node: Node, visibility: string): ReturnType<typeof namesOf> {
  const all: readonly Namespace[] = ['type', 'value', 'macro'];
  return readUseTree(syntax, node).flatMap((leaf) => {
    const name = importedName(leaf);
    return name === null ? [] : [{ name, spaces: leaf.self ? (['type'] as const) : all, visibility }];
  });
}
