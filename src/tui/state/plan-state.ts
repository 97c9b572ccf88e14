import { type EditContext, editContext } from '../../../analyzers/modules/edit/edit-context.ts';
import type { Plan } from '../../core/plan.ts';
import type { UnitId } from '../../core/unit.ts';
import { planningOf } from '../../engine/planning-of.ts';
import type { Planned, Preview } from '../engine/messages.ts';
import type { Cursor } from './cursor.ts';

/** One file's plan on the table, with everything that was done to it by hand. */
export interface PlanState {
  readonly path: string;
  readonly plan: Plan;
  readonly context: EditContext;
  /** Earlier and undone versions, the nearest last. */
  readonly past: readonly Plan[];
  readonly future: readonly Plan[];
  /** Rises with each change of the plan: an answer for an older one is dropped. */
  readonly revision: number;
  readonly cursor: Cursor;
  readonly marks: ReadonlySet<UnitId>;
  /** Index where a range began. */
  readonly anchor: number | null;
  readonly filter: string;
  readonly folded: ReadonlySet<string>;
  readonly preview: Preview | null;
  /** The revision that `preview` shows. */
  readonly previewed: number;
  /** The file that holds this very plan. */
  readonly file: string | null;
}

/** Lists over so many units begin folded: modules first. */
const MANY_UNITS = 60;

export function planState({ path, plan, outline, text, source }: Planned, before: PlanState | undefined): PlanState {
  const many = outline.units.length > MANY_UNITS;
  return {
    path,
    plan,
    context: editContext(planningOf(outline.language), outline, text, plan.limit),
    past: before && before.plan.base[0]!.hash === plan.base[0]!.hash ? [...before.past, before.plan] : [],
    future: [],
    revision: (before?.revision ?? 0) + 1,
    cursor: { at: 0, top: 0 },
    marks: new Set(),
    anchor: null,
    filter: '',
    folded: new Set(many ? [FACADE_KEY, ...plan.modules.map(({ name }) => name)] : [FACADE_KEY]),
    preview: null,
    previewed: 0,
    file: source,
  };
}

/** The facade's name among the folded ones: no module can be called so. */
export const FACADE_KEY = '';

/** The plan after an edit; the one before can be had back. */
export const withPlan = (state: PlanState, plan: Plan): PlanState => ({
  ...state,
  plan,
  past: [...state.past, state.plan],
  future: [],
  revision: state.revision + 1,
  marks: new Set(),
  anchor: null,
  file: null,
});

export function undoEdit(state: PlanState): PlanState {
  const plan = state.past.at(-1);
  if (!plan) return state;
  return {
    ...state,
    plan,
    past: state.past.slice(0, -1),
    future: [...state.future, state.plan],
    revision: state.revision + 1,
    file: null,
  };
}

export function redoEdit(state: PlanState): PlanState {
  const plan = state.future.at(-1);
  if (!plan) return state;
  return {
    ...state,
    plan,
    past: [...state.past, state.plan],
    future: state.future.slice(0, -1),
    revision: state.revision + 1,
    file: null,
  };
}
