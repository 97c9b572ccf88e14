import type { State } from '../state/state.ts';
import { findingPane } from './checks-pane.ts';
import { filePane } from './file-pane.ts';
import { receiptPane } from './history-pane.ts';
import type { Content } from './pane.ts';
import { previewPane } from './preview-pane.ts';

/** The right pane of the present view, before it is cut to its place. */
export function mainContent(state: State, width: number): Content {
  if (state.view === 'hotspots') return filePane(state, width);
  if (state.view === 'plan') return previewPane(state, width);
  return state.view === 'checks' ? findingPane(state, width) : receiptPane(state, width);
}
