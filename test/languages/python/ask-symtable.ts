import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from '../../../src/languages/parse.ts';
import { describeScopes } from './describe-scopes.ts';

export interface Comparison {
  readonly version: string;
  readonly files: number;
  readonly functions: number;
  readonly scopes: number;
  readonly symbols: number;
  /** Files that CPython itself cannot compile. */
  readonly refused: number;
  /** Files that our grammar reads with errors: a split refuses them. */
  readonly partial: readonly string[];
  /** `path: ours | theirs`, the first difference of each file. */
  readonly differences: readonly string[];
}

const SCRIPT = new URL('../../oracles/symtable-dump.py', import.meta.url).pathname;

export const standardLibrary = (): string =>
  execFileSync('python3', ['-c', 'import sysconfig; print(sysconfig.get_path("stdlib"))'], { encoding: 'utf8' }).trim();

/** Every `.py` file below a folder, sorted; without installed packages. */
export const pythonFiles = (root: string): string[] =>
  (readdirSync(root, { recursive: true }) as string[])
    .filter((path) => path.endsWith('.py') && !path.includes('site-packages'))
    .sort()
    .map((path) => join(root, path));

/** Compares our scopes with those of the running CPython, scope by scope and name by name. */
export function compareWithSymtable(paths: readonly string[]): Comparison {
  const output = execFileSync('python3', ['-X', 'utf8', SCRIPT], {
    input: paths.map((path) => `${path}\n`).join(''),
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  const [head, ...answers] = output
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  let [functions, scopes, symbols, refused] = [0, 0, 0, 0];
  const partial: string[] = [];
  const differences: string[] = [];
  for (const answer of answers) {
    if (answer.error !== undefined) {
      refused += 1;
      continue;
    }
    const theirs = [...answer.scopes].sort() as string[];
    const syntax = parse(readFileSync(answer.path, 'utf8'), 'python');
    if (syntax.errors.length > 0) {
      partial.push(answer.path);
      continue;
    }
    const ours = describeScopes(syntax);
    scopes += theirs.length;
    for (const line of theirs) {
      if (/^\S+ function /.test(line)) functions += 1;
      symbols += line.split(' ').length - 2;
    }
    const at = theirs.findIndex((line, i) => line !== ours[i]);
    if (at !== -1 || ours.length !== theirs.length)
      differences.push(`${answer.path}: ${ours[at === -1 ? theirs.length : at]} | ${theirs[at]}`);
  }
  return { version: head.version, files: answers.length, functions, scopes, symbols, refused, partial, differences };
}
