import { equalCommand } from '../state/equal-command.ts';
import { placeAt } from '../state/place-at.ts';
import { type State, type Step, say, step } from '../state/state.ts';

const unsaved = (state: State): boolean =>
  [...state.plans.values()].some(({ past, file }) => past.length > 0 && file === null);

export const GENERAL_COMMANDS = {
  edit: (state: State): Step => step(state, { type: 'edit', ...placeAt(state)! }),
  copy(state: State): Step {
    const text = equalCommand(state);
    return step(say(state, 'fine', `copied: ${text}`), { type: 'copy', text });
  },
  undo: (state: State): Step =>
    step({ ...state, overlay: { kind: 'undo', entry: state.history.entries.find(({ undoable }) => undoable)! } }),
  redo: (state: State): Step =>
    step({ ...state, overlay: { kind: 'redo', entry: state.history.entries.find(({ redoable }) => redoable)! } }),
  rescan: (state: State): Step =>
    step(
      { ...state, scan: { ...state.scan, phase: 'discover', done: 0, total: 0, problem: null }, details: new Map() },
      { type: 'ask', request: { type: 'open' } },
    ),
  quit: (state: State): Step =>
    unsaved(state) ? step({ ...state, overlay: { kind: 'quit' } }) : step(state, { type: 'quit' }),
  'quit-now': (state: State): Step => step(state, { type: 'quit' }),
  suspend: (state: State): Step => step(state, { type: 'suspend' }),
};
