import { widthOf } from '../fit-text.ts';
import { wrapWords } from '../wrap-words.ts';

/** More than this is hard to read, however wide the terminal is. */
const WIDEST = 100;

/**
 * A page of Markdown for a terminal: prose and lists wrap between words; code, tables and headings stand as they are.
 * @param width columns; Infinity where it is no terminal, and the page stays as it is
 */
export function wrapPage(page: string, width: number): string {
  if (!Number.isFinite(width)) return page;
  let isCode = false;
  const wrapped = page.split('\n').flatMap((line) => {
    if (line.startsWith('```')) isCode = !isCode;
    return isCode || /^(?:```|\||#)/.test(line) ? [line] : wrapLine(line, Math.min(width, WIDEST));
  });
  return wrapped.join('\n');
}

/** What follows the first line of a list's entry stands below its text. */
function wrapLine(line: string, width: number): string[] {
  const [lead = ''] = /^\s*(?:- )?/.exec(line) ?? [];
  const indent = ' '.repeat(lead.length);
  const lines = wrapWords(line.slice(lead.length), Math.max(20, width - lead.length), widthOf);
  return lines.map((text, at) => (at === 0 ? lead : indent) + text);
}
