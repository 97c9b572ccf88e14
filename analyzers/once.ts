import type { View } from '../src/workspace/view.ts';

/** A function of a view whose result is kept as long as the view: several checks of one run ask for the same model. */
export function oncePerView<Result>(make: (view: View) => Result): (view: View) => Result {
  const made = new WeakMap<View, { readonly result: Result }>();
  return (view) => {
    const known = made.get(view) ?? { result: make(view) };
    made.set(view, known);
    return known.result;
  };
}
