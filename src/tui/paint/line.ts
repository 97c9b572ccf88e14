import type { Tone } from '../../config/screen/theme.ts';
import { cutEnd, widthOf } from '../../report/fit-text.ts';
import { sanitize } from '../../report/sanitize.ts';

export type { Tone };

export type Span = readonly [tone: Tone, text: string];

/** One row of a pane before it is fitted. Text from the workspace may stand in it as it is: fitting makes it safe. */
export type Line = readonly Span[];

/** A row as it will stand on the screen: exactly as wide as its pane, safe to print. */
export interface Row {
  readonly spans: Line;
  /** Columns. */
  readonly width: number;
  readonly selected: boolean;
}

// One column each, in every terminal's font: letters, lines, blocks, arrows and the few marks that the panes use. Asking for the width of anything else
// costs more than all other work of a frame.
const PLAIN = /^[\x20-\x7e·–…←-↟─-▟▸▾○●◌◐✓✗␣⏎⇄]*$/;
const SPACES = ' '.repeat(400);

/** Columns that a text takes. */
export const columns = (text: string): number => (PLAIN.test(text) ? text.length : widthOf(text));

const blank = (width: number): string =>
  width <= SPACES.length ? SPACES.slice(0, Math.max(0, width)) : ' '.repeat(width);

/** Cuts and pads a line to the width, in columns; a tab becomes four spaces, whatever a terminal could obey becomes visible. */
export function fitLine(line: Line, width: number, selected = false): Row {
  const spans: Span[] = [];
  let left = width;
  for (const [tone, raw] of line) {
    if (left <= 0) break;
    const safe = PLAIN.test(raw) ? raw : sanitize(raw.replaceAll('\t', '    '));
    const taken = columns(safe);
    if (taken <= left) {
      spans.push([tone, safe]);
      left -= taken;
    } else {
      const cut = PLAIN.test(safe) ? `${safe.slice(0, left - 1)}…` : cutEnd(safe, left);
      spans.push([tone, cut]);
      left -= columns(cut);
      break;
    }
  }
  if (left > 0) spans.push(['plain', blank(left)]);
  return { spans, width, selected };
}

export const textOfLine = (line: Line): string => line.map(([, text]) => text).join('');
