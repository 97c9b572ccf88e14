import type { Compared } from './compare.ts';

const VERDICTS = ['equal', 'partial', 'lost', 'rejected', 'accepted'] as const;

/** One row a crate where anything but equal reading was found, and the sum of all. */
export function renderTable(compared: readonly Compared[]): string {
  const crates = new Map<string, Compared[]>();
  for (const one of compared) {
    const crate = one.path.split('/')[0]!;
    crates.set(crate, [...(crates.get(crate) ?? []), one]);
  }
  const rows = [...crates].filter(([, list]) => list.some(({ verdict }) => verdict !== 'equal')).map(rowOf);
  const quiet = [...crates].filter(([, list]) => list.every(({ verdict }) => verdict === 'equal'));
  return [
    `| crate | files | ${VERDICTS.join(' | ')} |`,
    `|---|---:|${VERDICTS.map(() => '---:').join('|')}|`,
    ...rows,
    rowOf([`${quiet.length} others`, quiet.flatMap(([, list]) => list)]),
    rowOf([`all ${crates.size}`, [...compared]]),
  ].join('\n');
}

const rowOf = ([name, list]: readonly [string, readonly Compared[]]): string =>
  `| ${name} | ${list.length} | ${VERDICTS.map((verdict) => list.filter((one) => one.verdict === verdict).length).join(' | ')} |`;
