/** What became of one package's files. */
export interface PackageRow {
  readonly name: string;
  /** Of the other parser. */
  readonly version: string;
  files: number;
  /** Files that the other parser does not understand: Flow, templates, Python 2. */
  foreign: number;
  readonly partial: string[];
  readonly silent: string[];
}

/** @param heading the title, and what is compared with what */
export function renderParsers(heading: readonly string[], rows: readonly PackageRow[]): string {
  const sum = (pick: (row: PackageRow) => number): number => rows.reduce((all, row) => all + pick(row), 0);
  const files = sum((row) => row.files);
  const partial = sum((row) => row.partial.length);
  const silent = sum((row) => row.silent.length);
  return [
    ...heading,
    '*Partial*: a place is not understood, and said so. *Otherwise*: another thing is read, and nothing is said.',
    '',
    `${files} files, ${partial} partial (${((partial * 100) / Math.max(files, 1)).toFixed(2)} %), ${silent} otherwise.`,
    '',
    '| files of | files | of another language | partial | otherwise |',
    '|---|---|---|---|---|',
    ...rows.map(
      (row) => `| ${row.name} | ${row.files} | ${row.foreign} | ${row.partial.length} | ${row.silent.length} |`,
    ),
    '',
    ...rows.flatMap((row) => [...row.partial, ...row.silent].map((place) => `- ${row.name}: ${place}`)),
    '',
  ].join('\n');
}
