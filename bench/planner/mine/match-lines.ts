/** Lines that say something: no blank ones, no brackets alone; blanks at both ends do not count. */
export const tellingLines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /\w/.test(line) && line.length > 3);

/** How often each line occurs. */
export function countLines(lines: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1);
  return counts;
}

/** How many of the lines are there; each one found is taken away. */
export function takeLines(lines: readonly string[], left: Map<string, number>): number {
  let found = 0;
  for (const line of lines) {
    const count = left.get(line) ?? 0;
    if (count === 0) continue;
    left.set(line, count - 1);
    found += 1;
  }
  return found;
}
