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
import { wordsOf } from '../../../src/workspace/words-of.ts';
import { macroOf } from './macro-tokens.ts';
import { identifiersIn, madeTraits, wordsOfMacro } from './made-traits.ts';
import { renamesOf, type Spoken, spokenIn } from './spoken-traits.ts';
import { stdTraitMembers } from './std-traits.ts';
import { wellKnownTrait } from './well-known-traits.ts';

/** What a trait brings where it is in scope. */
export interface TraitMembers {
  /** Null where its definition cannot be read. */
  readonly names: ReadonlySet<string> | null;
  /** Who defines it: the workspace, the standard library, another crate. */
  readonly by: 'workspace' | 'std' | 'crate';
  /** The workspace's traits that they are of, as their definitions call them; absent where that is the name that was asked for. */
  readonly of?: readonly string[];
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
  const spokenTraits = spokenIn(view);
  const crates = new Set(view.manifests.crates.map(({ name }) => name.replaceAll('-', '_')));
  const reader: TraitReader = {
    ofImport: (path, isCrate) => {
      const plain = withoutRoot(path);
      const listed = isCrate ? listedTrait(plain) : undefined;
      if (listed !== undefined) return listed;
      const name = plain[plain.length - 1] ?? '';
      // Few name a trait in lower case, or as a constant: what stands in the workspace is looked for.
      if ((!/^\p{Lu}/u.test(name) || CONSTANT.test(name)) && !spokenTraits().traits.has(name)) return null;
      if (isCrate && !crates.has(plainName(plain[0]!))) return UNKNOWN;
      const own = ofWorkspace(inWorkspace(name), isCrate);
      return union(own && { ...own, of: [name] }, ...ofRenamed(name));
    },
    ofGlob: (path, isCrate) => ofGlob(withoutRoot(path), isCrate, spokenTraits),
  };
  const ofRenamed = renamedReader(view, spokenTraits, (segments) =>
    reader.ofImport(segments, !/^(?:crate|self|super)$/.test(segments[0] ?? '') && STD.has(segments[0] ?? '')),
  );
  return reader;
}

type OfPath = (segments: readonly string[]) => TraitMembers | null;

/** What the imports that give a name may stand for; a name that comes back to itself says nothing more. */
function renamedReader(view: View, spoken: () => Spoken, ofPath: OfPath): (name: string) => (TraitMembers | null)[] {
  const open = new Set<string>();
  const once: OfPath = (segments) => {
    const key = segments.join('::');
    if (open.has(key)) return null;
    open.add(key);
    const found = ofPath(segments);
    open.delete(key);
    return found;
  };
  return (name) => (spoken().renamed.has(name) ? renamesOf(view, name).map(once) : []);
}

/** All that a name may stand for. */
function union(first: TraitMembers | null, ...others: readonly (TraitMembers | null)[]): TraitMembers | null {
  const found = [first, ...others].filter((one) => one !== null);
  const readable = found.filter(({ names }) => names !== null);
  if (readable.length === 0) return found[0] ?? null;
  // What the name is known to stand for tells more than that it is not known elsewhere.
  return {
    names: new Set(readable.flatMap(({ names }) => [...names!])),
    by: readable[0]!.by,
    of: readable.flatMap(({ of }) => of ?? []),
  };
}

function ofGlob(path: readonly string[], isCrate: boolean, spoken: () => Spoken): TraitMembers | null {
  // Of what is written with a capital only an enum's variants can be taken all at once.
  const last = path[path.length - 1] ?? '';
  if (/^\p{Lu}/u.test(last) && !spoken().modules.has(last)) return null;
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
    .filter(({ path, grammar, state }) => grammar === 'rust' && state === 'text' && wordsOf(view, path).has(name))
    .map(({ path }) => ({ path, text: view.text(path) }));
  const named = texts.filter(({ text }) => trait.test(text));
  const found = [
    ...named.flatMap(({ path }) => membersOfTraits(view.syntax(path), name, (macro) => wordsOfMacro(view, macro))),
    ...madeTraits(view, name),
  ];
  const isSeen = found.every((members) => members !== null);
  return {
    traits: found.length === 0 ? null : isSeen ? new Set(found.flatMap((members) => members ?? [])) : 'some',
    others:
      texts.some(({ text }) => other.test(text)) || texts.some(({ path, text }) => hasVariant(view, path, text, name)),
  };
}

/** `use crate::Direction::Incoming`: a variant is imported like a trait, and is none. */
function hasVariant(view: View, path: string, text: string, name: string): boolean {
  if (!/\benum\b/.test(text) || !text.includes(name)) return false;
  const syntax = view.syntax(path);
  for (let node = 0; node < syntax.size; node++)
    if (
      kindOf(syntax, node) === 'enum_variant' &&
      plainName(textOf(syntax, childByField(syntax, node, 'name'))) === name
    )
      return true;
  return false;
}

function membersOfTraits(syntax: Syntax, name: string, wordsOf: WordsOfMacro): (readonly string[] | null)[] {
  const found: (readonly string[] | null)[] = [];
  for (let node = 0; node < syntax.size; node++)
    if (kindOf(syntax, node) === 'trait_item' && plainName(textOf(syntax, childByField(syntax, node, 'name'))) === name)
      found.push(membersOf(syntax, node, wordsOf));
  return found;
}

/** The words of all definitions of a macro; null where there is none to be read. */
export type WordsOfMacro = (name: string) => ReadonlySet<string> | null;

/**
 * The names of a trait's own methods and constants. Its types are found by bounds, whatever is in scope.
 * @param wordsOf what a macro that makes some of them may name: any of these words then, and of its arguments
 * @returns null where a macro that cannot be read makes some of them
 */
export function membersOf(syntax: Syntax, trait: Node, wordsOf: WordsOfMacro = () => null): string[] | null {
  const body = childByField(syntax, trait, 'body');
  const items = body === -1 ? [] : namedChildrenOf(syntax, body);
  const found: string[] = [];
  for (const item of items) {
    const kind = kindOf(syntax, item);
    if (kind === 'ERROR') return null;
    if (/^(?:function_item|function_signature_item|const_item)$/.test(kind))
      found.push(plainName(textOf(syntax, childByField(syntax, item, 'name'))));
    if (!/^(?:macro_invocation|expression_statement)$/.test(kind)) continue;
    const made = wordsOf(macroOf(syntax, item));
    if (made === null) return null;
    found.push(...made, ...identifiersIn(syntax, item));
  }
  return found;
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
