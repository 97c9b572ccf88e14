/** Characters that take one column each; a row with any other is painted whole. */
const NARROW = /^[\x20-\x7e·–…←-↟─-▟▸▾○●◌◐✓✗␣⏎⇄]$/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: the escapes are the program's own
const TOKEN = /\u001B\[([\d;]*)m|([\s\S])/gu;
/** So many equal columns between two changes cost as much as another move of the cursor. */
const GAP = 7;

interface Cell {
  readonly character: string;
  /** Parameters of the escape that it is painted with, '' for none. */
  readonly style: string;
}

const BLANK: Cell = { character: ' ', style: '' };

/**
 * What turns one painted row into another: only the columns that differ, so that a key over ssh costs little.
 * @param row from 1
 * @returns bytes that begin with a move of the cursor and end without a style
 */
export function rowPatch(before: string, after: string, row: number): string {
  const old = cellsOf(before);
  const now = cellsOf(after);
  if (old === null || now === null) return `\u001B[${row};1H${after}\u001B[0m\u001B[K`;
  let out = '';
  for (let at = nextChange(old, now, 0); at < now.length; ) {
    const end = endOfChange(old, now, at);
    out += `\u001B[${row};${at + 1}H${painted(now.slice(at, end))}`;
    at = nextChange(old, now, end);
  }
  const wipes = old.slice(now.length).some((cell) => !isSame(cell, BLANK));
  return wipes ? `${out}\u001B[${row};${now.length + 1}H\u001B[K` : out;
}

const isSame = (a: Cell | undefined, b: Cell | undefined): boolean =>
  (a ?? BLANK).character === (b ?? BLANK).character && (a ?? BLANK).style === (b ?? BLANK).style;

function nextChange(old: readonly Cell[], now: readonly Cell[], from: number): number {
  let at = from;
  while (at < now.length && isSame(old[at], now[at])) at++;
  return at;
}

/** Behind the last change that stands close to the one before it. */
function endOfChange(old: readonly Cell[], now: readonly Cell[], from: number): number {
  let end = from;
  for (let at = from; at < now.length && at - end <= GAP; at++) if (!isSame(old[at], now[at])) end = at + 1;
  return end;
}

/** Null where a character does not take one column. */
function cellsOf(line: string): Cell[] | null {
  const cells: Cell[] = [];
  let style = '';
  for (const [, codes, character] of line.matchAll(TOKEN)) {
    if (character === undefined) style = codes === '0' ? '' : codes!;
    else if (NARROW.test(character)) cells.push({ character, style });
    else return null;
  }
  return cells;
}

function painted(cells: readonly Cell[]): string {
  let out = '';
  let style = '';
  for (const cell of cells) {
    if (cell.style !== style)
      out += cell.style === '' ? '\u001B[m' : `\u001B[${style === '' ? '' : '0;'}${cell.style}m`;
    style = cell.style;
    out += cell.character;
  }
  return style === '' ? out : `${out}\u001B[m`;
}
