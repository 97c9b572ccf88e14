import type { Plan } from '../../core/plan.ts';
import type { Refusal } from '../../core/refusal.ts';
import type { Outline, UnitId } from '../../core/unit.ts';

/** Units that a plan moves and a refusal points into. */
export function refusedUnits(outline: Outline, { modules }: Plan, refusals: readonly Refusal[]): [UnitId, string][] {
  const moved = new Set(modules.flatMap(({ units }) => units));
  return refusals.flatMap(({ hazard, start, end, why }) =>
    outline.units
      .filter((unit) => moved.has(unit.id) && unit.start <= start && start < unit.end && end > start)
      .map(({ id }): [UnitId, string] => [id, `${hazard}: ${why}`]),
  );
}
