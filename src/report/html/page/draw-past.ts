import type { PageOver, PageReceipt } from './data.ts';
import { barChart, MONTHS, tag } from './draw-details.ts';
import { element } from './draw-map.ts';
import { table } from './draw-table.ts';

/** Files over the ceiling, and the lines beyond it, month by month. */
export function overCharts({ months }: PageOver): HTMLElement {
  const names = months.map(({ day }) => MONTHS[Number(day.slice(5, 7)) - 1]!);
  const made = tag('div', '', 'past');
  for (const [title, values] of [
    ['files over the ceiling', months.map(({ files }) => files)],
    ['lines beyond it, together', months.map(({ lines }) => lines)],
  ] as const) {
    const part = tag('div', '');
    part.append(tag('p', title, 'faint'), barChart(values, names, 90, `${title}, the oldest first`));
    made.append(part);
  }
  return made;
}

/** Files of a receipt that are listed. */
const MOST_FILES = 8;

/** What each apply made of its files: lines before and after, drawn to one scale. */
export function receiptTable(receipts: readonly PageReceipt[]): HTMLElement {
  const rows = receipts.flatMap(({ id, day, outcome, files }) =>
    // What was there before leads: it is what was divided.
    [...files]
      .sort((a, b) => (b.before ?? 0) - (a.before ?? 0))
      .slice(0, MOST_FILES)
      .map((file, at) => ({ ...file, id, day, outcome, isFirst: at === 0 })),
  );
  const most = Math.max(1, ...rows.flatMap(({ before, after }) => [before ?? 0, after ?? 0]));
  const made = table(
    ['receipt', 'day', 'outcome', 'file', 'before', 'after', ''],
    rows.map(({ id, day, outcome, isFirst, path, before, after }) => [
      isFirst ? id : '',
      isFirst ? day : '',
      isFirst ? outcome : '',
      { path },
      before ?? '–',
      after ?? '–',
      '',
    ]),
  );
  made.querySelectorAll<HTMLTableRowElement>('tbody tr').forEach((row, at) => {
    row.cells[6]!.append(beforeAfter(rows[at]!.before ?? 0, rows[at]!.after ?? 0, most));
  });
  return made;
}

function beforeAfter(before: number, after: number, most: number): SVGElement {
  const svg = element('svg', { width: '164', height: '14', role: 'img', 'aria-label': `${before}, then ${after}` });
  const bar = (lines: number, y: number, kind: string): SVGElement =>
    element('rect', { x: '0', y: String(y), width: String((lines / most) * 160), height: '6', class: kind });
  svg.append(bar(before, 0, 'bar was'), bar(after, 7, 'bar'));
  return svg;
}
