import type { Outline, Unit } from '../../src/core/unit.ts';
import { conflicts } from '../../src/languages/python/effect-conflicts.ts';

/**
 * The unit (by index) above which a Python facade imports its parts: where the first of what moves stood, and below the imports that follow
 * it where only values stood between them that none of these imports can change. What stays above that place runs before all parts.
 */
export function blockPlace({ units, effects = [] }: Outline, moves: (unit: number) => boolean): number {
  const first = units.findIndex((_, i) => moves(i));
  if (first === -1) return units.length;
  let block = first;
  for (let i = first; i < units.length; i++) {
    const unit = units[i]!;
    if (moves(i)) {
      if (unit.kind !== 'assign') return block;
      continue;
    }
    if (!isHeading(unit)) return block;
    for (let above = first; above < i; above++)
      if (moves(above) && conflicts(effects[above]!, effects[i]!)) return block;
    if (isImport(unit)) block = i + 1;
  }
  return block;
}

const isImport = ({ kind }: Unit): boolean => /^(import|future-import|type-checking)$/.test(kind);

const isHeading = (unit: Unit): boolean => isImport(unit) || unit.kind === 'docstring' || unit.name === '__all__';
