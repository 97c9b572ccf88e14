import type { FindingPlace } from '../engine/messages.ts';
import { type State, type Step, step } from '../state/state.ts';
import { selectedFinding } from '../state/visible-findings.ts';

/** Asks what mending would write; the screen that opens says it, and writes nothing by itself. */
const opened = (state: State, place: FindingPlace | null): Step =>
  step(
    { ...state, overlay: { kind: 'mend', at: place, mends: null, problem: null, isWriting: false, top: 0 } },
    { type: 'ask', request: { type: 'survey-mends', at: place } },
  );

export const MEND_COMMANDS = {
  fix(state: State): Step {
    const { rule, place, symbol } = selectedFinding(state)!;
    return opened(state, { rule, path: place.path, symbol: symbol ?? null });
  },
  'fix-all': (state: State): Step => opened(state, null),
};

/** The confirmed action of that screen. */
export function writeMends(state: State): Step {
  const { overlay } = state;
  if (overlay?.kind !== 'mend' || overlay.isWriting) return step(state);
  const command = ['omni-refactor'];
  return step(
    { ...state, overlay: { ...overlay, isWriting: true }, message: null },
    { type: 'ask', request: { type: 'mend', at: overlay.at, command } },
  );
}
