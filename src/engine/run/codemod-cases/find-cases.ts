import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import { RefactorError } from '../../../core/errors.ts';

/** A folder with `input` and `expected`, or two files of these names with one extension. Paths are absolute. */
export interface Case {
  readonly folder: string;
  /** The root that the codemod sees. */
  readonly root: string;
  /** Its files, from that root. */
  readonly inputs: readonly string[];
  /** What is expected, by the path from that root: of a single file it is the one of the input. Null: nothing is written down yet. */
  readonly expected: ReadonlyMap<string, string> | null;
  /** Where what is expected is written, by the path from the root. */
  readonly placeOf: (path: string) => string;
  readonly params: Readonly<Record<string, unknown>>;
  /** Null: only failures count. */
  readonly report: string | null;
}

/** A codemod and its cases. */
export interface Suite {
  /** Absolute. */
  readonly codemod: string;
  readonly isData: boolean;
  readonly cases: readonly Case[];
}

const CODEMOD = /^(?:codemod|transform|index)\.[cm]?[jt]sx?$|^rules?\.ya?ml$/;
const SKIPPED = new Set(['node_modules', '.git', 'dist', 'target']);

/** Every folder below with a folder `cases` beside a codemod, sorted. */
export function findSuites(folder: string): Suite[] {
  const names = readdirSync(folder, { withFileTypes: true });
  const codemod = names.find((entry) => entry.isFile() && CODEMOD.test(entry.name));
  const hasCases = names.some((entry) => entry.isDirectory() && entry.name === 'cases');
  if (codemod !== undefined && hasCases) {
    const isData = /\.ya?ml$/.test(codemod.name);
    return [{ codemod: join(folder, codemod.name), isData, cases: readCases(join(folder, 'cases')) }];
  }
  return names
    .filter((entry) => entry.isDirectory() && !SKIPPED.has(entry.name))
    .map(({ name }) => name)
    .sort()
    .flatMap((name) => findSuites(join(folder, name)));
}

/**
 * The cases of a folder, one folder each, sorted by name. Throws RefactorError `case-not-read`.
 * @internal
 */
export const readCases = (folder: string): Case[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
    .map((name) => readCase(join(folder, name)));

function readCase(folder: string): Case {
  const params = paramsOf(join(folder, 'params.json'));
  const report = textOf(join(folder, 'report.txt'));
  const input = join(folder, 'input');
  if (existsSync(input) && statSync(input).isDirectory()) {
    const expected = join(folder, 'expected');
    const found = existsSync(expected) ? filesOf(expected) : null;
    return {
      folder,
      root: input,
      inputs: filesOf(input),
      expected: found && new Map(found.map((path) => [path, readFileSync(join(expected, path), 'utf8')])),
      placeOf: (path) => join(expected, path),
      params,
      report,
    };
  }
  const single = readdirSync(folder).find((name) => /^input\.\w+$/.test(name));
  if (single === undefined) throw notRead(folder, 'it holds neither a folder `input` nor a file such as input.ts');
  const place = join(folder, single.replace(/^input/, 'expected'));
  const text = textOf(place);
  const placeOf = (path: string): string => (path === single ? place : join(folder, 'expected-files', path));
  const expected = text === null ? null : new Map([[single, text]]);
  return { folder, root: folder, inputs: [single], expected, placeOf, params, report };
}

const textOf = (path: string): string | null => (existsSync(path) ? readFileSync(path, 'utf8') : null);

const filesOf = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();

function paramsOf(path: string): Record<string, unknown> {
  const text = textOf(path);
  if (text === null) return {};
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
    throw new Error('it is no object');
  } catch (error) {
    throw notRead(path, (error as Error).message);
  }
}

const notRead = (path: string, why: string): RefactorError =>
  new RefactorError({
    code: 'case-not-read',
    what: `${basename(path)} is no case that can be run`,
    why: `${path}: ${why}`,
    whatToDo: 'A case is a folder with `input` and `expected`, and params.json where the codemod takes options.',
  });
