import type { View } from './view.ts';

/** The same reading of a file of a view, made once: neither of them changes. What it returns is shared, and changed by nobody. */
export function oncePerFile<Value>(read: (view: View, path: string) => Value): (view: View, path: string) => Value {
  const known = new WeakMap<View, Map<string, Value>>();
  return (view, path) => {
    const ofView = known.get(view) ?? new Map<string, Value>();
    known.set(view, ofView);
    if (!ofView.has(path)) ofView.set(path, read(view, path));
    return ofView.get(path)!;
  };
}
