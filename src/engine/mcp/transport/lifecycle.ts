import { type Event, nextState, type State, type Transition } from './states.ts';

export interface Step extends Transition {
  /** Since the connection was begun. */
  readonly ms: number;
}

/** Where a connection stands, and every step that it took there. */
export interface Lifecycle {
  readonly state: () => State;
  readonly steps: () => readonly Step[];
  /** Takes the step that the table has for it. False: it has none, and nothing changed. */
  readonly send: (event: Event) => boolean;
}

/** @param now milliseconds of a clock that never goes back */
export function createLifecycle(now: () => number): Lifecycle {
  const began = now();
  const steps: Step[] = [];
  let state: State = 'starting';
  return {
    state: () => state,
    steps: () => steps,
    send: (on) => {
      const to = nextState(state, on);
      if (to === null) return false;
      steps.push({ from: state, on, to, ms: Math.round(now() - began) });
      state = to;
      return true;
    },
  };
}
