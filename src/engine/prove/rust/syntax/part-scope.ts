import type { Namespace, Outline } from '../../../../core/unit.ts';
import { type Attribute, cfgOf, readAttributes } from '../../../../languages/rust/attributes.ts';
import { outlineRust } from '../../../../languages/rust/outline.ts';
import { readItems } from '../../../../languages/rust/read-items.ts';
import { readVisibility } from '../../../../languages/rust/read-visibility.ts';
import { importedName, readUseTree, startsPaths, type UseLeaf } from '../../../../languages/rust/use-tree.ts';
import type { Node, Syntax } from '../../../../languages/syntax.ts';
import { type BindingPlace, bindingOf } from './binding.ts';

export interface Import {
  readonly leaf: UseLeaf;
  readonly name: string | null;
  /** What it binds, whatever spelling led there; a glob's ends with `::*`. */
  readonly binding: string;
  readonly visibility: string;
  /** `#[cfg]` predicates. */
  readonly cfg: readonly string[];
  /** Its other attributes, without spaces, sorted. */
  readonly attributes: readonly string[];
  readonly start: number;
}

export interface DefinedName {
  readonly name: string;
  readonly spaces: readonly Namespace[];
  readonly visibility: string;
  readonly cfg: readonly string[];
  readonly kind: string;
  readonly start: number;
  /** The item's node. */
  readonly node: Node;
}

/** A macro call among the items: the names that it makes cannot be seen. */
export interface ItemCall {
  readonly node: Node;
  readonly cfg: readonly string[];
  readonly start: number;
  readonly end: number;
}

/** What one file defines, imports and reads at its top level. */
export interface PartScope {
  readonly syntax: Syntax;
  readonly outline: Outline;
  readonly defines: readonly DefinedName[];
  readonly imports: readonly Import[];
  readonly calls: readonly ItemCall[];
}

/** @param outer predicates that hold for what stands at an offset, beside those that are written there */
export function readScope(
  syntax: Syntax,
  place: Omit<BindingPlace, 'names'> & { readonly crates: ReadonlySet<string> },
  outer: (offset: number) => readonly string[] = () => [],
): PartScope {
  const outline = outlineRust(syntax);
  const { items } = readItems(syntax, 0);
  const defines: DefinedName[] = [];
  const leaves: Omit<Import, 'binding'>[] = [];
  const calls: ItemCall[] = [];
  outline.units.forEach((unit, i) => {
    const { node, attributes } = items[i]!;
    const read = readAttributes(syntax, attributes);
    const cfg = [...new Set([...outer(unit.start), ...cfgOf(read)])];
    const { start, end } = unit;
    if (unit.kind === 'macro-call') calls.push({ node, cfg, start, end });
    if (unit.kind !== 'use')
      for (const { name, spaces, visibility } of unit.defines)
        defines.push({ name, spaces, visibility: plainVisibility(visibility), cfg, kind: unit.kind, start, node });
    else
      for (const leaf of readUseTree(syntax, node)) {
        const visibility = plainVisibility(readVisibility(syntax, node).text);
        const others = read.filter(({ path }) => path !== 'cfg').map((one) => written(syntax, one));
        leaves.push({ leaf, name: importedName(leaf), visibility, cfg, attributes: others.sort(), start });
      }
  });
  const isCrate = ({ kind }: DefinedName): boolean => kind === 'extern-crate' && place.isRoot;
  const names = new Set([
    ...defines.filter((one) => one.spaces.includes('type') && !isCrate(one)).map(({ name }) => name),
    ...leaves
      .filter(({ leaf }) => startsPaths(leaf) && !isCrateItself(leaf, place.crates))
      .flatMap(({ name }) => name ?? []),
  ]);
  const imports = leaves.map((one) => ({ ...one, binding: bindingOf(one.leaf, { ...place, names }) }));
  return { syntax, outline, defines, imports, calls };
}

/** `use memchr;`: a path begins with the crate, be it imported or not. */
const isCrateItself = ({ segments, alias }: UseLeaf, crates: ReadonlySet<string>): boolean =>
  segments.length === 1 && alias === null && crates.has(segments[0]!);

const written = (syntax: Syntax, { start, end }: Attribute): string =>
  syntax.text.slice(start, end).replace(/\s+/g, '');

/** `pub( crate )` and `pub(in crate)` are `pub(crate)`; `pub(self)` is private. */
export function plainVisibility(written: string): string {
  const plain = written
    .replace(/\s+/g, ' ')
    .replace(/\( /g, '(')
    .replace(/ \)/g, ')')
    .replace(/^pub \(/, 'pub(');
  const short = plain.replace(/^pub\(in (crate|super|self)\)$/, 'pub($1)');
  return short === 'pub(self)' ? '' : short;
}
