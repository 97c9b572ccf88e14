/**
 * A text of several lines moved so that it starts at another depth: the first line stays where it is put.
 * @param from columns at which the text stood
 * @param to columns at which it stands now
 */
export function shifted(text: string, from: number, to: number, blank = ' '): string {
  if (from === to || !text.includes('\n')) return text;
  const [first, ...rest] = text.split('\n');
  const taken = blank.repeat(Math.max(0, from - to));
  const added = blank.repeat(Math.max(0, to - from));
  const moved = rest.map((line) => {
    if (added !== '') return line === '' ? line : added + line;
    return line.startsWith(taken) ? line.slice(taken.length) : line;
  });
  return [first, ...moved].join('\n');
}

/** Blanks in front of the first word of the line that an offset stands in. */
export const depthAt = (text: string, offset: number): { readonly columns: number; readonly blank: string } => {
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  const [indent] = /^(?: *|\t*)/.exec(line)!;
  return { columns: indent.length, blank: indent[0] ?? ' ' };
};
