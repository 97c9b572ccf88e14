import type { Range } from '../../../src/core/range.ts';
import { kindRoles } from '../../../src/languages/kind-roles.ts';
import { readConditionals } from '../../../src/languages/rust/conditionals.ts';
import { implTypeName } from '../../../src/languages/rust/definitions.ts';
import { isOtherTarget } from '../../../src/languages/rust/other-targets.ts';
import { plainName } from '../../../src/languages/rust/plain-name.ts';
import {
  childByField,
  childrenOf,
  kindOf,
  type Node,
  namedChildrenOf,
  type Syntax,
  textOf,
} from '../../../src/languages/syntax.ts';
import type { View } from '../../../src/workspace/view.ts';
import { wordsOf } from '../../../src/workspace/words-of.ts';
import { crateOf } from './crate-of.ts';
import { definitionsAnywhere, rustFilesBeside } from './macro-definitions.ts';
import { isWholeType } from './own-methods.ts';
import { readType, type WrittenType } from './written-type.ts';

type Type = WrittenType | null;

/** Whether `cfg` predicates, as they are written, all hold where something is called. */
export type IsMet = (predicates: readonly string[]) => boolean;

/** What the text of a package says of types: fields, results, aliases. Null wherever two definitions of a name differ. */
export interface PackageTypes {
  /** The package gives this name to a type. */
  readonly isOwn: (type: string) => boolean;
  /** The package gives this name to an enum, or to something that may stand for one. */
  readonly mayBeEnum: (type: string) => boolean;
  readonly fieldOf: (type: string, field: string) => Type;
  /** The result of a function that the type's blocks define. */
  readonly methodOf: (type: string, method: string) => Type;
  /**
   * The type's own blocks have a function or constant of that name that other modules see too; each of them where several types are called so.
   * `takesMut`: one that takes `&mut self` counts as well. `isMet` is told which predicates a member waits for besides its type.
   */
  readonly hasMember: (type: string, method: string, takesMut: boolean, isMet: IsMet) => boolean;
  /** The same of a block that holds for each argument of the type: what `Type::name` means before any trait's. */
  readonly hasWholly: (type: string, name: string, isMet: IsMet) => boolean;
  /** Any, or in a block of it for a trait. */
  readonly mayHave: (type: string, method: string) => boolean;
  /** The result of a function outside of blocks. */
  readonly resultOf: (name: string) => Type;
  /** Some block or trait of the package, or the body of a macro, has a function or constant of that name. */
  readonly isMethod: (name: string) => boolean;
  /** Null for a name that the package gives to an alias or a macro call: what it stands for is not followed. */
  readonly aliased: (type: Type) => Type;
  readonly hasMacro: (name: string) => boolean;
}

