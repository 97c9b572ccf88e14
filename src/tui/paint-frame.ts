import type { Row } from './paint/line.ts';
import { type Palette, paintRow } from './paint/theme.ts';
import { type Frame, frameOf } from './panes/frame.ts';
import type { State } from './state/state.ts';

/**
 * A state as lines of the terminal, from the top. Panes stand side by side with a line between them, or below one another.
 * @param palette null: no colour
 */
export function paintFrame(state: State, palette: Palette | null): string[] {
  const { header, list, main, portrait, message, hints } = frameOf(state);
  const paint = (row: Row): string => paintRow(row, palette);
  return [paint(header), ...bodyOf({ list, main, portrait }, paint), paint(message), paint(hints)];
}

function bodyOf(
  { list, main, portrait }: Pick<Frame, 'list' | 'main' | 'portrait'>,
  paint: (row: Row) => string,
): string[] {
  if (portrait || list === null || main === null) return [...(list ?? []), ...(main ?? [])].map(paint);
  return list.map((row, i) => `${paint(row)}│${main[i] ? paint(main[i]) : ''}`);
}
