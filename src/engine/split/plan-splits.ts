import type { Plan } from '../../core/plan.ts';
import type { View } from '../../workspace/view.ts';
import type { LeftOut } from '../change/left-out.ts';
import { makeChangeSet } from '../change/make-change-set.ts';
import { isPlan, type PlanSplitsOptions, planOne } from './plan-one.ts';

export interface Planned {
  readonly plans: readonly Plan[];
  /** Files that no plan was kept for, and why. */
  readonly unplanned: readonly LeftOut[];
}

/**
 * A plan for each file, in path order, each followed by plans for the files that it makes of inline modules where those are over the limit
 * themselves. Every plan is based on what the ones before it leave.
 */
export function planSplits(view: View, paths: readonly string[], options: PlanSplitsOptions): Planned {
  const plans: Plan[] = [];
  const unplanned: LeftOut[] = [];
  const open = [...paths].sort().reverse();
  const asked = new Set(paths);
  let latest = view;
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    const plan = planOne(latest, path, options);
    if (!isPlan(plan)) {
      if (asked.has(path)) unplanned.push(plan);
      continue;
    }
    if (!asked.has(path) && !isWorthwhile(plan)) continue;
    const made = makeChangeSet(latest, { path, plan, notes: false });
    plans.push(plan);
    if (made.status === 'refused') continue;
    latest = latest.overlay(made.changeSet);
    open.push(...inlineFiles(plan).reverse());
  }
  return { plans, unplanned };
}

/** Files over the limit that hold what was an inline module. */
const inlineFiles = ({ modules, predicted, limit }: Plan): string[] =>
  modules.flatMap(({ name, units }) => {
    const file = predicted.files.find(({ path }) => path.replace(/\.[^./]+$/, '').endsWith(`/${name}`));
    return file && file.lines > limit && units.length === 1 && units[0]!.startsWith('mod ') ? [file.path] : [];
  });

/** A file that nobody named is divided only where that takes a fifth of it away at least: the functions of a test module have to stay. */
function isWorthwhile({ modules, predicted }: Plan): boolean {
  const total = predicted.files.reduce((sum, { lines }) => sum + lines, 0);
  const largest = Math.max(...predicted.files.map(({ lines }) => lines));
  return modules.length > 0 && largest * 5 <= total * 4;
}
