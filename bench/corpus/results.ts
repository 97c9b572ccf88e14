import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { refusalFixtures } from './refusal-fixtures.ts';
import type { Row } from './row.ts';

/** One table of the corpus: where it is kept, what stands above it. */
export interface Table {
  /** File names without their endings. */
  readonly stem: string;
  readonly title: string;
  readonly madeBy: string;
  /** How the rows are shown; none: as splits that were written. */
  readonly render?: (of: Table, rows: readonly Row[], isStale: (row: Row) => boolean) => string;
}

/** The committed table: JSON for this program, Markdown for people. */
export function readRows(folder: string, { stem }: Table): Row[] {
  const path = join(folder, `${stem}.json`);
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as { rows: Row[] }).rows : [];
}

/** @param isStale whether a row is older than the engine or its own entry */
export function writeRows(folder: string, of: Table, rows: readonly Row[], isStale: (row: Row) => boolean): void {
  writeFileSync(join(folder, `${of.stem}.json`), `${JSON.stringify({ schemaVersion: 1, rows }, null, 2)}\n`);
  writeFileSync(join(folder, `${of.stem}.md`), (of.render ?? renderRows)(of, rows, isStale));
}

const HEAD = [
  'target',
  'lines',
  'bound',
  'largest',
  'left',
  'files (<40)',
  'outcome',
  'evidence',
  'tests before = after',
  'undone',
  'over the limit because of',
  'widened',
  'runs: different',
  'split again',
  'seconds',
  'engine, date',
  'why',
];

function renderRows({ title, madeBy }: Table, rows: readonly Row[], isStale: (row: Row) => boolean): string {
  const counted = rows.filter(({ heldOut }) => !heldOut);
  const apart = rows.filter(({ heldOut }) => heldOut);
  const tools = [...new Set(rows.flatMap((row) => row.tools))].sort();
  return [
    `# ${title}`,
    '',
    `Made by \`${madeBy}\`. *Proven*: every rung asked for is proven, and no file is larger than the limit; where a unit is larger,`,
    'no file is larger than the bound, and at least 80 % of the lines outside of that unit left the facade. A refusal is a miss.',
    '*left*: share of the lines of movable units, without those that set the bound, that are no longer in the facade.',
    '*undone*: after `undo`, `git status` is empty and every byte and mode as before.',
    '*split again*: what a second `split` says to the facade that the first one wrote.',
    '',
    `${proven(counted)} of ${counted.length} proven; held out: ${proven(apart)} of ${apart.length}. Tools: ${tools.join(', ')}.`,
    `By the rungs alone: ${shown(counted)} of ${counted.length}, held out ${shown(apart)} of ${apart.length}.`,
    smallness(counted),
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

const proven = (rows: readonly Row[]): number => rows.filter(({ verdict }) => verdict === 'proven').length;

/** Rows that every rung asked for proves, whatever the sizes. */
const shown = (rows: readonly Row[]): number =>
  rows.filter(({ verdict }) => verdict === 'proven' || verdict === 'too-large').length;

function smallness(rows: readonly Row[]): string {
  const sized = rows.flatMap(({ sizes, limit }) => (sizes ? [{ ...sizes, limit }] : []));
  const within = sized.filter(({ largest, limit }) => largest <= limit).length;
  const sum = (key: 'files' | 'underForty'): number => sized.reduce((total, one) => total + one[key], 0);
  return `No file over the limit: ${within} of ${sized.length} that were written. Of ${sum('files')} files ${sum('underForty')} have less than 40 lines.`;
}

function table(rows: readonly Row[], isStale: (row: Row) => boolean): string[] {
  return [HEAD, HEAD.map(() => '---'), ...rows.map((row) => cells(row, isStale(row)))].map(
    (line) => `| ${line.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`,
  );
}

function cells(row: Row, stale: boolean): string[] {
  const { sizes } = row;
  return [
    row.target,
    `${row.lines}`,
    `${row.bound ?? '-'}`,
    `${sizes?.largest ?? '-'}`,
    sizes ? `${Math.round(sizes.left * 100)} %` : '-',
    sizes ? `${sizes.files} (${sizes.underForty})` : '-',
    row.verdict,
    row.evidence.map(({ rung, verdict }) => `${rung} ${verdict}`).join(', ') || '-',
    row.tests === null ? '-' : `${row.tests} = ${row.tests}`,
    row.undone === null ? '-' : row.undone ? 'yes' : 'NO',
    row.larger && sizes && sizes.largest > row.limit
      ? row.larger.map((unit) => `\`${unit.slice(0, 60)}\``).join(', ')
      : '-',
    `${row.widened ?? '-'}`,
    row.reruns ? `${row.reruns.runs}: ${row.reruns.different}` : '-',
    row.again ?? '-',
    `${row.seconds}`,
    `${row.revision}, ${row.date}${stale ? ', **stale**' : ''}`,
    [row.why.length > 300 ? `${row.why.slice(0, 300)} …` : row.why, ...refusalFixtures(row, process.cwd())].join(' '),
  ];
}
