import { heldExpansions } from '../../../analyzers/readings/rust/held-expansions.ts';
import { makerBeside } from '../../../analyzers/readings/rust/made-beside.ts';
import type { Source } from '../../../analyzers/readings/rust/source.ts';
import type { UnitId } from '../../../src/core/unit.ts';
import type { View } from '../../../src/workspace/view.ts';
import type { Held } from './refusals.ts';

/** Units that stay for what their macros do at the place where they stand. */
export function heldUnits(view: View, source: Source): Map<UnitId, Held> {
  const found = new Map<UnitId, Held>();
  for (const { unit, item } of source.top) {
    const maker = unit.visibility === '' ? null : makerBeside(view, source.path, item.firstNode, item.afterNode);
    if (maker?.isKnown !== true) continue;
    const why = `\`${maker.macro}\` makes further items beside it, whose names the module would lack`;
    found.set(unit.id, { hazard: 'R94', why });
  }
  for (const [id, why] of heldExpansions(view, source)) found.set(id, { hazard: 'R15', why });
  return found;
}