export function readPackageTypes(view: View, path: string): PackageTypes {
  const files = rustFilesBeside(view, path);
  const having = (word: string, among: readonly string[]): Syntax[] =>
    among.filter((file) => wordsOf(view, file).has(word)).map((file) => view.syntax(file));
  const listed =
    (list: keyof Index, among: readonly string[] = files) =>
    (name: string) =>
      having(name, among).flatMap((syntax) =>
        (indexOf(syntax)[list].get(name) ?? []).map((node): Place => ({ syntax, node })),
      );
  const itemsOf = once(listed('types'));
  const itemsSeen = once(listed('types', namedFrom(view, path, files)));
  const blocksOf = once(listed('blocks'));
  const functions = once(listed('functions'));
  const made = listed('made');
  const isOwn = (type: string): boolean => itemsOf(type).length > 0;
  const isAlias = (type: string): boolean =>
    itemsOf(type).some(({ syntax, node }) => kindOf(syntax, node) === 'type_item');
  const aliased = (type: Type): Type => (type === null || isAlias(type.name) ? null : type);
  const typed = (place: Place, self: string | null): Type => aliased(writtenAt(place, self));
  const resultsOf = (type: string, method: string): Place[] =>
    blocksOf(type).flatMap((block) => resultsIn(block, method));
  const hasIn = (type: string, isHome: (block: Place, items: readonly Place[]) => boolean): boolean => {
    const items = itemsSeen(type);
    const files = new Set(items.map(({ syntax }) => syntax));
    const having = blocksOf(type).filter((block) => isInherent(block) && isHome(block, items));
    const homes = new Set(having.map(({ syntax }) => syntax));
    // Two types of one name, each in its file: which of them is meant is not known.
    return files.size === 1 ? having.length > 0 : files.size > 1 && [...files].every((file) => homes.has(file));
  };
  return {
    isOwn,
    mayBeEnum: (type) =>
      itemsOf(type).some(({ syntax, node }) => !/^(?:struct|union)_item$/.test(kindOf(syntax, node))),
    aliased,
    fieldOf: (type, field) => same(itemsOf(type).map((item) => typed(fieldIn(item, field), type))),
    methodOf: (type, method) => (isOwn(type) ? same(resultsOf(type, method).map((one) => typed(one, type))) : null),
    hasMember: (type, name, takesMut, isMet) =>
      hasIn(type, (block, items) =>
        membersIn(block, name).some(
          (one) => isSeenElsewhere(one) && (takesMut || !takesMutSelf(one)) && isMet(waitsFor(one, items)),
        ),
      ),
    hasWholly: (type, name, isMet) =>
      hasIn(
        type,
        (block, items) =>
          isWholeType(block.syntax, block.node, type) &&
          membersIn(block, name).some((one) => isSeenElsewhere(one) && isMet(waitsFor(one, items))),
      ),
    mayHave: (type, name) => blocksOf(type).some((block) => membersIn(block, name).length > 0),
    resultOf: (name) => same(outside(functions(name)).map((one) => typed(resultIn(one), null))),
    isMethod: once((name) => functions(name).some(isMember) || made(name).length > 0),
    hasMacro: (name) => definitionsAnywhere(view, name).length > 0,
  };
}

/** The files whose types a file of the library or of a program can name: tests, examples and benches are other crates. */
function namedFrom(view: View, path: string, files: readonly string[]): readonly string[] {
  const dir = crateOf(view, path)?.dir ?? '';
  const folder = dir === '' ? '' : `${dir}/`;
  return isOtherTarget(path, folder) ? files : files.filter((file) => !isOtherTarget(file, folder));
}

const outside = (functions: readonly Place[]): Place[] => functions.filter((one) => !isMember(one));

/** A type as written at a node; `Self` is the type of the block, and a type parameter is nothing that is known. */
function writtenAt({ syntax, node }: Place, self: string | null): Type {
  const type = node === -1 ? null : readType(textOf(syntax, node));
  if (type?.name === 'Self') return self === null ? null : { ...type, name: self };
  return type && isParameter(syntax, node, type.name) ? null : type;
}

interface Place {
  readonly syntax: Syntax;
  readonly node: Node;
}

function once<Value>(read: (key: string) => Value): (key: string) => Value {
  const known = new Map<string, Value>();
  return (key) => {
    if (!known.has(key)) known.set(key, read(key));
    return known.get(key)!;
  };
}

const same = (types: readonly Type[]): Type =>
  types.length > 0 && types.every((one) => one !== null && JSON.stringify(one) === JSON.stringify(types[0]))
    ? types[0]!
    : null;

/** The nodes of one file by name: type items, the blocks of a type, functions and constants, and what macros' tokens call so. */
interface Index {
  readonly types: ReadonlyMap<string, readonly Node[]>;
  readonly blocks: ReadonlyMap<string, readonly Node[]>;
  readonly functions: ReadonlyMap<string, readonly Node[]>;
  readonly made: ReadonlyMap<string, readonly Node[]>;
}

const indexes = new WeakMap<Syntax, Index>();

function indexOf(syntax: Syntax): Index {
  const found = indexes.get(syntax) ?? readIndex(syntax);
  indexes.set(syntax, found);
  return found;
}

const ROLES = kindRoles({
  ...{ struct_item: 1, enum_item: 1, union_item: 1, type_item: 1, trait_item: 1, impl_item: 2 },
  ...{ function_item: 3, function_signature_item: 3, const_item: 3, identifier: 4 },
});

function readIndex(syntax: Syntax): Index {
  const lists = [new Map(), new Map(), new Map(), new Map()] as Map<string, Node[]>[];
  const roles = ROLES(syntax.kinds);
  for (let node = 0; node < syntax.size; node++) {
    const role = roles[syntax.kind[node]!]!;
    const name = role === 0 ? null : indexedName(syntax, node, role);
    if (name === null) continue;
    const list = lists[role - 1]!;
    list.set(name, [...(list.get(name) ?? []), node]);
  }
  const [types, blocks, functions, made] = lists;
  return { types: types!, blocks: blocks!, functions: functions!, made: made! };
}

