import { membersOf, type Source } from '../../../analyzers/readings/rust/source.ts';
import type { UnitId } from '../../../src/core/unit.ts';
import { definitionsByName, macrosUsed } from './macro-scope.ts';
import { isPlaceBound } from './refusals.ts';

/**
 * Units that a split leaves where they are, with the reason: what says where it stands, and what calls a macro that the file defines more than
 * once. Of a block, its members.
 */
export function placeBound(source: Source): Map<UnitId, string> {
  const definitions = definitionsByName(source);
  const twice = new Set([...definitions].flatMap(([name, all]) => (all.length > 1 ? [name] : [])));
  const bound = new Map<UnitId, string>();
  for (const piece of source.pieces.values()) {
    const { unit } = piece;
    if (unit.kind === 'impl' && membersOf(source, piece).length > 0) continue;
    const hazard = unit.hazards.find(isPlaceBound);
    if (hazard) bound.set(unit.id, hazard.why);
    if (twice.size === 0) continue;
    const name = [...macrosUsed(source, piece, definitions)].find((one) => twice.has(one));
    if (name !== undefined && unit.kind !== 'macro')
      bound.set(unit.id, `\`${name}!\` is defined more than once: which definition it sees depends on its place`);
  }
  return bound;
}
