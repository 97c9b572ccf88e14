import { membersOf, type Source } from '../../../analyzers/readings/rust/source.ts';
import type { UnitId } from '../../../src/core/unit.ts';
import type { View } from '../../../src/workspace/view.ts';
import { fileEdits } from './file-edits.ts';
import { layoutOf } from './layout.ts';

/** The units that cannot leave the folder of their file, each with the reason: a macro in them names another file from there. */
export function fileBound(view: View, source: Source): ReadonlyMap<UnitId, string> {
  const layout = layoutOf(view, source.path);
  if ('hazard' in layout || layout.up === '') return new Map();
  // Of a block that can be divided only the members stay that have to.
  const pieces = source.top.flatMap((piece) => {
    const members = membersOf(source, piece);
    return members.length > 0 ? members : [piece];
  });
  const bound = pieces.flatMap(({ unit, item }): [UnitId, string][] => {
    const [refusal] = fileEdits(source, item.firstNode, item.afterNode, layout.up).refusals;
    return refusal ? [[unit.id, refusal.why]] : [];
  });
  return new Map(bound);
}
