import { currentPlan, filterOf, moveTo, withFilter } from '../state/list.ts';
import { type State, type Step, step } from '../state/state.ts';
import { acceptText, editText } from './text-input.ts';

/** Peels one layer: the innermost that is there. */
function back(state: State): Step {
  const plan = currentPlan(state);
  if (state.view === 'plan' && plan && plan.anchor !== null)
    return step({ ...state, plans: new Map(state.plans).set(plan.path, { ...plan, anchor: null }) });
  if (state.focus === 'main') return step({ ...state, focus: 'list' });
  if (state.view === 'plan' && plan && plan.marks.size > 0)
    return step({ ...state, plans: new Map(state.plans).set(plan.path, { ...plan, marks: new Set() }) });
  if (state.view === 'hotspots' && state.hotspots.marks.size > 0)
    return step({ ...state, hotspots: { ...state.hotspots, marks: new Set() } });
  if (filterOf(state) !== '') return step(moveTo(withFilter(state, ''), 0));
  if (state.zoom) return step({ ...state, zoom: false });
  if (state.view !== 'hotspots') return step({ ...state, view: 'hotspots', mainTop: 0 });
  return step({ ...state, message: { tone: 'plain', text: 'q quits' } });
}

export const LAYER_COMMANDS = {
  back,
  close(state: State): Step {
    const { overlay } = state;
    if (overlay?.kind === 'commit') return step({ ...state, overlay: overlay.run });
    const ended = overlay?.kind === 'run' && overlay.ended !== null;
    const written = ended && overlay.ended && 'applied' in overlay.ended && overlay.ended.applied.receipt !== null;
    return step({
      ...state,
      overlay: null,
      ...(written ? { view: 'history' as const, focus: 'list' as const, mainTop: 0 } : {}),
    });
  },
  help: (state: State): Step => step({ ...state, overlay: { kind: 'help', filter: '', typing: false, top: 0 } }),
  log: (state: State): Step => step({ ...state, overlay: { kind: 'log', top: 0 } }),
  filter(state: State): Step {
    const { overlay } = state;
    if (overlay?.kind === 'help') return step({ ...state, overlay: { ...overlay, typing: true } });
    return step({ ...state, typing: true, focus: 'list' });
  },
  'clear-filter'(state: State): Step {
    const { overlay } = state;
    if (overlay?.kind === 'help') return step({ ...state, overlay: { ...overlay, typing: false, filter: '' } });
    return step(moveTo({ ...withFilter(state, ''), typing: false }, 0));
  },
  erase: (state: State): Step => step(editText(state, (text) => [...text].slice(0, -1).join(''))),
  'erase-all': (state: State): Step => step(editText(state, () => '')),
  accept: acceptText,
};
