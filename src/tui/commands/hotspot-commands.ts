import { SORT_KEYS } from '../../../analyzers/hotspots/index.ts';
import { LANGUAGES } from '../../languages/language.ts';
import { START } from '../state/cursor.ts';
import { hotspotRows, selectedHotspot } from '../state/hotspot-rows.ts';
import { moveTo } from '../state/list.ts';
import { chosenUnits, itemAt, planItems } from '../state/plan-items.ts';
import type { PlanState } from '../state/plan-state.ts';
import { askPlan, type State, type Step, say, step } from '../state/state.ts';
import { selectedFinding } from '../state/visible-findings.ts';

const SORTS = SORT_KEYS.filter((key) => key !== 'cyclomatic');

const withHotspots = (state: State, changes: Partial<State['hotspots']>): State => ({
  ...state,
  hotspots: { ...state.hotspots, ...changes },
});

const withPlanState = (state: State, plan: PlanState): State => ({
  ...state,
  plans: new Map(state.plans).set(plan.path, plan),
});

/** Asks for plans of files, or waits with that until they are read; the first one is shown, those that are open stay as they were shaped. */
function planFiles(state: State, paths: readonly string[]): Step {
  const wanted = paths.filter((path) => !state.plans.has(path) && !state.planning.has(path));
  const isRead = state.scan.opened !== null && state.scan.phase === null;
  const next: State = {
    ...state,
    view: 'plan',
    focus: 'list',
    mainTop: 0,
    current: paths[0]!,
    planning: new Set([...state.planning, ...wanted]),
  };
  return isRead ? step(next, ...wanted.map(askPlan)) : step({ ...next, queued: [...state.queued, ...wanted] });
}

function toggled<T>(set: ReadonlySet<T>, items: readonly T[]): Set<T> {
  const next = new Set(set);
  const all = items.every((item) => set.has(item));
  for (const item of items) {
    if (all) next.delete(item);
    else next.add(item);
  }
  return next;
}

const cycled = <T>(values: readonly T[], value: T): T => values[(values.indexOf(value) + 1) % values.length]!;

export const HOTSPOT_COMMANDS = {
  plan(state: State): Step {
    const { marks } = state.hotspots;
    return planFiles(state, marks.size > 0 ? [...marks] : [selectedHotspot(state)!.path]);
  },
  mend: (state: State): Step => planFiles(state, [selectedFinding(state)!.place.path]),
  mark(state: State): Step {
    if (state.view === 'hotspots') {
      const row = selectedHotspot(state)!;
      const marked = withHotspots(state, { marks: toggled(state.hotspots.marks, [row.path]) });
      return step(moveTo(marked, state.hotspots.cursor.at + 1));
    }
    const plan = state.plans.get(state.current!)!;
    const item = itemAt(plan);
    const units = item?.kind === 'group' ? item.units : chosenUnits({ ...plan, marks: new Set() });
    const marked = withPlanState(state, { ...plan, marks: toggled(plan.marks, units), anchor: null });
    return step(moveTo(marked, plan.cursor.at + (item?.kind === 'unit' ? 1 : 0)));
  },
  'mark-all'(state: State): Step {
    if (state.view === 'hotspots') {
      const marks = toggled(
        state.hotspots.marks,
        hotspotRows(state).map(({ path }) => path),
      );
      return step(say(withHotspots(state, { marks }), 'plain', `${marks.size} marked`));
    }
    const plan = state.plans.get(state.current!)!;
    const units = planItems(plan).flatMap((item) => (item.kind === 'unit' ? [item.id] : []));
    const marks = toggled(plan.marks, units);
    return step(say(withPlanState(state, { ...plan, marks }), 'plain', `${marks.size} marked`));
  },
  sort(state: State): Step {
    const sort = cycled(SORTS, state.hotspots.sort);
    return step(say(withHotspots(state, { sort, cursor: START }), 'plain', `sorted by ${sort}`));
  },
  group(state: State): Step {
    const by = state.hotspots.by === 'file' ? 'module' : 'file';
    return step(say(withHotspots(state, { by, cursor: START }), 'plain', `by ${by}`));
  },
  language(state: State): Step {
    const lang = cycled([null, ...LANGUAGES], state.hotspots.lang);
    return step(
      say(withHotspots(state, { lang, cursor: START }), 'plain', lang === null ? 'all languages' : `only ${lang}`),
    );
  },
};
