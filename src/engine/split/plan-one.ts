import { notWorth } from '../../../analyzers/modules/predict/not-worth.ts';
import { countLines } from '../../core/lines.ts';
import type { Plan } from '../../core/plan.ts';
import type { View } from '../../workspace/view.ts';
import type { LeftOut } from '../change/left-out.ts';
import { brokenBase } from '../plan/broken-base.ts';
import { planFile } from '../plan/plan-file.ts';
import type { Staying } from '../plan/unbuildable-units.ts';

export interface PlanSplitsOptions {
  /** Lines that no file should exceed; absent: the budget's ceiling, else 500. */
  readonly limit?: number | undefined;
  /** Of Python files: cut reference cycles over the limit where reads happen in functions alone. */
  readonly breakCycles?: boolean | undefined;
  /** Also what is not worth it. */
  readonly anyway?: boolean | undefined;
  /** By Rust file, units that stay in it. */
  readonly staying?: ReadonlyMap<string, Staying> | undefined;
}

/** A plan for one file of a run, or why it has none. Throws what `planFile` throws, but for syntax that is not understood. */
export function planOne(view: View, path: string, options: PlanSplitsOptions): Plan | LeftOut {
  const { limit, breakCycles = false, anyway = false } = options;
  const broken = brokenBase(view, path);
  if (broken) return { path, outcome: 'refused', why: `${broken.hazard}: ${broken.why}`, refusals: [broken] };
  const stay = options.staying?.get(path);
  const more = { ...(limit === undefined ? {} : { limit }), ...(stay === undefined ? {} : { stay }) };
  const plan = planFile(view, { path, breakCycles, ...more });
  const why = anyway ? null : notWorth(plan, countLines(view.text(path)));
  return why === null ? plan : { path, outcome: 'not-worth', why, refusals: [] };
}

export const isPlan = (made: Plan | LeftOut): made is Plan => 'modules' in made;
