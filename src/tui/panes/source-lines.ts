import { plural } from '../../report/fit-text.ts';
import type { FunctionSource } from '../engine/function-sources.ts';
import type { Line } from '../paint/line.ts';

/** From here on a line is one of those that make a function hard. */
const HOT = 4;

/** The code with its line numbers, and in the margin what a line adds to the complexity: `  254  +5 │ if …`. */
export const sourceLines = ({ line, rows, more }: FunctionSource): Line[] => [
  ...rows.map(
    ({ added, code }, at): Line => [
      ['faint', `${String(line + at).padStart(5)} `],
      [added >= HOT ? 'hot' : 'warm', (added === 0 ? '' : `+${added}`).padStart(4)],
      ['faint', ' │ '],
      ...code,
    ],
  ),
  ...(more > 0 ? [[['faint', `      and ${plural(more, 'more line')}`]] as Line] : []),
];
