import { columns, fitLine, type Line, type Row, textOfLine } from '../paint/line.ts';
import type { Pane } from '../state/layout.ts';

/** A pane before it is cut to its place. */
export interface Content {
  readonly title: Line;
  readonly lines: readonly Line[];
  /** Index into `lines` of the selected one; null for text. */
  readonly selected: number | null;
  /** First line that is shown. Text is never scrolled past its end. */
  readonly top: number;
  /** Lines that stay above what scrolls. */
  readonly head?: readonly Line[];
  /** Lines of the whole, where `lines` is only the window that is shown. */
  readonly of?: number;
}

/** Exactly as many rows as the pane is high, each exactly as wide as it. */
export function fitPane(content: Content, { width, height }: Pane, focused: boolean): Row[] {
  const { title, lines, selected, head = [] } = content;
  const room = Math.max(1, height - 1 - head.length);
  const windowed = content.of !== undefined;
  const top = windowed ? 0 : Math.max(0, Math.min(content.top, lines.length - room));
  const rows = [
    titleRow(title, width, focused, position(content, top, room)),
    ...head.map((line) => fitLine(line, width)),
  ];
  for (let i = 0; i < room; i++) {
    const line = lines[top + i];
    rows.push(fitLine(line ?? [], width, line !== undefined && top + i === selected));
  }
  return rows.slice(0, height);
}

/** Where the cursor stands in what does not fit; of text without one, how far it is shown. */
function position({ lines, of, top, selected }: Content, shownTop: number, room: number): string {
  const all = of ?? lines.length;
  if (all <= room) return '';
  const first = of === undefined ? shownTop : top;
  const at = selected === null ? first + room : (of === undefined ? 0 : top) + selected + 1;
  return ` ${Math.min(all, at)}/${all} `;
}

/** `▸ Hotspots · 31 files ──────── 12/31 ─`: the mark says which pane has the keys. */
function titleRow(title: Line, width: number, focused: boolean, where: string): Row {
  const text: Line = [['title', focused ? '▸ ' : '─ '], ...title, ['plain', ' ']];
  const room = width - columns(textOfLine(text)) - where.length - 1;
  if (room < 0) return fitLine(text, width);
  return fitLine([...text, ['faint', '─'.repeat(room)], ['faint', where], ['faint', '─']], width);
}
