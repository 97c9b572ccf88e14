import { currentPlan } from '../state/list.ts';
import { type PromptPurpose, type State, type Step, step } from '../state/state.ts';

const prompt = (state: State, purpose: PromptPurpose, text: string): Step =>
  step({ ...state, overlay: { kind: 'prompt', purpose, text, problem: null } });

const planName = (state: State): string =>
  currentPlan(state)!.file ??
  `${currentPlan(state)!
    .path.split('/')
    .at(-1)!
    .replace(/\.[^.]+$/, '')}.plan.yaml`;

const next =
  (direction: 1 | -1) =>
  (state: State): Step => {
    const paths = [...state.plans.keys()];
    const index = (paths.indexOf(state.current!) + direction + paths.length) % paths.length;
    return step({ ...state, current: paths[index]!, mainTop: 0 });
  };

export const PLAN_FILE_COMMANDS = {
  save: (state: State): Step => prompt(state, 'save', planName(state)),
  load: (state: State): Step => prompt(state, 'load', planName(state)),
  limit: (state: State): Step => prompt(state, 'limit', String(currentPlan(state)!.plan.limit)),
  /** Plans anew, with the reads of a cycle as imports inside of functions, or without. */
  'break-cycles'(state: State): Step {
    const { path, plan } = currentPlan(state)!;
    const breakCycles = plan.cuts === undefined;
    return step(
      { ...state, planning: new Set([...state.planning, path]) },
      { type: 'ask', request: { type: 'plan', path, limit: plan.limit, breakCycles } },
    );
  },
  'next-plan': next(1),
  'previous-plan': next(-1),
  'close-plan'(state: State): Step {
    const plans = new Map(state.plans);
    plans.delete(state.current!);
    const current = [...plans.keys()][0] ?? null;
    return step({ ...state, plans, current, mainTop: 0, view: current === null ? 'hotspots' : 'plan' });
  },
};
