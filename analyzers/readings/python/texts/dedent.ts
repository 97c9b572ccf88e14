/** As `textwrap.dedent` has it; what stands behind the opening quote is set in by nothing. */
export function dedented(text: string): string {
  const lines = text.split('\n');
  const depths = lines.filter((line) => line.trim() !== '').map((line) => /^[ \t]*/.exec(line)![0].length);
  const least = Math.min(...(depths.length > 1 && depths[0] === 0 ? depths.slice(1) : depths));
  return lines.map((line) => (/^[ \t]/.test(line) ? line.slice(least) : line)).join('\n');
}
