import type { Codemod } from '../../../codemods/define-codemod.ts';
import type { SplitOptions } from '../../../codemods/split-options.ts';
import type { ChangeSet } from '../../core/change-set.ts';
import { countLines } from '../../core/lines.ts';
import type { Plan } from '../../core/plan.ts';
import type { View } from '../../workspace/view.ts';

/** What the facade and the imports of parts need beyond the estimate shows when they are written: so often is planned anew with less. */
const RESERVES = 4;

/**
 * A plan whose files keep to the limit as they will be written. Where one does not, all is planned anew with as much in reserve; the best of
 * these plans is taken, with the limit and the bound of the first.
 * @param planWithin a measured plan for a limit
 */
export function keepWithin(limit: number, planWithin: (limit: number) => Plan): Plan {
  const first = planWithin(limit);
  let best = first;
  let reserved = limit;
  for (let round = 0; round < RESERVES && excess(best) > 0; round++) {
    reserved -= Math.min(excess(best), Math.ceil(reserved / 10));
    const plan = { ...planWithin(reserved), limit: first.limit, bound: first.bound };
    if (excess(plan) < excess(best)) best = plan;
  }
  return best;
}

/** Lines by which the largest file is over what the plan can reach; 0 for a plan that moves nothing. */
const excess = ({ modules, predicted, limit, bound }: Plan): number =>
  modules.length === 0
    ? 0
    : Math.max(0, Math.max(...predicted.files.map(({ lines }) => lines)) - Math.max(limit, bound.lines));

/**
 * The plan with the lines of the files that its split writes in place of estimates, and the bound with what the facade or the largest unit's
 * part needs around it. As it is where the codemod refuses it.
 */
export function measurePlan(view: View, plan: Plan, codemod: Codemod<SplitOptions>): Plan {
  if (plan.modules.length === 0) return plan;
  const files = filesOnce(view, plan, codemod);
  return files === null ? plan : { ...plan, bound: boundIn(plan, files), predicted: { files } };
}

type Files = Plan['predicted']['files'];

/** Rounds with less and less room often end at the same modules, which are written once. */
const KNOWN = new WeakMap<View, Map<string, Files | null>>();

function filesOnce(view: View, plan: Plan, codemod: Codemod<SplitOptions>): Files | null {
  const { limit: _limit, bound: _bound, predicted: _predicted, ...written } = plan;
  const key = `${codemod.id}\n${JSON.stringify(written)}`;
  const known = KNOWN.get(view) ?? new Map<string, Files | null>();
  KNOWN.set(view, known);
  const before = known.get(key);
  if (before !== undefined) return before;
  const made = codemod.run(view, { path: plan.base[0]!.path, plan, notes: false });
  const files = made.status === 'refused' ? null : filesOf(view, plan, made.changeSet);
  known.set(key, files);
  return files;
}

/** The facade, then each module's file; null where a module cannot be told apart from another file that is written. */
function filesOf(view: View, { base, modules }: Plan, { create, move, ...rest }: ChangeSet): Files | null {
  const { path } = base[0]!;
  const after = view.overlay({ ...rest, create, move });
  const facade = move.find(({ from }) => from === path)?.to ?? path;
  if (create.length !== modules.length) return null;
  return [facade, ...create.map((file) => file.path)].map((written) => ({
    path: written,
    lines: countLines(after.text(written)),
  }));
}

function boundIn({ bound, limit, modules, keep }: Plan, files: Files): Plan['bound'] {
  const setBy = new Set(bound.setBy);
  const alone = modules.findIndex(({ units }) => setBy.size > 0 && units.every((id) => setBy.has(id)));
  const stays = keep.some(({ unit }) => setBy.has(unit));
  const exact = alone !== -1 ? files[alone + 1]!.lines : stays ? files[0]!.lines : 0;
  return { ...bound, lines: exact === 0 ? bound.lines : Math.max(limit, exact) };
}
