import type { Source } from './App.tsx';
import type { Slots } from './paint/slots.ts';
import { type Palette, paintRow } from './paint/theme.ts';
import type { Frame } from './panes/frame.ts';
import { rowsOf, type Shape, sameShape, shapeOf } from './panes/shape.ts';

interface Painting<State> {
  /** Null for none. */
  readonly palette: Palette | null;
  /** What a state looks like. */
  readonly frame: (state: State) => Frame;
  /** Shows the rows where they stand. */
  readonly refresh: () => void;
}

/**
 * Paints each new state: its rows go into the slots, and while the panes stand where they stood the surface shows them at once. Only another shape
 * is a matter for ink, whose layout takes 12 ms of CPU; the frame that it then hands over shows the same slots.
 */
export function paintFrames<State>(
  states: Source<State>,
  slots: Slots,
  { palette, frame: frameOf, refresh }: Painting<State>,
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
