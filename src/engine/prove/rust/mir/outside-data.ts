/**
 * Changes a line of MIR, but not the strings and characters in it: those are data, and have a change of their own. A loop, because a pattern for
 * strings overflows the stack where a program holds a very long one.
 */
export function outsideData(
  line: string,
  change: (code: string) => string,
  inside: (data: string) => string = (data) => data,
): string {
  if (!line.includes('"') && !line.includes("'")) return change(line);
  const parts: string[] = [];
  let from = 0;
  for (let at = 0; at < line.length; at++) {
    const end = line[at] === '"' ? stringEnd(line, at) : line[at] === "'" ? characterEnd(line, at) : -1;
    if (end === -1) continue;
    parts.push(change(line.slice(from, at)), inside(line.slice(at, end)));
    from = end;
    at = end - 1;
  }
  parts.push(change(line.slice(from)));
  return parts.join('');
}

function stringEnd(line: string, start: number): number {
  for (let at = start + 1; at < line.length; at++) {
    if (line[at] === '\\') at++;
    else if (line[at] === '"') return at + 1;
  }
  return line.length;
}

// `'a` is a lifetime, `'a'` and `'\u{1f}'` are characters.
function characterEnd(line: string, start: number): number {
  const found = /^'(?:\\[^']+|[^'\\]|[\ud800-\udbff].)'/.exec(line.slice(start, start + 16))?.[0];
  if (found !== undefined) return start + found.length;
  return line.startsWith("'\\''", start) ? start + 4 : -1;
}
