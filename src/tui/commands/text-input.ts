import { mergeModules, moveUnits, renameModule, type Target } from '../../../analyzers/modules/edit/edit-plan.ts';
import { currentPlan, filterOf, withFilter } from '../state/list.ts';
import { chosenUnits, groupAt } from '../state/plan-items.ts';
import { FACADE_KEY } from '../state/plan-state.ts';
import { type Overlay, type State, type Step, step } from '../state/state.ts';
import { targetsOf } from '../state/targets.ts';
import { takeEdit } from './plan-commands.ts';

/** Changes the text that is being typed, wherever that is. */
export function editText(state: State, change: (text: string) => string): State {
  const { overlay } = state;
  if (overlay === null) return state.typing ? withFilter(state, change(filterOf(state))) : state;
  if (overlay.kind === 'help') return { ...state, overlay: { ...overlay, filter: change(overlay.filter), top: 0 } };
  if (overlay.kind === 'picker') return { ...state, overlay: { ...overlay, filter: change(overlay.filter), at: 0 } };
  return overlay.kind === 'prompt'
    ? { ...state, overlay: { ...overlay, text: change(overlay.text), problem: null } }
    : state;
}

/** Enter: the filter stays, the name is taken, the choice is made. */
export function acceptText(state: State): Step {
  const { overlay } = state;
  if (overlay?.kind === 'help') return step({ ...state, overlay: { ...overlay, typing: false } });
  if (overlay?.kind === 'picker') return choose(state, overlay);
  if (overlay?.kind === 'prompt') return answer(state, overlay);
  return step({ ...state, typing: false });
}

function choose(state: State, picker: Extract<Overlay, { kind: 'picker' }>): Step {
  const targets = targetsOf(state, picker);
  const target = targets[Math.min(picker.at, targets.length - 1)];
  const current = currentPlan(state);
  if (!target || !current) return step(state);
  const { plan, context } = current;
  if (picker.purpose === 'merge') {
    const from = groupAt(current)!;
    return takeEdit(state, mergeModules(plan, context, from, target.name!), `merged ${from} into ${target.name}`, 0);
  }
  const ids = chosenUnits(current);
  const to: Target =
    target.name === FACADE_KEY
      ? { to: 'facade' }
      : target.name === null
        ? { to: 'new', name: picker.filter }
        : { to: 'module', name: target.name };
  const where = to.to === 'facade' ? 'the facade' : to.name;
  const done = takeEdit(state, moveUnits(plan, context, ids, to), `moved ${ids.length} to ${where}`, ids.length);
  return { ...done, state: { ...done.state, overlay: null } };
}

function answer(state: State, prompt: Extract<Overlay, { kind: 'prompt' }>): Step {
  const current = currentPlan(state);
  const text = prompt.text.trim();
  if (!current || text === '') return step({ ...state, overlay: { ...prompt, problem: 'type a name, or esc' } });
  const { plan, context, path } = current;
  const closed: State = { ...state, overlay: null };
  if (prompt.purpose === 'save') return step(closed, { type: 'ask', request: { type: 'save-plan', file: text, plan } });
  if (prompt.purpose === 'load') return step(closed, { type: 'ask', request: { type: 'load-plan', file: text, path } });
  if (prompt.purpose === 'limit') {
    const limit = Number(text);
    if (!Number.isInteger(limit) || limit < 1)
      return step({ ...state, overlay: { ...prompt, problem: 'a whole number of lines, such as 500' } });
    return step(
      { ...closed, planning: new Set([...state.planning, path]) },
      { type: 'ask', request: { type: 'plan', path, limit } },
    );
  }
  const ids = chosenUnits(current);
  const edited =
    prompt.purpose === 'rename'
      ? renameModule(plan, context, groupAt(current)!, text)
      : moveUnits(plan, context, ids, { to: 'new', name: text });
  if (edited.status === 'refused') return step({ ...state, overlay: { ...prompt, problem: edited.why } });
  const done = prompt.purpose === 'rename' ? `renamed to ${text}` : `moved ${ids.length} to the new module ${text}`;
  return takeEdit(closed, edited, done, prompt.purpose === 'rename' ? 0 : ids.length);
}
