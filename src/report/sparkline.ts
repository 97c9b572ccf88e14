const HEIGHTS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/** One column a value; nothing is a space, so that a quiet month is seen as one. */
export function sparkline(values: readonly number[]): string {
  const most = Math.max(1, ...values);
  return values.map((value) => (value === 0 ? ' ' : HEIGHTS[Math.min(7, Math.ceil((value / most) * 8) - 1)]!)).join('');
}
