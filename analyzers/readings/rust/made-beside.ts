import { importedName } from '../../../src/languages/rust/use-tree.ts';
import type { Node } from '../../../src/languages/syntax.ts';
import type { View } from '../../../src/workspace/view.ts';
import { foreignMacros } from './foreign-macros.ts';
import { emittingCrate, isOfWorkspace, readMacroCrates } from './macro-crates.ts';
import { readMacroDefinitions } from './macro-definitions.ts';
import { isPureCrate } from './pure-macros.ts';
import { useLeaves } from './use-leaves.ts';

/**
 * Derives and attributes that make further items beside the one that they stand at, whose names nothing in the text shows: `OrderBuilder`,
 * `ShapeDiscriminants`, `MockStore`. By the documentation of the crates, 2026-12.
 */
const MAKERS: Readonly<Record<string, readonly string[]>> = {
  bon: ['Builder', 'builder'],
  derive_builder: ['Builder'],
  enum_kinds: ['EnumKind'],
  kinded: ['Kinded'],
  mockall: ['automock'],
  nutype: ['nutype'],
  ouroboros: ['self_referencing'],
  pest_derive: ['Parser'],
  rkyv: ['Archive'],
  sea_orm: ['DeriveEntityModel'],
  snafu: ['Snafu'],
  soa_derive: ['StructOfArray'],
  struct_patch: ['Patch'],
  strum: ['EnumDiscriminants', 'EnumIter', 'EnumTable'],
  strum_macros: ['EnumDiscriminants', 'EnumIter', 'EnumTable'],
  typed_builder: ['TypedBuilder'],
};

/** How a crate of macros makes a name that is not in what it is given. */
const MAKES_NAMES =
  /\b(?:format_ident|concat_idents)\s*!|\bIdent\s*::\s*new(?:_raw)?\s*\(\s*&?\s*(?:format\s*!|name|[\w.]*name)/u;

export interface MaderOf {
  /** As written: `derive_builder::Builder`. */
  readonly macro: string;
  /** Known to make such items; otherwise nothing is known of it, or it is of the workspace and makes names. */
  readonly isKnown: boolean;
}

/** The macro among the nodes from..to of a file that makes, or may make, items beside what it stands at; null where there is none. */
export function makerBeside(view: View, path: string, from: Node, to: Node): MaderOf | null {
  const syntax = view.syntax(path);
  const found = foreignMacros(syntax, readMacroDefinitions(view, path), from, to).filter(({ kind }) => kind !== 'call');
  if (found.length === 0) return null;
  const imports = useLeaves(syntax).map((leaf) => ({ leaf, name: importedName(leaf) }));
  const { cratesOf } = readMacroCrates(view, path, imports);
  const text = syntax.text.slice(syntax.start[from]!, syntax.end[to - 1]!);
  let unknown: MaderOf | null = null;
  for (const { path: macro } of found) {
    const last = macro.split('::').at(-1)!;
    const crates = cratesOf(macro).map((crate) => crate.replaceAll('-', '_'));
    const isMaker = crates.some((crate) => MAKERS[crate]?.includes(last));
    // Selectors of snafu are private, unless it says otherwise.
    if (isMaker && (last !== 'Snafu' || /\bvisibility\b/.test(text))) return { macro, isKnown: true };
    if (crates.some((crate) => !isPureCrate(crate) && mayMakeNames(view, crate))) unknown ??= { macro, isKnown: false };
  }
  return unknown;
}

const mayMakeNames = (view: View, crate: string): boolean =>
  !isOfWorkspace(view, crate) || emittingCrate(view, crate, MAKES_NAMES);
