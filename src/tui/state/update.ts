import { COMMANDS } from '../commands/commands.ts';
import { editText } from '../commands/text-input.ts';
import type { EngineEvent } from '../engine/messages.ts';
import { contextOf } from '../keys/context-of.ts';
import { bindingOf, takesText } from '../keys/keymap.ts';
import { follow } from './follow.ts';
import { listOf, moveTo } from './list.ts';
import { type Message, type Size, type State, type Step, say, step } from './state.ts';
import { updateByEvent } from './update-by-event.ts';
import { whyDisabled } from './why-disabled.ts';

export type Action =
  | { readonly type: 'key'; readonly key: string }
  | { readonly type: 'resize'; readonly size: Size }
  /** `now` in milliseconds: only differences count. */
  | { readonly type: 'event'; readonly event: EngineEvent; readonly now: number }
  | { readonly type: 'tick'; readonly now: number }
  | { readonly type: 'say'; readonly tone: Message['tone']; readonly text: string };

/** The next state and what is to be done. Pure: the same actions lead to the same state, whoever paints it. */
export function update(state: State, action: Action): Step {
  const { state: next, effects } = plainUpdate(state, action);
  const followed = follow(next);
  return { state: followed.state, effects: [...effects, ...followed.effects] };
}

function plainUpdate(state: State, action: Action): Step {
  switch (action.type) {
    case 'key':
      return press(state, action.key);
    case 'resize': {
      const resized = { ...state, size: action.size };
      return step(moveTo(resized, listOf(resized).cursor.at));
    }
    case 'event':
      return updateByEvent(state, action.event, action.now);
    case 'say':
      return step(say(state, action.tone, action.text));
    case 'tick': {
      const { overlay } = state;
      return step(
        overlay?.kind === 'run' && !overlay.ended ? { ...state, overlay: { ...overlay, now: action.now } } : state,
      );
    }
  }
}

function press(before: State, key: string): Step {
  const context = contextOf(before);
  const binding = bindingOf(before.keys, context, key);
  const state: State = before.message === null ? before : { ...before, message: null };
  if (binding === null) {
    if (!takesText(context)) return step(state);
    const text = key === 'space' ? ' ' : [...key].length === 1 ? key : '';
    return step(text === '' ? state : editText(state, (typed) => typed + text));
  }
  const why = whyDisabled(state, binding.action);
  return why === null ? COMMANDS[binding.action](state) : step(say(state, 'warm', why));
}