function indexedName(syntax: Syntax, node: Node, role: number): string | null {
  if (role === 2) return implTypeName(syntax, node);
  if (role !== 4) return nameOf(syntax, node);
  const isMade =
    /^(?:fn|const)$/.test(textOf(syntax, node - 1)) && kindOf(syntax, syntax.parent[node]!) === 'token_tree';
  return isMade ? plainName(textOf(syntax, node)) : null;
}

const nameOf = (syntax: Syntax, node: Node): string => {
  const name = childByField(syntax, node, 'name');
  return name === -1 ? '' : plainName(textOf(syntax, name));
};

const isMember = ({ syntax, node }: Place): boolean =>
  kindOf(syntax, syntax.parent[node]!) === 'declaration_list' &&
  /^(?:impl|trait)_item$/.test(kindOf(syntax, syntax.parent[syntax.parent[node]!]!));

const isInherent = ({ syntax, node }: Place): boolean => childByField(syntax, node, 'trait') === -1;

/** The predicates around a member that its type, where it stands in the same file, does not wait for as well. */
function waitsFor({ syntax, node }: Place, items: readonly Place[]): string[] {
  const beside = items.filter((item) => item.syntax === syntax);
  const around = ({ start, end }: Range, place: Place): boolean =>
    start <= syntax.start[place.node]! && syntax.start[place.node]! < end;
  return readConditionals(syntax)
    .filter((one) => one.waits === 'code' && around(one, { syntax, node }))
    .filter((one) => beside.length === 0 || !beside.every((item) => around(one, item)))
    .map(({ predicate }) => predicate);
}

const isSeenElsewhere = ({ syntax, node }: Place): boolean =>
  namedChildrenOf(syntax, node).some((child) => kindOf(syntax, child) === 'visibility_modifier');

/** An autoref by `&` finds a trait's method before. */
const takesMutSelf = ({ syntax, node }: Place): boolean => {
  const parameters = childByField(syntax, node, 'parameters');
  return parameters !== -1 && /^\(\s*&\s*(?:'\w+\s+)?mut\s+self\b/.test(textOf(syntax, parameters));
};

const resultIn = ({ syntax, node }: Place): Place => ({ syntax, node: childByField(syntax, node, 'return_type') });

const resultsIn = (block: Place, method: string): Place[] =>
  membersIn(block, method)
    .filter(({ syntax, node }) => kindOf(syntax, node) === 'function_item')
    .map(resultIn);

function membersIn({ syntax, node }: Place, name: string): Place[] {
  const body = childByField(syntax, node, 'body');
  return (body === -1 ? [] : namedChildrenOf(syntax, body))
    .filter((item) => /^(?:function|const)_item$/.test(kindOf(syntax, item)) && nameOf(syntax, item) === name)
    .map((item) => ({ syntax, node: item }));
}

function fieldIn({ syntax, node }: Place, field: string): Place {
  const body = childByField(syntax, node, 'body');
  if (body === -1) return { syntax, node: -1 };
  if (kindOf(syntax, body) === 'ordered_field_declaration_list') {
    const types = childrenOf(syntax, body).filter(
      (child) =>
        syntax.kinds.named[syntax.kind[child]!] === 1 &&
        !/^(?:attribute_item|visibility_modifier|\w+_comment)$/.test(kindOf(syntax, child)),
    );
    return { syntax, node: types[Number(field)] ?? -1 };
  }
  const found = namedChildrenOf(syntax, body).find(
    (child) => kindOf(syntax, child) === 'field_declaration' && nameOf(syntax, child) === field,
  );
  return { syntax, node: found === undefined ? -1 : childByField(syntax, found, 'type') };
}

function isParameter(syntax: Syntax, node: Node, name: string): boolean {
  for (let at = syntax.parent[node]!; at > 0; at = syntax.parent[at]!) {
    const list = childByField(syntax, at, 'type_parameters');
    if (list !== -1 && /^\w/.test(name) && new RegExp(`[<,]\\s*${name}\\b`).test(textOf(syntax, list))) return true;
  }
  return false;
}
