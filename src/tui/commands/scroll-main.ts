import { mainContent } from '../panes/main-content.ts';
import { bodyRows, layoutOf } from '../state/layout.ts';
import type { State } from '../state/state.ts';

/** Scrolls the right pane by some lines, not past its ends. A preview begins at the unit under the cursor: above it lies more. */
export function scrollMain(state: State, lines: number): State {
  const pane = layoutOf(state).main ?? layoutOf({ ...state, zoom: false }).main;
  const { lines: all, top, head = [] } = mainContent(state, (pane?.width ?? 80) - 1);
  const last = Math.max(0, all.length - (bodyRows(pane) - head.length));
  const now = Math.min(top, last);
  const wanted = Math.max(0, Math.min(last, now + lines));
  return { ...state, mainTop: state.mainTop + wanted - top };
}
