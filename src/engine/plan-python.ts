import { type PlanOptions, planModules } from '../../analyzers/modules/plan-modules.ts';
import { pythonSplitModule } from '../../codemods/python/split-module/index.ts';
import type { ChangeSet } from '../core/change-set.ts';
import { countLines } from '../core/lines.ts';
import type { Plan } from '../core/plan.ts';
import type { Refusal } from '../core/refusal.ts';
import type { Outline, UnitId } from '../core/unit.ts';
import type { View } from '../workspace/view.ts';

const ROUNDS = 8;

/**
 * A plan that the codemod does not refuse, where there is one: units in which it meets a hazard stay in the facade, with the hazard as the
 * reason, and the rest is planned anew. Where nothing could leave then, the first plan, so that its refusal is told.
 */
export function planPython(view: View, outline: Outline, options: PlanOptions): Plan {
  const text = view.text(options.path);
  const first = planModules(outline, text, options);
  const stay = new Map<UnitId, string>();
  let plan = first;
  for (let round = 0; round < ROUNDS && plan.modules.length > 0; round++) {
    const result = pythonSplitModule.run(view, { path: options.path, plan, notes: false });
    if (result.status !== 'refused') return measured(view, plan, result.changeSet);
    const known = stay.size;
    for (const [id, why] of staying(outline, plan, result.refusals)) stay.set(id, why);
    if (stay.size === known) return first;
    plan = planModules(outline, text, { ...options, stay });
  }
  return first;
}

/** What the plan really leads to, in place of estimates; the bound with the lines that the facade or the largest unit's part needs around it. */
function measured(view: View, plan: Plan, changeSet: ChangeSet): Plan {
  const { create, move } = changeSet;
  const after = view.overlay(changeSet);
  const facade = move[0]?.to ?? plan.base[0]!.path;
  const files = [facade, ...create.map(({ path }) => path)].map((path) => ({
    path,
    lines: countLines(after.text(path)),
  }));
  const setBy = new Set(plan.bound.setBy);
  const alone = plan.modules.findIndex(({ units }) => setBy.size > 0 && units.every((id) => setBy.has(id)));
  const stays = plan.keep.some(({ unit }) => setBy.has(unit));
  const exact = alone !== -1 ? files[alone + 1]!.lines : stays ? files[0]!.lines : 0;
  return {
    ...plan,
    bound: { ...plan.bound, lines: exact === 0 ? plan.bound.lines : Math.max(plan.limit, exact) },
    predicted: { files },
  };
}

/** Units that a plan moves and a refusal points into. */
function staying(outline: Outline, { modules }: Plan, refusals: readonly Refusal[]): [UnitId, string][] {
  const moved = new Set(modules.flatMap(({ units }) => units));
  return refusals.flatMap(({ hazard, start, end, why }) =>
    outline.units
      .filter((unit) => moved.has(unit.id) && unit.start <= start && start < unit.end && end > start)
      .map(({ id }): [UnitId, string] => [id, `${hazard}: ${why}`]),
  );
}
