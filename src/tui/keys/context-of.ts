import type { State } from '../state/state.ts';
import type { Context } from './keymap.ts';

/** What the next key is for. */
export function contextOf({ overlay, typing, view }: State): Context {
  if (overlay === null) return typing ? 'filter' : view;
  return overlay.kind === 'help' && overlay.typing ? 'help-filter' : overlay.kind;
}
