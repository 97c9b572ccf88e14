// npm run bench:parsers:python [-- --home FOLDER] [--only NAME] [--library]: reads the libraries of the interpreters found here, and published sources,
// by this program and by CPython's own parser, and compares what both see. Writes docs/measurements/python-parsers.md. Needs pip and its registry,
// except with --library; not part of `npm test`.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { interpreters } from '../../test/helpers/interpreters.ts';
import { fetchPackage } from '../corpus/fetch-package.ts';
import { mustRun } from '../corpus/run-command.ts';
import { packageId } from '../corpus/targets.ts';
import { askCpython } from './ask-cpython.ts';
import { compareFeatures } from './compare-features.ts';
import type { Features } from './our-features.ts';
import { pythonFeatures } from './python-features.ts';
import { PYTHON_PACKAGES } from './python-packages.ts';
import { type PackageRow, renderParsers } from './render-parsers.ts';

const { values } = parseArgs({
  options: {
    home: { type: 'string', default: join(homedir(), '.cache/omni-refactor-corpus') },
    only: { type: 'string', default: '' },
    library: { type: 'boolean', default: false },
  },
});
mkdirSync(values.home, { recursive: true });

interface Source {
  readonly name: string;
  readonly interpreter: string;
  readonly folder: () => string;
}

/** Hashes: an equal file of another source is read once. */
const seen = new Set<string>();
const hashOfFile = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('base64');

/** Files that are asked about at once: what the oracle says of more would fill the memory. */
const AT_ONCE = 400;

const pathsOf = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.py'))
    .sort()
    .map((path) => join(folder, path))
    .filter((path) => statSync(path).isFile() && !seen.has(hashOfFile(path)));

function readSource({ name, interpreter, folder }: Source): PackageRow {
  const root = folder();
  const paths = pathsOf(root);
  const row: { -readonly [Key in keyof PackageRow]: PackageRow[Key] } = {
    name,
    version: '',
    files: 0,
    foreign: 0,
    partial: [],
    silent: [],
  };
  for (let from = 0; from < paths.length; from += AT_ONCE) {
    const some = paths.slice(from, from + AT_ONCE);
    const asked = askCpython(interpreter, some);
    row.version = asked.version;
    for (const path of some) readOne(row, root, path, asked.features.get(path));
  }
  process.stderr.write(
    `${row.name}: ${row.files} files, ${row.partial.length} partial, ${row.silent.length} read otherwise\n`,
  );
  return row;
}

function readOne(row: PackageRow, root: string, path: string, theirs: Features | undefined): void {
  if (theirs === undefined) {
    row.foreign += 1;
    return;
  }
  seen.add(hashOfFile(path));
  row.files += 1;
  const ours = pythonFeatures(readFileSync(path, 'utf8'));
  const place = relative(root, path);
  if (typeof ours === 'number') {
    row.partial.push(`${place}:${ours}`);
    return;
  }
  const why = compareFeatures(ours, theirs, true);
  if (why !== null) row.silent.push(`${place}: ${why}`);
}

const libraryOf = (interpreter: string): string =>
  mustRun([interpreter, '-c', 'import sysconfig; print(sysconfig.get_path("stdlib"))'], dirname(interpreter)).trim();

const found = await interpreters();
const newest = found.at(-1)!;
const libraries = [...found].reverse().map(
  ({ path, version }): Source => ({
    name: `library and installed packages of ${version}`,
    interpreter: path,
    folder: () => libraryOf(path),
  }),
);
const packages = PYTHON_PACKAGES.map(
  (of): Source => ({
    name: packageId(of),
    interpreter: newest.path,
    folder: () => fetchPackage(of, values.home),
  }),
);
const sources = [...libraries, ...(values.library ? [] : packages)];
const rows = sources.filter(({ name }) => name.includes(values.only)).map(readSource);
const heading = [
  '# Python, read by two parsers',
  '',
  '`npm run bench:parsers:python`; the other parser is that of CPython (`ast`): the interpreter whose library it is, for published sources',
  `${newest.version}. Equal files are read once. Statements with their ranges, bodies of functions, every identifier, and the numbers of calls, branches, loops,`,
  'handlers, classes, decorators, comprehensions and imports are compared.',
];
const text = renderParsers(heading, rows);
if (values.only === '' && !values.library)
  writeFileSync(join(process.cwd(), 'docs/measurements/python-parsers.md'), text);
else process.stdout.write(text);
const count = rows.reduce((sum, { files }) => sum + files, 0);
const partial = rows.reduce((sum, row) => sum + row.partial.length, 0);
process.exitCode = partial * 1000 > count || rows.some(({ silent }) => silent.length > 0) ? 1 : 0;
