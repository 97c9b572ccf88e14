import { divideModule, type Edited, moveUnits } from '../../../analyzers/modules/edit/edit-plan.ts';
import { currentPlan, moveTo } from '../state/list.ts';
import { chosenUnits, groupAt } from '../state/plan-items.ts';
import { type PlanState, redoEdit, undoEdit, withPlan } from '../state/plan-state.ts';
import { type State, type Step, say, step } from '../state/state.ts';

const put = (state: State, plan: PlanState): State => ({ ...state, plans: new Map(state.plans).set(plan.path, plan) });

/** Takes an edit over, or says why it cannot be made. */
export function takeEdit(state: State, edited: Edited, done: string, asked: number): Step {
  const plan = currentPlan(state)!;
  if (edited.status === 'refused') return step(say(state, 'hot', edited.why));
  const along = edited.moved.length - asked;
  const text = along > 0 && asked > 0 ? `${done}; ${along} more came along, they belong together` : done;
  const next = put(state, withPlan(plan, edited.plan));
  const { warning } = edited;
  const said =
    warning === null
      ? say({ ...next, overlay: null }, 'fine', text)
      : say({ ...next, overlay: null }, 'warm', `${text}; but ${warning}`);
  return step(moveTo(said, plan.cursor.at));
}

export const PLAN_COMMANDS = {
  range(state: State): Step {
    const plan = currentPlan(state)!;
    if (plan.anchor === null) return step(put(state, { ...plan, anchor: plan.cursor.at }));
    const marks = new Set([...plan.marks, ...chosenUnits({ ...plan, marks: new Set() })]);
    return step(put(state, { ...plan, marks, anchor: null }));
  },
  move: (state: State): Step => step({ ...state, overlay: { kind: 'picker', purpose: 'move', filter: '', at: 0 } }),
  merge: (state: State): Step => step({ ...state, overlay: { kind: 'picker', purpose: 'merge', filter: '', at: 0 } }),
  'new-module': (state: State): Step =>
    step({ ...state, overlay: { kind: 'prompt', purpose: 'new-module', text: '', problem: null } }),
  rename: (state: State): Step =>
    step({
      ...state,
      overlay: { kind: 'prompt', purpose: 'rename', text: groupAt(currentPlan(state)!)!, problem: null },
    }),
  keep(state: State): Step {
    const { plan, context, ...rest } = currentPlan(state)!;
    const ids = chosenUnits({ plan, context, ...rest });
    return takeEdit(
      state,
      moveUnits(plan, context, ids, { to: 'facade' }),
      `kept ${ids.length} in the facade`,
      ids.length,
    );
  },
  divide(state: State): Step {
    const current = currentPlan(state)!;
    const name = groupAt(current)!;
    return takeEdit(state, divideModule(current.plan, current.context, name), `divided ${name}`, 0);
  },
  'undo-edit'(state: State): Step {
    const plan = currentPlan(state)!;
    return step(moveTo(say(put(state, undoEdit(plan)), 'plain', 'edit undone'), plan.cursor.at));
  },
  'redo-edit'(state: State): Step {
    const plan = currentPlan(state)!;
    return step(moveTo(say(put(state, redoEdit(plan)), 'plain', 'edit made again'), plan.cursor.at));
  },
};
