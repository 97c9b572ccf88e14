import type { RunState } from './state.ts';

/** A run that has not begun: the clock is set by the first event. */
export const EMPTY_RUN: RunState = {
  kind: 'run',
  paths: [],
  rungs: [],
  phase: 'beginning',
  began: 0,
  now: 0,
  announced: [],
  command: null,
  steps: 0,
  last: null,
  output: [],
  showOutput: false,
  cancelling: false,
  ended: null,
  top: 0,
};
