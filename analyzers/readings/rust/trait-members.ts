import { plainName } from '../../../src/languages/rust/plain-name.ts';
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
import { stdTraitMembers } from './std-traits.ts';
import { wellKnownTrait } from './well-known-traits.ts';

/** What a trait brings where it is in scope. */
export interface TraitMembers {
  /** Null where its definition cannot be read. */
  readonly names: ReadonlySet<string> | null;
  /** Who defines it: the workspace, the standard library, another crate. */
  readonly by: 'workspace' | 'std' | 'crate';
}

export interface TraitReader {
  /**
   * What an import may be there for.
   * @param path segments of an import's path; the first is '' or a crate's name, or leads to a module of the workspace
   * @param isCrate it begins with the name of another crate
   * @returns null for what is no trait
   */
  readonly ofImport: (path: readonly string[], isCrate: boolean) => TraitMembers | null;
  /** What a glob import may bring; its path without `*`. @param segments the same as written */
  readonly ofGlob: (path: readonly string[], isCrate: boolean, segments: readonly string[]) => TraitMembers | null;
}

const STD = new Set(['std', 'core', 'alloc']);

const PRELUDES: Readonly<Record<string, readonly string[]>> = { 'io::prelude': ['Read', 'Write', 'Seek', 'BufRead'] };

/** Traits by the paths that import them: those of the standard library and of the workspace are known. */
export function createTraitReader(view: View): TraitReader {
  const own = new Map<string, Definitions>();
  const inWorkspace = (name: string): Definitions => {
    const found = own.get(name) ?? definedAs(view, name);
    own.set(name, found);
    return found;
  };
  let spoken: ReadonlySet<string> | null = null;
  const names = (): ReadonlySet<string> => {
    spoken ??= traitNames(view);
    return spoken;
  };
  const crates = new Set(view.manifests.crates.map(({ name }) => name.replaceAll('-', '_')));
  return {
    ofImport: (path, isCrate) => {
      const plain = withoutRoot(path);
      const listed = isCrate ? listedTrait(plain) : undefined;
      if (listed !== undefined) return listed;
      const name = plain[plain.length - 1] ?? '';
      // Few name a trait in lower case, or as a constant: what stands in the workspace is looked for.
      if ((!/^\p{Lu}/u.test(name) || CONSTANT.test(name)) && !names().has(name)) return null;
      if (isCrate && !crates.has(plainName(plain[0]!))) return UNKNOWN;
      return ofWorkspace(inWorkspace(name), isCrate);
    },
    ofGlob: (path, isCrate) => ofGlob(withoutRoot(path), isCrate),
  };
}

