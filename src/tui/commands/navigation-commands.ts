import { currentPlan, listOf, moveTo, pageOf } from '../state/list.ts';
import { itemAt, planItems } from '../state/plan-items.ts';
import { FACADE_KEY } from '../state/plan-state.ts';
import { type State, type Step, step, TABS, type ViewName } from '../state/state.ts';
import { scrollMain } from './scroll-main.ts';

/** Rows that one key scrolls a pane of text. */
const SCROLL = 3;

const by =
  (rows: number) =>
  (state: State): Step => {
    const { overlay } = state;
    if (overlay?.kind === 'picker')
      return step({ ...state, overlay: { ...overlay, at: Math.max(0, overlay.at + rows) } });
    if (overlay && 'top' in overlay)
      return step({ ...state, overlay: { ...overlay, top: Math.max(0, overlay.top + rows) } });
    if (state.focus === 'main' && !state.typing) return scrolled(rows)(state);
    return step(moveTo(state, listOf(state).cursor.at + rows));
  };

const scrolled =
  (rows: number) =>
  (state: State): Step =>
    step(scrollMain(state, rows));

const page =
  (direction: 1 | -1) =>
  (state: State): Step =>
    by(direction * Math.max(1, pageOf(state) - 1))(state);

const FAR = 1_000_000;

const go =
  (view: ViewName) =>
  (state: State): Step => {
    const next: State = { ...state, view, focus: 'list', mainTop: 0, typing: false };
    return view === 'history' ? step(next, { type: 'ask', request: { type: 'history' } }) : step(next);
  };

const tab =
  (direction: 1 | -1) =>
  (state: State): Step => {
    const index = (TABS.indexOf(state.tab) + direction + TABS.length) % TABS.length;
    return step({ ...state, tab: TABS[index]!, mainTop: 0 });
  };

const folded =
  (fold: boolean) =>
  (state: State): Step => {
    const plan = currentPlan(state)!;
    const item = itemAt(plan);
    const group = item === undefined || item.kind === 'refused' ? FACADE_KEY : item.group;
    const next = new Set(plan.folded);
    if (fold) next.add(group);
    else next.delete(group);
    const changed = { ...plan, folded: next, anchor: null };
    const index = planItems(changed).findIndex((each) => each.kind === 'group' && each.group === group);
    const shown = { ...state, plans: new Map(state.plans).set(plan.path, changed) };
    return step(fold ? moveTo(shown, index) : shown);
  };

export const NAVIGATION_COMMANDS = {
  down: by(1),
  up: by(-1),
  'page-down': page(1),
  'page-up': page(-1),
  'to-top': (state: State): Step => by(-FAR)(state),
  'to-bottom': (state: State): Step => by(FAR)(state),
  'main-down': scrolled(SCROLL),
  'main-up': scrolled(-SCROLL),
  'go-hotspots': go('hotspots'),
  'go-plan': go('plan'),
  'go-checks': go('checks'),
  'go-history': go('history'),
  focus: (state: State): Step => step({ ...state, focus: state.focus === 'list' ? 'main' : 'list' }),
  'open-main': (state: State): Step => step({ ...state, focus: 'main' }),
  zoom: (state: State): Step => step({ ...state, zoom: true }),
  unzoom: (state: State): Step => step({ ...state, zoom: false }),
  'next-tab': tab(1),
  'previous-tab': tab(-1),
  fold: folded(true),
  unfold: folded(false),
};
