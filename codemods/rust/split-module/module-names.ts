import { editionOf } from '../../../analyzers/readings/rust/edition-of.ts';
import { isInPrelude } from '../../../analyzers/readings/rust/edition-prelude.ts';
import { readExplained } from '../../../analyzers/readings/rust/explained-members.ts';
import { globNames } from '../../../analyzers/readings/rust/glob-names.ts';
import { implementedItems } from '../../../analyzers/readings/rust/implemented-items.ts';
import type { Piece, Source } from '../../../analyzers/readings/rust/source.ts';
import { itemsOfTrait, type TraitItems, traitItemsOf } from '../../../analyzers/readings/rust/trait-items.ts';
import type { Definition } from '../../../src/core/unit.ts';
import { cfgOf, readAttributes } from '../../../src/languages/rust/attributes.ts';
import { isComment } from '../../../src/languages/rust/tokens.ts';
import { readUseItem, type UseItem } from '../../../src/languages/rust/use-item.ts';
import { importedName, readUseTree, startsPaths, type UseLeaf } from '../../../src/languages/rust/use-tree.ts';
import { kindOf, type Syntax, textOf } from '../../../src/languages/syntax.ts';
import type { View } from '../../../src/workspace/view.ts';
import type { Part } from './assign.ts';
import { type MadeNames, readMadeNames } from './made-names.ts';

/** One `use` of the module. */
export interface ModuleUse {
  readonly piece: Piece;
  /** Null where it cannot be taken apart: it holds comments. */
  readonly tree: UseItem | null;
  /** Uses with one number stand together, without a blank line or another item between them. */
  readonly paragraph: number;
  /** Plain comments above it, and attributes other than `#[cfg]`, as written. */
  readonly comments: readonly string[];
  readonly attributes: readonly string[];
  readonly cfg: readonly string[];
  /** Nobody but the module and its descendants sees it. */
  readonly isPrivate: boolean;
  readonly leaves: readonly ModuleLeaf[];
}

/** One name that a `use` brings, or all of a glob. */
export interface ModuleLeaf {
  /** Its place among the leaves of the `use`. */
  readonly index: number;
  readonly leaf: UseLeaf;
  readonly name: string | null;
  /** What a glob brings, as far as it can be seen: null for anything. */
  readonly names: ReadonlySet<string> | null;
  /** A glob that may bring anything, what every module has included: a crate stands behind it of which nothing is known. */
  readonly isForeign: boolean;
  /** Every module of the edition has what it brings. */
  readonly isUsual: boolean;
  /** Methods that it may be there for. */
  readonly trait: TraitItems;
  /** Some of them where they are unknown: what the package implements. */
  readonly implemented: ReadonlySet<string>;
}

/** An item of the module, and who has it. */
export interface ModuleItem extends Definition {
  readonly kind: string;
  readonly owner: string;
  readonly cfg: readonly string[];
  readonly deprecated: boolean;
  readonly trait: TraitItems;
}

/** The scope of the module that is split. */
export interface ModuleNames {
  readonly uses: readonly ModuleUse[];
  /** Names that they bring. */
  readonly imported: ReadonlySet<string>;
  /** Those of them that a path may begin with. */
  readonly beginning: ReadonlySet<string>;
  readonly items: ReadonlyMap<string, readonly ModuleItem[]>;
  readonly traits: readonly ModuleItem[];
  /** `macro_rules!`, which are seen in textual order. */
  readonly macros: ReadonlySet<string>;
  /** What macro calls make. */
  readonly made: MadeNames;
  /** True for a member's name that need not be that of a trait which cannot be read. */
  readonly isExplained: (word: string) => boolean;
}

