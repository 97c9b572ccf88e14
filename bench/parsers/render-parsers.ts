/** What became of one package's files. */
export interface PackageRow {
  readonly name: string;
  /** Of TypeScript. */
  readonly version: string;
  files: number;
  /** Files that TypeScript itself does not understand: Flow, templates. */
  foreign: number;
  readonly partial: string[];
  readonly silent: string[];
}

export function renderParsers(rows: readonly PackageRow[]): string {
  const sum = (pick: (row: PackageRow) => number): number => rows.reduce((all, row) => all + pick(row), 0);
  const files = sum((row) => row.files);
  const partial = sum((row) => row.partial.length);
  const silent = sum((row) => row.silent.length);
  return [
    '# TypeScript, read by two parsers',
    '',
    `\`npm run bench:parsers\`; the other parser is TypeScript ${rows[0]?.version ?? '?'}. Statements, bodies of functions, and the numbers of calls, branches,`,
    'loops, classes and elements of markup are compared. *Partial*: a place is not understood, and said so. *Otherwise*: another thing is read, and nothing is said.',
    '',
    `${files} files, ${partial} partial (${((partial * 100) / Math.max(files, 1)).toFixed(2)} %), ${silent} otherwise.`,
    '',
    '| package | files | not TypeScript | partial | otherwise |',
    '|---|---|---|---|---|',
    ...rows.map(
      (row) => `| ${row.name} | ${row.files} | ${row.foreign} | ${row.partial.length} | ${row.silent.length} |`,
    ),
    '',
    ...rows.flatMap((row) => [...row.partial, ...row.silent].map((place) => `- ${row.name}: ${place}`)),
    '',
  ].join('\n');
}
