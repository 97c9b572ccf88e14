import type { View } from '../src/workspace/view.ts';
import { noteReads, type Reads, unwatched, watchView } from '../src/workspace/watch-view.ts';

/**
 * A function of a view whose result is kept as long as the view: several checks of one run ask for the same model. What it read counts as
 * read by each of them.
 */
export function oncePerView<Result>(make: (view: View) => Result): (view: View) => Result {
  const made = new WeakMap<View, { readonly result: Result; readonly reads: Reads }>();
  return (view) => {
    const base = unwatched(view);
    const known = made.get(base) ?? makeWatched(base, make);
    made.set(base, known);
    noteReads(view, known.reads);
    return known.result;
  };
}

function makeWatched<Result>(base: View, make: (view: View) => Result) {
  const { view, reads } = watchView(base);
  return { result: make(view), reads };
}