export function readModuleNames(view: View, source: Source, parts: readonly Part[]): ModuleNames {
  const owners = new Map(parts.flatMap(({ name, whole }) => whole.map((piece) => [piece, name] as const)));
  const items = source.top.flatMap((piece) => itemsOf(source, piece, owners.get(piece) ?? ''));
  const byName = new Map<string, ModuleItem[]>();
  for (const item of items) byName.set(item.name, [...(byName.get(item.name) ?? []), item]);
  const paragraphs = paragraphsOf(source);
  const uses = source.top.flatMap((piece, i) =>
    piece.unit.kind === 'use' ? [useOf(view, source, piece, paragraphs[i]!)] : [],
  );
  return {
    uses,
    imported: new Set(uses.flatMap(({ leaves }) => leaves.flatMap(({ name }) => name ?? []))),
    beginning: new Set(
      uses.flatMap(({ leaves }) => leaves.filter(({ leaf }) => startsPaths(leaf)).flatMap(({ name }) => name ?? [])),
    ),
    items: byName,
    made: readMadeNames(view, source),
    isExplained: readExplained(view, source.path).isExplained,
    traits: items.filter(({ kind }) => kind === 'trait'),
    macros: new Set(source.top.flatMap(({ unit }) => (unit.kind === 'macro' && unit.name !== null ? [unit.name] : []))),
  };
}

function itemsOf({ syntax }: Source, { unit, item }: Piece, owner: string): ModuleItem[] {
  if (unit.kind === 'use' || unit.kind === 'macro') return [];
  const attributes = readAttributes(syntax, item.attributes);
  return unit.defines.map((definition) => ({
    ...definition,
    kind: unit.kind,
    owner,
    cfg: cfgOf(attributes),
    deprecated: attributes.some(({ path }) => path === 'deprecated'),
    trait: unit.kind === 'trait' ? itemsOfTrait(syntax, item.node) : 'none',
  }));
}

const NONE: ReadonlySet<string> = new Set();

function useOf(view: View, { syntax, path, text }: Source, piece: Piece, paragraph: number): ModuleUse {
  const attributes = readAttributes(syntax, piece.item.attributes);
  const edition = editionOf(view, path);
  const isUsual = ({ segments, alias, self }: UseLeaf): boolean =>
    !self &&
    (alias === null || alias === '_') &&
    isInPrelude(segments[0] === '' ? segments.slice(1) : segments, edition);
  const leaves = readUseTree(syntax, piece.item.node).map((leaf, index): ModuleLeaf => {
    if (leaf.glob)
      return { index, leaf, name: null, implemented: NONE, isUsual: false, ...globNames(view, path, leaf.segments) };
    const trait = leaf.self ? 'none' : traitItemsOf(view, path, leaf.segments);
    const isUnknown = trait === 'unknown' || (leaf.alias === '_' && trait === 'none');
    const implemented = isUnknown ? implementedItems(view, path, leaf.segments.at(-1)!) : NONE;
    const plain = { index, leaf, name: importedName(leaf), names: null, isForeign: false, isUsual: isUsual(leaf) };
    return { ...plain, trait: isUnknown ? 'unknown' : trait, implemented };
  });
  return {
    piece,
    tree: readUseItem(syntax, piece.item.node),
    paragraph,
    comments: commentsAbove(syntax, piece),
    attributes: attributes
      .filter(({ path: name }) => !SKIPPED.has(name))
      .map(({ start, end }) => text.slice(start, end)),
    cfg: cfgOf(attributes),
    isPrivate: ['', 'pub(self)', 'pub(in self)'].includes(piece.unit.visibility.replace(/\s+/g, ' ')),
    leaves,
  };
}

// What a condition says is written anew; an expected lint may not come where the import is used.
const SKIPPED = new Set(['cfg', 'expect', 'doc']);

function commentsAbove(syntax: Syntax, { item }: Piece): string[] {
  const found: string[] = [];
  for (let node = item.firstNode; node < item.node; node = syntax.after[node]!)
    if (isComment(kindOf(syntax, node))) found.push(textOf(syntax, node).trimEnd());
  return found;
}

/** A number for each unit, which grows at a blank line and behind everything that is not an import. */
function paragraphsOf({ top, text }: Source): number[] {
  let paragraph = 0;
  return top.map(({ unit }, i) => {
    const before = top[i - 1];
    const isNext = before?.unit.kind === 'use' && !/\n[ \t\r]*\n/.test(text.slice(before.unit.end, unit.start));
    if (!isNext) paragraph += 1;
    return paragraph;
  });
}
