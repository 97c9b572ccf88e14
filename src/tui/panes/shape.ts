import type { Row } from '../paint/line.ts';
import type { Pane } from '../state/layout.ts';
import type { Frame } from './frame.ts';

/** What ink has to know of a frame: where panes stand, not what they show. */
export interface Shape {
  readonly columns: number;
  readonly portrait: boolean;
  readonly list: Pane | null;
  readonly main: Pane | null;
}

export const shapeOf = ({ header, portrait, list, main }: Frame): Shape => ({
  columns: header.width,
  portrait,
  list: paneOf(list),
  main: paneOf(main),
});

export const sameShape = (a: Shape, b: Shape): boolean =>
  a.columns === b.columns && a.portrait === b.portrait && samePane(a.list, b.list) && samePane(a.main, b.main);

/** The rows of a frame from the top left: header, list, main, message, hints. */
export const rowsOf = ({ header, list, main, message, hints }: Frame): Row[] => [
  header,
  ...(list ?? []),
  ...(main ?? []),
  message,
  hints,
];

const paneOf = (rows: readonly Row[] | null): Pane | null =>
  rows && { width: rows[0]?.width ?? 0, height: rows.length };

const samePane = (a: Pane | null, b: Pane | null): boolean => a?.width === b?.width && a?.height === b?.height;
