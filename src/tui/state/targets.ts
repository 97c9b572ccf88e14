import { currentPlan } from './list.ts';
import { chosenUnits, groupAt } from './plan-items.ts';
import { FACADE_KEY } from './plan-state.ts';
import type { Overlay, State } from './state.ts';

export interface PickerTarget {
  /** A module's name; '' for the facade; null for a new module, called as what was typed. */
  readonly name: string | null;
  readonly label: string;
}

/** What can be chosen: modules with their sizes, the facade, and a new module by the name that was typed. */
export function targetsOf(state: State, picker: Extract<Overlay, { kind: 'picker' }>): readonly PickerTarget[] {
  const current = currentPlan(state);
  if (!current) return [];
  const { plan } = current;
  const needle = picker.filter.toLowerCase();
  const source = picker.purpose === 'merge' ? groupAt(current) : null;
  const modules = plan.modules
    .map(({ name, units }, m): PickerTarget & { name: string } => ({
      name,
      label: `${name}  ~${plan.predicted.files[m + 1]?.lines ?? 0} lines, ${units.length} units`,
    }))
    .filter(({ name }) => name !== source && name.toLowerCase().includes(needle));
  if (picker.purpose === 'merge') return modules;
  const facade = 'facade'.includes(needle) ? [{ name: FACADE_KEY, label: 'facade (stays where it is)' }] : [];
  const named = plan.modules.some(({ name }) => name.toLowerCase() === needle);
  const fresh = needle === '' || named ? [] : [{ name: null, label: `new module ${picker.filter}` }];
  return [...modules, ...facade, ...fresh];
}

export const chosenCount = (state: State): number => {
  const current = currentPlan(state);
  return current ? chosenUnits(current).length : 0;
};
