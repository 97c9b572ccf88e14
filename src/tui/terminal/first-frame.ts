import { basename } from 'node:path';

/** Only plain escapes, and nothing imported but the path module: it stands before anything else of the program is loaded. */
export function firstFrame(
  cwd: string,
  columns: number,
  rows: number,
): { readonly lines: readonly string[]; readonly text: string } {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a folder's name must not command the terminal
  const name = basename(cwd).replace(/[\u0000-\u001F\u007F-\u009F]/g, '?');
  const header = ` ${name} │ [1 hotspots] 2 plan 3 checks 4 history │ finding files …`.slice(0, columns);
  const lines = [header, '', '  reading …'];
  const text = lines.map((line, row) => `\u001B[${row + 1};1H${line}`).join('');
  const hints = `\u001B[${rows};1H${' ? keys   q quit'.slice(0, columns)}`;
  return {
    lines: [...lines, ...new Array<string>(Math.max(0, rows - lines.length)).fill('\0')],
    text: `\u001B[?1049h\u001B[?25l\u001B[?7l\u001B[2J${text}${hints}`,
  };
}
