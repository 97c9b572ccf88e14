import { readItems } from '../../../src/languages/rust/read-items.ts';
import { childByField, childByKind, kindOf, type Node, type Syntax, textOf } from '../../../src/languages/syntax.ts';
import type { View } from '../../../src/workspace/view.ts';
import { stdTraitMembers } from './std-traits.ts';

/** What a trait brings where it is in scope. */
export interface TraitMembers {
  /** Null where its definition cannot be read. */
  readonly names: ReadonlySet<string> | null;
  /** Who defines it: the workspace, the standard library, another crate. */
  readonly by: 'workspace' | 'std' | 'crate';
}

export interface TraitReader {
  /**
   * @param path segments of an import's path; the first is '' or a crate's name, or leads to a module of the workspace
   * @param isCrate it begins with the name of another crate
   * @returns null for what is no trait
   */
  readonly ofImport: (path: readonly string[], isCrate: boolean) => TraitMembers | null;
  /** What a glob import may bring; its path without `*`. */
  readonly ofGlob: (path: readonly string[], isCrate: boolean) => TraitMembers | null;
}

const STD = new Set(['std', 'core', 'alloc']);

// Traits that code imports for their derive macro far more often than for their methods.
const WELL_KNOWN: Readonly<Record<string, string>> = {
  'serde::Serialize': 'serialize',
  'serde::Deserialize': 'deserialize deserialize_in_place',
  'serde::de::DeserializeOwned': '',
  'thiserror::Error': '',
  'anyhow::Context': 'context with_context',
  'clap::Parser': 'parse try_parse parse_from try_parse_from update_from try_update_from',
  'clap::Args': 'augment_args augment_args_for_update group_id',
  'clap::Subcommand': 'augment_subcommands augment_subcommands_for_update has_subcommand',
  'clap::ValueEnum': 'value_variants from_str to_possible_value',
  'tracing::Instrument': 'instrument in_current_span',
  'schemars::JsonSchema': 'schema_name schema_id json_schema inline_schema',
};

const PRELUDES: Readonly<Record<string, readonly string[]>> = { 'io::prelude': ['Read', 'Write', 'Seek', 'BufRead'] };

/** Traits by the paths that import them: those of the standard library and of the workspace are known. */
export function createTraitReader(view: View): TraitReader {
  const own = new Map<string, Definitions>();
  const inWorkspace = (name: string): Definitions => {
    const found = own.get(name) ?? definedAs(view, name);
    own.set(name, found);
    return found;
  };
  return {
    ofImport: (path, isCrate) => {
      const plain = path[0] === '' ? path.slice(1) : path;
      const name = plain[plain.length - 1] ?? '';
      if (isCrate && STD.has(plain[0]!)) return known(stdTraitMembers(name), 'std');
      const wellKnown = WELL_KNOWN[plain.join('::')];
      if (isCrate && wellKnown !== undefined) return known(new Set(wellKnown.split(' ').filter(Boolean)), 'crate');
      const { traits, others } = inWorkspace(name);
      if (traits !== null) return { names: traits, by: 'workspace' };
      // Nobody names a trait in lower case; and what the workspace defines as something else is that, unless a crate is named.
      return /^\p{Lu}/u.test(name) && (isCrate || !others) ? UNKNOWN : null;
    },
    ofGlob: (path, isCrate) => {
      const plain = path[0] === '' ? path.slice(1) : path;
      // Of what is written with a capital only an enum's variants can be taken all at once.
      if (/^\p{Lu}/u.test(plain[plain.length - 1] ?? '')) return null;
      const names = isCrate && STD.has(plain[0]!) ? PRELUDES[plain.slice(1).join('::')] : undefined;
      return names ? known(new Set(names.flatMap((name) => [...stdTraitMembers(name)!])), 'std') : UNKNOWN;
    },
  };
}

const UNKNOWN: TraitMembers = { names: null, by: 'crate' };

const known = (names: ReadonlySet<string> | null, by: TraitMembers['by']): TraitMembers | null =>
  names && { names, by };

interface Definitions {
  /** The members of all traits of a name; null where there is none. */
  readonly traits: ReadonlySet<string> | null;
  /** Something else has the name. */
  readonly others: boolean;
}

function definedAs(view: View, name: string): Definitions {
  const members = new Set<string>();
  let isTrait = false;
  let others = false;
  const trait = new RegExp(`\\btrait\\s+(?:r#)?${name}(?![\\p{XID_Continue}])`, 'u');
  const other = new RegExp(
    `\\b(?:struct|enum|union|type|fn|const|static|mod|macro_rules!)\\s+(?:r#)?${name}(?![\\p{XID_Continue}])`,
    'u',
  );
  for (const { path, grammar, state } of view.files) {
    if (grammar !== 'rust' || state !== 'text') continue;
    const text = view.text(path);
    others ||= other.test(text);
    if (!trait.test(text)) continue;
    isTrait = true;
    for (const member of membersOfTraits(view.syntax(path), name)) members.add(member);
  }
  return { traits: isTrait ? members : null, others };
}

function* membersOfTraits(syntax: Syntax, name: string): Generator<string> {
  for (let node = 0; node < syntax.size; node++)
    if (kindOf(syntax, node) === 'trait_item' && textOf(syntax, childByField(syntax, node, 'name')) === name)
      yield* membersOf(syntax, node);
}

/** The names of a trait's own methods, constants and types. */
export function membersOf(syntax: Syntax, trait: Node): string[] {
  const body = childByField(syntax, trait, 'body');
  if (body === -1) return [];
  return readItems(syntax, body).items.flatMap(({ node }) => {
    const name = childByField(syntax, node, 'name');
    return name === -1 ? [] : [textOf(syntax, name).replace(/^r#/, '')];
  });
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
