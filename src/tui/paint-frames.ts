import type { Source } from './App.tsx';
import type { Slots } from './paint/slots.ts';
import { type Palette, paintRow } from './paint/theme.ts';
import { frameOf } from './panes/frame.ts';
import { rowsOf, type Shape, sameShape, shapeOf } from './panes/shape.ts';
import type { State } from './state/state.ts';

/**
 * Paints each new state: its rows go into the slots, and while the panes stand where they stood the surface shows them at once. Only another shape
 * is a matter for ink, whose layout takes 12 ms of CPU; the frame that it then hands over shows the same slots.
 */
export function paintFrames(
  states: Source<State>,
  slots: Slots,
  { palette, refresh }: { readonly palette: Palette | null; readonly refresh: () => void },
): Source<Shape> {
  const fill = (): Shape => {
    const frame = frameOf(states.get());
    slots.fill(rowsOf(frame).map((row) => paintRow(row, palette)));
    return shapeOf(frame);
  };
  let shape = fill();
  const listeners = new Set<() => void>();
  states.subscribe(() => {
    const next = fill();
    if (sameShape(next, shape)) return refresh();
    shape = next;
    for (const listener of listeners) listener();
  });
  return {
    get: () => shape,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