const TRAIT = /\btrait\s+(?:r#)?([\p{XID_Start}_][\p{XID_Continue}]*)/gu;

/** What the workspace's text calls a trait. */
const traitNames = (view: View): ReadonlySet<string> =>
  new Set(
    view.files
      .filter(({ grammar, state }) => grammar === 'rust' && state === 'text')
      .flatMap(({ path }) => [...view.text(path).matchAll(TRAIT)].map(([, name]) => name!)),
  );

function ofGlob(path: readonly string[], isCrate: boolean): TraitMembers | null {
  // Of what is written with a capital only an enum's variants can be taken all at once.
  if (/^\p{Lu}/u.test(path[path.length - 1] ?? '')) return null;
  const names = isCrate && STD.has(path[0]!) ? PRELUDES[path.slice(1).join('::')] : undefined;
  return names ? known(new Set(names.flatMap((name) => [...stdTraitMembers(name)!])), 'std') : UNKNOWN;
}

const withoutRoot = (path: readonly string[]): readonly string[] => (path[0] === '' ? path.slice(1) : path);

/** Traits that stand in a list; undefined for others. */
function listedTrait(path: readonly string[]): TraitMembers | null | undefined {
  if (STD.has(path[0]!)) return known(stdTraitMembers(path[path.length - 1] ?? ''), 'std');
  const members = wellKnownTrait(path.join('::'));
  return members && known(members, 'crate');
}

function ofWorkspace({ traits, others }: Definitions, isCrate: boolean): TraitMembers | null {
  if (traits !== null) return { names: traits === 'some' ? null : traits, by: 'workspace' };
  // What the workspace defines as something else is that, unless a crate is named, which may give on what is not its own.
  return isCrate || !others ? UNKNOWN : null;
}

const CONSTANT = /^[\p{Lu}\d]+(?:_[\p{Lu}\d]*)+$/u;
const UNKNOWN: TraitMembers = { names: null, by: 'crate' };

const known = (names: ReadonlySet<string> | null, by: TraitMembers['by']): TraitMembers | null =>
  names && { names, by };

interface Definitions {
  /** The members of all traits of a name; `some` where a macro makes some of them; null where there is no such trait. */
  readonly traits: ReadonlySet<string> | 'some' | null;
  /** Something else has the name. */
  readonly others: boolean;
}

function definedAs(view: View, name: string): Definitions {
  const trait = new RegExp(`\\btrait\\s+(?:r#)?${name}(?![\\p{XID_Continue}])`, 'u');
  const other = new RegExp(
    `\\b(?:struct|enum|union|type|fn|const|static|mod|macro_rules!)\\s+(?:r#)?${name}(?![\\p{XID_Continue}])`,
    'u',
  );
  const texts = view.files
    .filter(({ grammar, state }) => grammar === 'rust' && state === 'text')
    .map(({ path }) => ({ path, text: view.text(path) }));
  const found = texts
    .filter(({ text }) => trait.test(text))
    .flatMap(({ path }) => membersOfTraits(view.syntax(path), name));
  const isSeen = found.every((members) => members !== null);
  return {
    traits: found.length === 0 ? null : isSeen ? new Set(found.flatMap((members) => members ?? [])) : 'some',
    others: texts.some(({ text }) => other.test(text)),
  };
}

function membersOfTraits(syntax: Syntax, name: string): (readonly string[] | null)[] {
  const found: (readonly string[] | null)[] = [];
  for (let node = 0; node < syntax.size; node++)
    if (kindOf(syntax, node) === 'trait_item' && plainName(textOf(syntax, childByField(syntax, node, 'name'))) === name)
      found.push(membersOf(syntax, node));
  return found;
}

/**
 * The names of a trait's own methods and constants; null where a macro makes some of them. Its types are found by bounds, whatever is in
 * scope.
 */
export function membersOf(syntax: Syntax, trait: Node): string[] | null {
  const body = childByField(syntax, trait, 'body');
  const items = body === -1 ? [] : namedChildrenOf(syntax, body);
  if (items.some((item) => /^(?:macro_invocation|expression_statement|ERROR)$/.test(kindOf(syntax, item)))) return null;
  return items
    .filter((item) => /^(?:function_item|function_signature_item|const_item)$/.test(kindOf(syntax, item)))
    .map((item) => plainName(textOf(syntax, childByField(syntax, item, 'name'))));
}

/** True where a name is used as a type in this file: `x: Name`, `-> Name<T>`, `Name { .. }`. A trait stands in bounds, behind `dyn` and `impl` only. */
export function isUsedAsType(syntax: Syntax, name: string): boolean {
  for (let node = 0; node < syntax.size; node++) {
    if (kindOf(syntax, node) !== 'type_identifier' || textOf(syntax, node) !== name) continue;
    if (isTypePosition(syntax, node)) return true;
  }
  return false;
}

const HOLDERS =
  /^(?:parameter|let_declaration|field_declaration|reference_type|pointer_type|array_type|tuple_type|function_item|function_signature_item|type_arguments|const_item|static_item|type_item|struct_expression|type_cast_expression|ordered_field_declaration_list)$/;

function isTypePosition(syntax: Syntax, node: Node): boolean {
  let at = node;
  let parent = syntax.parent[at]!;
  if (parent !== -1 && kindOf(syntax, parent) === 'generic_type') {
    at = parent;
    parent = syntax.parent[at]!;
  }
  if (parent === -1) return false;
  // Before edition 2021 a trait could stand for `dyn` of itself: `Box<Name>`, `&Name`.
  const kind = kindOf(syntax, parent);
  return HOLDERS.test(kind) && childByKind(syntax, parent, 'dyn') === -1;
}
