import type { Context } from '../../config/screen/key-table.ts';
import type { State } from '../state/state.ts';
import { isTooSmall } from '../state/too-small.ts';

/** What the next key is for. */
export function contextOf({ overlay, typing, view, size }: State): Context {
  if (isTooSmall(size)) return overlay?.kind === 'quit' ? 'quit' : 'small';
  if (overlay === null) return typing ? 'filter' : view;
  return overlay.kind === 'help' && overlay.typing ? 'help-filter' : overlay.kind;
}
