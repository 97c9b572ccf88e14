/**
 * The line of a program's output that says why it failed: the last one that names an error, else the last one. What comes first is often a
 * usage text or the beginning of a trace.
 */
export function causeIn(output: string): string {
  const lines = output
    .split('\n')
    .map((line) => line.replace(/^E\s+/, '').trim())
    .filter((line) => line !== '');
  return lines.findLast((line) => CAUSE.test(line)) ?? lines.at(-1) ?? '';
}

const CAUSE =
  /\b(?:[A-Z]\w*(?:Error|Exception|Warning)|[Ee]rror|ERROR|No module named|[Cc]annot|[Cc]ould not|not found|unrecognized|[Uu]nknown|[Mm]issing)\b/;
