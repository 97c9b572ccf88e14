import type { UnitId } from '../../core/unit.ts';
import { FACADE_KEY, type PlanState } from './plan-state.ts';

/** One row of the plan's list. `group` is the module's name, or '' for the facade. */
export type PlanItem =
  | { readonly kind: 'group'; readonly group: string; readonly units: readonly UnitId[]; readonly lines: number }
  | { readonly kind: 'unit'; readonly group: string; readonly id: UnitId }
  | { readonly kind: 'refused'; readonly id: UnitId; readonly why: string };

type Shown = Pick<PlanState, 'plan' | 'folded' | 'filter'>;

let last: { of: Shown; items: readonly PlanItem[] } | null = null;

/** The facade and the modules, their units below them; a filter shows only units that have it in their id, folded or not. */
export function planItems(state: Shown): readonly PlanItem[] {
  if (last && last.of.plan === state.plan && last.of.folded === state.folded && last.of.filter === state.filter)
    return last.items;
  const { plan, folded, filter } = state;
  const needle = filter.toLowerCase();
  const fits = (id: UnitId): boolean => needle === '' || id.toLowerCase().includes(needle);
  const group = (name: string, ids: readonly UnitId[], lines: number): PlanItem[] => {
    const shown = ids.filter(fits);
    if (needle !== '' && shown.length === 0) return [];
    const open = needle !== '' || !folded.has(name);
    const units = open ? shown.map((id): PlanItem => ({ kind: 'unit', group: name, id })) : [];
    return [{ kind: 'group', group: name, units: ids, lines }, ...units];
  };
  const sizes = plan.predicted.files.map(({ lines }) => lines);
  const items = [
    ...group(
      FACADE_KEY,
      plan.keep.map(({ unit }) => unit),
      sizes[0] ?? 0,
    ),
    ...plan.modules.flatMap(({ name, units }, m) => group(name, units, sizes[m + 1] ?? 0)),
    ...plan.refused.map(({ unit, refusal }): PlanItem => ({ kind: 'refused', id: unit, why: refusal.why })),
  ];
  last = { of: state, items };
  return items;
}

/** The units that a command is about: the marked ones, else the range, else what the cursor is on. */
export function chosenUnits(state: PlanState): readonly UnitId[] {
  if (state.marks.size > 0) return [...state.marks];
  const items = planItems(state);
  const { at } = state.cursor;
  const from = Math.min(state.anchor ?? at, at);
  const to = Math.max(state.anchor ?? at, at);
  const chosen = items.slice(from, to + 1);
  if (chosen.length === 1 && chosen[0]!.kind === 'group') return chosen[0]!.units;
  return chosen.flatMap((item) => (item.kind === 'unit' ? [item.id] : []));
}

export const itemAt = (state: PlanState): PlanItem | undefined => planItems(state)[state.cursor.at];

/** The module under the cursor, or null on the facade. */
export function groupAt(state: PlanState): string | null {
  const item = itemAt(state);
  return item === undefined || item.kind === 'refused' || item.group === FACADE_KEY ? null : item.group;
}
