import type { Source } from '../App.tsx';
import type { ReviewState } from './review-state.ts';

export interface ReviewStates extends Source<ReviewState> {
  readonly change: (update: (state: ReviewState) => ReviewState) => void;
  /** The state by which the review has ended. */
  readonly ended: Promise<ReviewState & { readonly ended: NonNullable<ReviewState['ended']> }>;
}

/** Holds the state of a review; nothing changes any more once it has ended. */
export function reviewStates(initial: ReviewState): ReviewStates {
  let state = initial;
  const listeners = new Set<() => void>();
  const { promise, resolve } = withResolvers<Awaited<ReviewStates['ended']>>();
  return {
    get: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    change(update) {
      if (state.ended !== null) return;
      const next = update(state);
      if (next === state) return;
      state = next;
      const { ended } = next;
      if (ended !== null) return resolve({ ...next, ended });
      for (const listener of listeners) listener();
    },
    ended: promise,
  };
}

/** Node 20 has no Promise.withResolvers. */
function withResolvers<T>(): { readonly promise: Promise<T>; readonly resolve: (value: T) => void } {
  let settle: (value: T) => void = () => undefined;
  const promise = new Promise<T>((resolve) => {
    settle = resolve;
  });
  return { promise, resolve: (value) => settle(value) };
}
