/** The start of the line, if nothing but blanks stands before `at` on it; else null. */
export function lineStartOf(text: string, offset: number): number | null {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  return /^[ \t]*$/.test(text.slice(start, offset)) ? start : null;
}

/** Behind the line break, if nothing but blanks or a comment follows `at` on its line; else null. */
export function lineEndAfter(text: string, offset: number): number | null {
  const newline = text.indexOf('\n', offset);
  const end = newline === -1 ? text.length : newline + 1;
  return /^[ \t]*(?:\/\/[^\n]*|\/\*[^\n]*?\*\/[ \t]*)?\r?\n?$/.test(text.slice(offset, end)) ? end : null;
}
