const EIGHTHS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];
const HEIGHTS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/** A bar of at most `cells` columns, in eighths; a value above zero shows at least the thinnest. */
export function bar(value: number, most: number, cells: number): string {
  const eighths =
    most <= 0 || value <= 0 ? 0 : Math.min(cells * 8, Math.max(1, Math.round((value / most) * cells * 8)));
  const text = '█'.repeat(Math.floor(eighths / 8)) + EIGHTHS[eighths % 8]!;
  return text.padEnd(cells);
}

/** One column a value; nothing is a space, so that a quiet month is seen as one. */
export function sparkline(values: readonly number[]): string {
  const most = Math.max(1, ...values);
  return values.map((value) => (value === 0 ? ' ' : HEIGHTS[Math.min(7, Math.ceil((value / most) * 8) - 1)]!)).join('');
}
