import type { Namespace, Outline } from '../../../../core/unit.ts';
import { cfgOf, readAttributes } from '../../../../languages/rust/attributes.ts';
import { outlineRust } from '../../../../languages/rust/outline.ts';
import { readItems } from '../../../../languages/rust/read-items.ts';
import { readVisibility } from '../../../../languages/rust/read-visibility.ts';
import { importedName, readUseTree, type UseLeaf } from '../../../../languages/rust/use-tree.ts';
import type { Syntax } from '../../../../languages/syntax.ts';

export interface Import {
  readonly leaf: UseLeaf;
  readonly name: string | null;
  readonly visibility: string;
  /** `#[cfg]` predicates, sorted. */
  readonly cfg: readonly string[];
  readonly start: number;
}

export interface DefinedName {
  readonly name: string;
  readonly spaces: readonly Namespace[];
  readonly visibility: string;
  readonly cfg: readonly string[];
  readonly kind: string;
  readonly start: number;
}

/** What one file defines, imports and reads at its top level. */
export interface PartScope {
  readonly outline: Outline;
  readonly defines: readonly DefinedName[];
  readonly imports: readonly Import[];
  /** True if the module sees all of its parent. */
  readonly seesParent: boolean;
}

/** @param outer predicates that hold for what stands at an offset, beside those that are written there */
export function readScope(syntax: Syntax, outer: (offset: number) => readonly string[] = () => []): PartScope {
  const outline = outlineRust(syntax);
  const { items } = readItems(syntax, 0);
  const defines: DefinedName[] = [];
  const imports: Import[] = [];
  outline.units.forEach((unit, i) => {
    const item = items[i]!;
    const cfg = [...new Set([...outer(unit.start), ...cfgOf(readAttributes(syntax, item.attributes))])].sort();
    if (unit.kind === 'use')
      for (const leaf of readUseTree(syntax, item.node))
        imports.push({
          leaf,
          name: importedName(leaf),
          visibility: readVisibility(syntax, item.node).text.replace(/\s+/g, ' '),
          cfg,
          start: unit.start,
        });
    else
      for (const { name, spaces, visibility } of unit.defines)
        defines.push({
          name,
          spaces,
          visibility: visibility.replace(/\s+/g, ' '),
          cfg,
          kind: unit.kind,
          start: unit.start,
        });
  });
  const seesParent = imports.some(({ leaf }) => leaf.glob && leaf.segments.join('::') === 'super');
  return { outline, defines, imports, seesParent };
}
