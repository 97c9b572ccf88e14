import { tag } from './draw-details.ts';
import { pathText } from './draw-path.ts';

/** A path breaks behind its slashes alone. */
export type Cell = string | number | { readonly path: string };

/** A table that scrolls by itself where it is wider than the page. */
export function table(head: readonly string[], rows: readonly (readonly Cell[])[]): HTMLElement {
  const made = tag('table', '');
  const top = made.appendChild(tag('thead', '')).appendChild(tag('tr', ''));
  head.forEach((name, i) => {
    top.append(tag('th', name, rows.every((row) => isNumber(row[i])) ? 'number' : ''));
  });
  const body = made.appendChild(tag('tbody', ''));
  for (const row of rows) {
    const line = body.appendChild(tag('tr', ''));
    for (const cell of row) line.append(cellOf(cell));
  }
  const scroll = tag('div', '', 'scroll');
  scroll.append(made);
  return scroll;
}

function cellOf(cell: Cell): HTMLElement {
  if (typeof cell !== 'object') return tag('td', String(cell), isNumber(cell) ? 'number' : '');
  const made = tag('td', '', 'path');
  made.append(pathText(cell.path));
  return made;
}

const isNumber = (cell: Cell | undefined): boolean => /^[\d.,–]+( %| !)?$/.test(String(cell));
