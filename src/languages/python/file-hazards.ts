import type { HazardId } from '../../core/hazards/index.ts';
import type { Hazard } from '../../core/unit.ts';
import { kindOf, type Node, type Syntax, textOf } from '../syntax.ts';

const OPENS = /^#\s*(fmt:\s*off|isort:\s*off|yapf:\s*disable|region\b|pyright:\s*off)/;
const CLOSES = /^#\s*(fmt:\s*on|isort:\s*on|yapf:\s*enable|endregion\b|pyright:\s*on)/;
const FILE_LEVEL =
  /^#\s*(mypy|ruff|flake8|pylint|pyright|type|isort|cython|pytype|pyre-\w+|nopycln|coding|-\*-)\s*[:=]?/;

/** A comment that applies to the whole file, wherever it stands above the first statement. */
export const isFileComment = (text: string): boolean =>
  text.startsWith('#!') || FILE_LEVEL.test(text) || /coding[:=]/.test(text);

/** Regions between a pair of comments at the top level; one that is not closed reaches to the end of the file. */
export function commentRegions(syntax: Syntax, comments: readonly Node[]): Hazard[] {
  const regions: Hazard[] = [];
  const open: Node[] = [];
  const close = (start: Node, end: number): void => {
    regions.push({
      id: 'H34',
      start: syntax.start[start]!,
      end,
      why: `stands between a pair of comments: ${textOf(syntax, start)}`,
    });
  };
  for (const comment of comments) {
    const text = textOf(syntax, comment);
    if (OPENS.test(text)) open.push(comment);
    else if (CLOSES.test(text) && open.length > 0) close(open.pop()!, syntax.end[comment]!);
  }
  while (open.length > 0) close(open.pop()!, syntax.text.length);
  return regions.sort((a, b) => a.start - b.start);
}

/** Hazards of the text as a whole: line ends, banners, syntax that is not understood. */
export function fileHazards(syntax: Syntax, detached: readonly Node[], headerEnd: number): Hazard[] {
  const { text } = syntax;
  const found: Hazard[] = [];
  const addHazard = (id: HazardId, start: number, end: number, why: string): void => {
    if (start >= 0) found.push({ id, start, end, why });
  };
  if (text.startsWith('\uFEFF')) addHazard('H36', 0, 1, 'begins with a byte order mark');
  const crlf = text.indexOf('\r\n');
  addHazard('H36', crlf, crlf + 2, 'has lines that end with CRLF');
  const formFeed = text.indexOf('\f');
  addHazard('H36', formFeed, formFeed + 1, 'holds a form feed');
  const tab = /^\t/m.exec(text)?.index ?? -1;
  addHazard('H36', tab, tab + 1, 'is indented with tabs');
  if (text !== '' && !text.endsWith('\n')) addHazard('H36', text.length, text.length, 'does not end with a new line');
  const cookie = /^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)/m.exec(text.split('\n', 2).join('\n'));
  if (cookie && !/^utf-?8/i.test(cookie[1]!))
    addHazard('H36', cookie.index, cookie.index + cookie[0].length, `says that it is written in ${cookie[1]}`);
  for (const error of syntax.errors) addHazard('H37', syntax.start[error]!, syntax.end[error]!, 'is not understood');
  for (const comment of detached)
    if (syntax.start[comment]! >= headerEnd && kindOf(syntax, comment) === 'comment')
      addHazard('H34', syntax.start[comment]!, syntax.end[comment]!, 'is a comment that belongs to no statement');
  return found;
}
