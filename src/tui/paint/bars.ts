const EIGHTHS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];

/** A bar of at most `cells` columns, in eighths; a value above zero shows at least the thinnest. */
export function bar(value: number, most: number, cells: number): string {
  const eighths =
    most <= 0 || value <= 0 ? 0 : Math.min(cells * 8, Math.max(1, Math.round((value / most) * cells * 8)));
  const text = '█'.repeat(Math.floor(eighths / 8)) + EIGHTHS[eighths % 8]!;
  return text.padEnd(cells);
}
