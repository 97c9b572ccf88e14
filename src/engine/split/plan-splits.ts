import type { Plan } from '../../core/plan.ts';
import type { View } from '../../workspace/view.ts';
import { planFile } from '../plan-file.ts';
import type { Staying } from '../unbuildable-units.ts';
import { makeChangeSet } from './make-change-set.ts';

/**
 * A plan for each file, in path order, each followed by plans for the files that it makes of inline modules where those are over the limit
 * themselves. Every plan is based on what the ones before it leave.
 * @param limit lines that no file should exceed; absent: the budget's ceiling, else 500
 * @param breakCycles of Python files: cut reference cycles over the limit where reads happen in functions alone
 * @param staying by Rust file, units that stay in it
 */
export function planSplits(
  view: View,
  paths: readonly string[],
  limit?: number,
  breakCycles = false,
  staying: ReadonlyMap<string, Staying> = new Map(),
): Plan[] {
  const plans: Plan[] = [];
  const open = [...paths].sort().reverse();
  const asked = new Set(paths);
  let at = view;
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    const stay = staying.get(path);
    const more = { ...(limit === undefined ? {} : { limit }), ...(stay === undefined ? {} : { stay }) };
    const plan = planFile(at, { path, breakCycles, ...more });
    if (!asked.has(path) && !isWorthwhile(plan)) continue;
    const made = makeChangeSet(at, { path, plan, notes: false });
    plans.push(plan);
    if (made.status === 'refused') continue;
    at = at.overlay(made.changeSet);
    open.push(...inlineFiles(plan).reverse());
  }
  return plans;
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
