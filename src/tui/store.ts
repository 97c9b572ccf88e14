import type { Source } from './App.tsx';
import type { Effect, State } from './state/state.ts';
import { type Action, update } from './state/update.ts';

export interface RunningStore extends Source<State> {
  readonly dispatch: (action: Action) => void;
}

/** Holds the state and runs what it asks for. Listeners are told once for all that happens in one turn of the event loop. */
export function createStore(initial: State, run: (effect: Effect) => void): RunningStore {
  let state = initial;
  let isNotified = true;
  const listeners = new Set<() => void>();
  const tell = (): void => {
    isNotified = true;
    for (const listener of listeners) listener();
  };
  return {
    get: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dispatch(action) {
      const before = state;
      const { state: next, effects } = update(state, action);
      state = next;
      if (next !== before && isNotified) {
        isNotified = false;
        setImmediate(tell);
      }
      for (const effect of effects) run(effect);
    },
  };
}
