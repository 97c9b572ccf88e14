import { basename } from 'node:path';
import { RefactorError } from '../../core/errors.ts';

/** One line of a list of repositories. */
export interface RepoEntry {
  /** A folder, or what `git clone` takes, as it is written. */
  readonly source: string;
  readonly isClone: boolean;
  /** The folder of a clone, without those above it. */
  readonly name: string;
}

const ADDRESS = /^(?:https?|ssh|git|file):\/\/|^[\w.-]+@[\w.-]+:/;

/**
 * A folder or an address on each line; blank lines and those that begin with # are left out. Throws RefactorError `nothing-named` where nothing
 * is left, or two clones would be one folder.
 * @param file for messages
 */
export function readRepos(text: string, file: string): RepoEntry[] {
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .map((line) => line.trim());
  const entries = [...new Set(lines)]
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((source) => ({ source, isClone: ADDRESS.test(source), name: nameOf(source) }));
  if (entries.length === 0) throw problem(file, 'it holds no line but blank ones and comments');
  const clones = entries.filter(({ isClone }) => isClone);
  const double = clones.find(({ name }, i) => clones.findIndex((one) => one.name === name) !== i);
  if (double) throw problem(file, `two clones would be the folder ${double.name}`);
  return entries;
}

/** As `git clone` would call it. */
const nameOf = (source: string): string =>
  basename(source.replace(/[/\\]+$/, '').replace(/\.git$/, ''))
    .split(':')
    .at(-1)!;

const problem = (file: string, why: string): RefactorError =>
  new RefactorError({
    code: 'nothing-named',
    what: `${file} is no list of repositories`,
    why,
    whatToDo: 'Write a folder or an address on each line, each once.',
  });
