import { makerBeside } from '../../../../../analyzers/readings/rust/made-beside.ts';
import { readVisibility } from '../../../../languages/rust/read-visibility.ts';
import type { View } from '../../../../workspace/view.ts';
import type { ModuleState } from './module-state.ts';
import type { Pair } from './pair-items.ts';
import type { Problem } from './problem.ts';

/**
 * What macros make beside an item has moved with it, and its names show nowhere: the module has them still where it re-exports all of the part.
 * @param before the view that the module was read from
 */
export function checkMadeNames(state: ModuleState, before: View, path: string, pairs: readonly Pair[]): Problem[] {
  const handedOn = new Set(
    state.facade.scope.imports
      .filter(({ leaf, visibility }) => leaf.glob && visibility !== '')
      .map(({ binding }) => binding),
  );
  const names = new Map(state.parts.map(({ file }) => [file.path, file.name]));
  return pairs.flatMap(({ earlier, later }): Problem[] => {
    const part = names.get(later.path);
    if (part === undefined || earlier.path !== path || handedOn.has(`0::${part}::*`)) return [];
    const { node, firstNode, afterNode } = earlier.item;
    if (readVisibility(before.syntax(path), node).text === '') return [];
    const maker = makerBeside(before, path, firstNode, afterNode);
    if (maker?.isKnown !== true) return [];
    const why = `R94: \`${maker.macro}\` makes further items beside \`${earlier.name}\`, whose names the module lacks now`;
    return [{ path: later.path, start: later.start, why }];
  });
}
