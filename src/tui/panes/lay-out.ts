import { tokens } from '../paint/slots.ts';
import type { Shape } from './shape.ts';

/** Where `App` places the tokens of a shape, line by line: for the frames that are painted before ink has loaded. */
export function layOut({ portrait, list, main }: Shape): string {
  const lists = rowsFrom(1, list?.height ?? 0);
  const mains = rowsFrom(1 + lists.length, main?.height ?? 0);
  const isBeside = !portrait && list !== null && main !== null;
  const panes = isBeside ? lists.map((row, i) => `${row}│${mains[i] ?? ''}`) : [...lists, ...mains];
  return [...rowsFrom(0, 1), ...panes, ...rowsFrom(1 + lists.length + mains.length, 2)].join('\n');
}

const rowsFrom = (first: number, count: number): string[] => (count === 0 ? [] : tokens(first, count).split('\n'));
