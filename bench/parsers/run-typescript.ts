// npm run bench:parsers [-- --home FOLDER] [--only NAME]: reads the published sources of packages by this program and by TypeScript's own parser, and
// compares what both see. Writes typescript-results.md. Needs npm and its registry; not part of `npm test`.
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { fetchPackage } from '../corpus/fetch-package.ts';
import { mustRun } from '../corpus/run-command.ts';
import { askOracle } from './ask-oracle.ts';
import { compareFeatures } from './compare-features.ts';
import { ourFeatures } from './our-features.ts';
import { type PackageRow, renderParsers } from './render-parsers.ts';
import { type ReadPackage, TYPESCRIPT_PACKAGES } from './typescript-packages.ts';

/** The last line that has a programming interface. */
const ORACLE = 'typescript@5.9.3';

const { values } = parseArgs({
  options: {
    home: { type: 'string', default: join(homedir(), '.cache/omni-refactor-corpus') },
    only: { type: 'string', default: '' },
  },
});
mkdirSync(values.home, { recursive: true });
const oracle = join(values.home, 'oracles', ORACLE);
mkdirSync(oracle, { recursive: true });
writeFileSync(join(oracle, 'package.json'), '{ "private": true }\n');
mustRun(['npm', 'install', '--silent', '--ignore-scripts', '--no-audit', '--no-fund', ORACLE], oracle);

const isWanted = (path: string, files: ReadPackage['files']): boolean => {
  if (/[\\/]node_modules[\\/]|\.min\.[cm]?js$/.test(path)) return false;
  const declares = /\.d\.([\w-]+\.)?[cm]?ts$/.test(path);
  if (files === 'javascript') return /\.([cm]?js|jsx)$/.test(path);
  return /\.([cm]?ts|tsx)$/.test(path) && declares === (files === 'declarations');
};

function readPackage({ name, version, files }: ReadPackage): PackageRow {
  const folder = fetchPackage({ ecosystem: 'npm', name, version }, values.home);
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => isWanted(path, files))
    .sort()
    .map((path) => join(folder, path))
    .filter((path) => statSync(path).isFile());
  const asked = askOracle(oracle, paths);
  const row: PackageRow = {
    name: `${name} ${version}`,
    version: asked.version,
    files: 0,
    foreign: 0,
    partial: [],
    silent: [],
  };
  for (const path of paths) {
    const theirs = asked.features.get(path);
    if (theirs === undefined) {
      row.foreign += 1;
      continue;
    }
    row.files += 1;
    const ours = ourFeatures(path, readFileSync(path, 'utf8'));
    const place = relative(folder, path);
    if (typeof ours === 'number') row.partial.push(`${place}:${ours}`);
    else {
      const why = compareFeatures(ours, theirs);
      if (why !== null) row.silent.push(`${place}: ${why}`);
    }
  }
  process.stderr.write(
    `${row.name}: ${row.files} files, ${row.partial.length} partial, ${row.silent.length} read otherwise\n`,
  );
  return row;
}

const rows = TYPESCRIPT_PACKAGES.filter(({ name }) => name.includes(values.only)).map(readPackage);
const text = renderParsers(
  [
    '# TypeScript, read by two parsers',
    '',
    `\`npm run bench:parsers\`; the other parser is TypeScript ${rows[0]?.version ?? '?'}. Statements, bodies of functions, and the numbers of calls, branches,`,
    'loops, classes and elements of markup are compared.',
  ],
  rows,
);
if (values.only === '') writeFileSync(join(process.cwd(), 'bench/parsers/typescript-results.md'), text);
else process.stdout.write(text);
const count = rows.reduce((sum, { files }) => sum + files, 0);
const partial = rows.reduce((sum, row) => sum + row.partial.length, 0);
process.exitCode = partial * 1000 > count || rows.some(({ silent }) => silent.length > 0) ? 1 : 0;
