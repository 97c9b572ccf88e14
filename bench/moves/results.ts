import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Row } from './row.ts';

export function readRows(folder: string): Row[] {
  const path = join(folder, 'results.json');
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as { rows: Row[] }).rows : [];
}

export function writeRows(folder: string, rows: readonly Row[]): void {
  writeFileSync(join(folder, 'results.json'), `${JSON.stringify({ schemaVersion: 1, rows }, null, 2)}\n`);
  writeFileSync(join(folder, 'results.md'), render(rows));
}

const KINDS = {
  move: 'moves into a new module',
  shift: 'moves between parts',
  rejoin: 'joins of one part',
  join: 'joins of all parts of a split',
};

function render(rows: readonly Row[]): string {
  const kinds = (Object.keys(KINDS) as Row['what'][]).filter((what) => rows.some((row) => row.what === what));
  return [
    '# Units of published packages, moved and joined',
    '',
    'Made by `npm run corpus:moves`, on fresh copies, by the built program. *verified*: what `verify HEAD .` says by S of what was',
    'written. *same bytes*: a joined file is what it was before it was divided; else only the order of its units, or their imports, differ.',
    '*own tools*: for a share of the rows, whether cargo, pytest, unittest or tsc, started by the bench, say what they say of the package.',
    '',
    '| | run | proven | not proven | refused | error |',
    '|---|---|---|---|---|---|',
    ...kinds.map((what) => {
      const of = rows.filter((row) => row.what === what);
      const count = (...outcomes: Row['outcome'][]): number =>
        of.filter(({ outcome }) => outcomes.includes(outcome)).length;
      return `| ${KINDS[what]} | ${of.length} | ${count('proven')} | ${count('not-proven')} | ${count('refused', 'unchanged')} | ${count('error')} |`;
    }),
    '',
    '| hazard | refused |',
    '|---|---|',
    ...hazardsOf(rows).map(([id, count]) => `| ${id} | ${count} |`),
    '',
    '| target | | units | outcome | evidence | verified | same bytes | own tools | seconds | engine, date | why |',
    '|---|---|---|---|---|---|---|---|---|---|---|',
    ...rows.map(
      ({ target, what, of, outcome, evidence, verified, same, independent, seconds, engine, date, why }) =>
        `| ${[target, what, of, outcome, evidence, verified ?? '-', same === null ? '-' : same ? 'yes' : 'no', independent ?? '-', seconds, `${engine}, ${date}`, why.replaceAll('|', '\\|').replaceAll('\n', ' ')].join(' | ')} |`,
    ),
    '',
  ].join('\n');
}

function hazardsOf(rows: readonly Row[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const id of rows.flatMap(({ hazards }) => hazards)) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]);
}
