/**
 * A text of several lines moved so that it starts at another depth: the first line stays where it is put, and so do empty ones.
 * @param from blanks and tabs behind which the text stood
 * @param to those behind which it stands now
 */
export function shifted(text: string, from: string, to: string): string {
  if (from === to || !text.includes('\n')) return text;
  const [first, ...rest] = text.split('\n');
  return [first, ...rest.map((line) => moved(line, from, to))].join('\n');
}

function moved(line: string, from: string, to: string): string {
  if (line === '' || line === '\r') return line;
  if (line.startsWith(from)) return to + line.slice(from.length);
  // A line that stands less deep than the first, such as one of a text literal, moves by the difference alone.
  if (to.startsWith(from)) return to.slice(from.length) + line;
  const taken = from.startsWith(to) ? from.slice(to.length) : '';
  return line.startsWith(taken) ? line.slice(taken.length) : line;
}

/** Blanks and tabs in front of the first word of the line that an offset stands in. */
export const depthAt = (text: string, offset: number): string =>
  /^\uFEFF?([ \t]*)/.exec(text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset))![1]!;
