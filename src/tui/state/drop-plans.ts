import type { State } from './state.ts';

/** Plans belong to files as they were: once something was written, none is left. */
export const dropPlans = (state: State): State => ({
  ...state,
  plans: new Map(),
  current: null,
  planning: new Set(),
  queued: [],
});
