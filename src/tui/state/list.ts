import { type Cursor, START } from './cursor.ts';
import { hotspotRows } from './hotspot-rows.ts';
import { bodyRows, layoutOf } from './layout.ts';
import { planItems } from './plan-items.ts';
import type { State } from './state.ts';
import { visibleFindings } from './visible-findings.ts';

/** The list of the present view: how long it is, where it stands. */
export function listOf(state: State): { readonly length: number; readonly cursor: Cursor } {
  if (state.view === 'hotspots') return { length: hotspotRows(state).length, cursor: state.hotspots.cursor };
  if (state.view === 'checks') return { length: visibleFindings(state).length, cursor: state.checks.cursor };
  if (state.view === 'history') return { length: state.history.entries.length, cursor: state.history.cursor };
  const plan = currentPlan(state);
  return plan ? { length: planItems(plan).length, cursor: plan.cursor } : { length: 0, cursor: START };
}

export const currentPlan = (state: State) => (state.current === null ? undefined : state.plans.get(state.current));

/** Rows that the list shows at once: hotspots have a line of titles. */
export const pageOf = (state: State): number =>
  Math.max(
    1,
    bodyRows(layoutOf(state).list ?? layoutOf({ ...state, zoom: false }).list) - (state.view === 'hotspots' ? 1 : 0),
  );

/** Moves the cursor, inside the list and with it on the screen; what the right pane shows begins at its top again. */
export function moveTo(state: State, wanted: number): State {
  const { length, cursor } = listOf(state);
  const index = Math.max(0, Math.min(length - 1, wanted));
  const page = pageOf(state);
  const top = Math.max(0, Math.min(cursor.top, index, Math.max(0, length - page)), index - page + 1);
  if (index === cursor.at && top === cursor.top) return state;
  const moved: Cursor = { at: index, top };
  return { ...withCursor(state, moved), mainTop: index === cursor.at ? state.mainTop : 0 };
}

function withCursor(state: State, cursor: Cursor): State {
  if (state.view === 'hotspots') return { ...state, hotspots: { ...state.hotspots, cursor } };
  if (state.view === 'checks') return { ...state, checks: { ...state.checks, cursor } };
  if (state.view === 'history') return { ...state, history: { ...state.history, cursor } };
  const plan = currentPlan(state);
  return plan ? { ...state, plans: new Map(state.plans).set(plan.path, { ...plan, cursor }) } : state;
}

/** The filter of the present view's list. */
export function filterOf(state: State): string {
  if (state.view === 'hotspots') return state.hotspots.filter;
  if (state.view === 'checks') return state.checks.filter;
  return state.view === 'plan' ? (currentPlan(state)?.filter ?? '') : '';
}

export function withFilter(state: State, filter: string): State {
  if (state.view === 'hotspots') return { ...state, hotspots: { ...state.hotspots, filter, cursor: START } };
  if (state.view === 'checks') return { ...state, checks: { ...state.checks, filter, cursor: START } };
  const plan = currentPlan(state);
  if (state.view !== 'plan' || !plan) return state;
  return { ...state, plans: new Map(state.plans).set(plan.path, { ...plan, filter, cursor: START, anchor: null }) };
}
