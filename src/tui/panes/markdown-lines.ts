import { columns, type Line, type Span, type Tone, textOfLine } from '../paint/line.ts';

/** Blanks between the columns of a table. */
const GAP = 2;

/** The Markdown that reports of ours consist of (headings, tables, fenced code, lists, code and bold in a line), as a terminal shows it. */
export function markdownLines(text: string, width: number): Line[] {
  const lines: Line[] = [];
  const rows = text.trimEnd().split('\n');
  for (let at = 0; at < rows.length; ) {
    const end = endOfBlock(rows, at);
    lines.push(...blockLines(rows.slice(at, end), width));
    at = end;
  }
  return lines;
}

/** A table or a fenced block is one; any other row stands alone. */
function endOfBlock(rows: readonly string[], at: number): number {
  const first = rows[at]!;
  let end = at + 1;
  const fence = FENCE.exec(first)?.[1];
  if (fence !== undefined) {
    while (end < rows.length && rows[end] !== fence) end++;
    return Math.min(rows.length, end + 1);
  }
  if (first.startsWith('|')) while (rows[end]?.startsWith('|')) end++;
  return end;
}

const FENCE = /^(`{3,})/;

function blockLines(block: readonly string[], width: number): Line[] {
  const [first = ''] = block;
  if (FENCE.test(first)) return block.slice(1, -1).map((row): Line => [['string', `  ${row}`]]);
  if (first.startsWith('|')) return tableLines(block);
  const heading = /^#+ (.*)$/.exec(first)?.[1];
  if (heading !== undefined) return [[['title', heading]]];
  const item = /^- (.*)$/.exec(first)?.[1];
  if (item !== undefined)
    return flowed(inline(item), width - 4).map((line, i): Line => [['faint', i === 0 ? '  · ' : '    '], ...line]);
  return flowed(inline(first), width);
}

function tableLines([head = '', , ...rows]: readonly string[]): Line[] {
  const cells = [cellsOf(head).map((cell): Line => [['faint', cell]]), ...rows.map((row) => cellsOf(row).map(inline))];
  const widths = cells[0]!.map((_, i) => Math.max(...cells.map((row) => columns(textOfLine(row[i] ?? [])))));
  return cells.map((row): Line => row.flatMap((cell, i) => [...cell, padding(cell, (widths[i] ?? 0) + GAP)]));
}

const padding = (cell: Line, width: number): Span => [
  'plain',
  ' '.repeat(Math.max(0, width - columns(textOfLine(cell)))),
];

/** A bar in a cell is escaped. */
const cellsOf = (row: string): string[] =>
  row
    .slice(1, row.endsWith('|') ? -1 : undefined)
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim().replaceAll('\\|', '|'));

const INLINE = /(`+)( ?)(.+?)\2\1(?!`)|\*\*(.+?)\*\*/g;

/** Code and bold words become tones; what was escaped stands as it is meant. */
function inline(text: string): Line {
  const spans: Span[] = [];
  let at = 0;
  for (const found of text.matchAll(INLINE)) {
    spans.push(['plain', unescaped(text.slice(at, found.index))]);
    spans.push(found[4] === undefined ? ['path', found[3]!] : ['title', unescaped(found[4])]);
    at = found.index + found[0].length;
  }
  return [...spans, ['plain', unescaped(text.slice(at))] as Span].filter(([, part]) => part !== '');
}

const unescaped = (text: string): string =>
  text.replace(/&#(\d{2,3});/g, (_, code: string) => String.fromCharCode(Number(code)));

/** Breaks between words, each in its tone. */
function flowed(line: Line, width: number): Line[] {
  const lines: Span[][] = [[]];
  let used = 0;
  for (const [tone, word] of wordsOf(line)) {
    const taken = columns(word);
    if (used > 0 && used + taken > width && word !== ' ') {
      lines.push([]);
      used = 0;
    }
    if (used === 0 && word === ' ') continue;
    lines.at(-1)!.push([tone, word]);
    used += taken;
  }
  return lines;
}

const wordsOf = (line: Line): (readonly [Tone, string])[] =>
  line.flatMap(([tone, text]) =>
    text
      .split(/( )/)
      .filter(Boolean)
      .map((word) => [tone, word] as const),
  );
