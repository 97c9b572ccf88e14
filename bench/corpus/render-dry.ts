import { refusalFixtures } from './refusal-fixtures.ts';
import type { Table } from './results.ts';
import type { Row } from './row.ts';

const HEAD = [
  'target',
  'lines',
  'largest statement',
  'outcome',
  'hazards',
  'files',
  'largest file',
  'over the limit',
  'seconds',
  'engine, date',
  'why',
];

/** Below this part of the file, no statement alone makes a split pointless. */
const SHARE = 0.75;

/** A table of runs that wrote nothing. */
export function renderDry({ title, madeBy }: Table, rows: readonly Row[], isStale: (row: Row) => boolean): string {
  const counted = rows.filter(({ heldOut }) => !heldOut);
  const apart = rows.filter(({ heldOut }) => heldOut);
  return [
    `# ${title}`,
    '',
    `Made by \`${madeBy}\`: S alone, nothing written. *Proven*: S accepts the split, whatever its sizes. *Largest statement*: its part of`,
    'the lines of the file, which no split divides. *Over the limit*: lines of the files that are left larger than it.',
    '',
    summary('', counted),
    summary('Held out: ', apart),
    '',
    ...table(counted, isStale),
    '',
    '## Held out',
    '',
    'Nobody tunes for these.',
    '',
    ...table(apart, isStale),
    '',
  ].join('\n');
}

function summary(label: string, rows: readonly Row[]): string {
  const divisible = rows.filter(({ share }) => share !== undefined && share < SHARE);
  const small = rows.filter(({ verdict, over }) => verdict === 'proven' && over?.length === 0);
  const percent = divisible.length === 0 ? 100 : (100 * accepted(divisible)) / divisible.length;
  const kinds = [...new Set(rows.map(({ verdict }) => verdict))];
  const told = kinds.map((kind) => `${rows.filter(({ verdict }) => verdict === kind).length} ${kind}`).join(', ');
  return [
    `${label}${accepted(rows)} of ${rows.length} accepted by S (${told}); of those whose largest statement is under 75 % of the file`,
    `${accepted(divisible)} of ${divisible.length} (${percent.toFixed(1)} %). No file over the limit: ${small.length}.`,
  ].join(' ');
}

const accepted = (rows: readonly Row[]): number => rows.filter(({ verdict }) => verdict === 'proven').length;

function table(rows: readonly Row[], isStale: (row: Row) => boolean): string[] {
  return [HEAD, HEAD.map(() => '---'), ...rows.map((row) => cells(row, isStale(row)))].map(
    (line) => `| ${line.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`,
  );
}

const hazardsIn = (why: string): string => [...new Set(why.match(/(?<=^|; )[A-Z]\d+(?= line )/g))].join(', ');

function cells(row: Row, stale: boolean): string[] {
  const { share, files, largest, over, why } = row;
  return [
    row.target.replace(/(?<= [0-9a-f]{10})[0-9a-f]{30} /, ' '),
    `${row.lines}`,
    share === undefined ? '-' : `${Math.round(share * 100)} %`,
    row.verdict,
    hazardsIn(why) || '-',
    `${files ?? '-'}`,
    `${largest ?? '-'}`,
    over?.join(', ') || '-',
    `${row.seconds}`,
    `${row.revision}, ${row.date}${stale ? ', **stale**' : ''}`,
    [why.length > 300 ? `${why.slice(0, 300)} …` : why, ...refusalFixtures(row, process.cwd())].join(' '),
  ];
}
