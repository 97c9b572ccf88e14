import { isAbsolute, relative, resolve, sep } from 'node:path';
import { RefactorError } from '../core/errors.ts';
import { matcherOf } from '../workspace/compile-glob.ts';
import type { View } from '../workspace/view.ts';

export interface NamedPaths {
  /** From the workspace's root, in the order in which they were typed. */
  readonly globs: readonly string[];
  /** Whether one of them names the path; where none was typed, every path is named. */
  readonly isNamed: (path: string) => boolean;
}

/**
 * The files that arguments name: files, folders and globs, from the current folder; what names nothing there is taken from the root, from
 * where reports name files.
 * Throws RefactorError `file-not-found` | `path-outside` for one that names nothing.
 */
export function namedPaths(view: View, root: string, cwd: string, typed: readonly string[]): NamedPaths {
  const globs = typed.map((text) => globOf(view, root, cwd, text));
  const matchers = globs.map(matcherFor);
  return { globs, isNamed: (path) => typed.length === 0 || matchers.some((matches) => matches(path)) };
}

const matcherFor = (glob: string): ((path: string) => boolean) => matcherOf([glob === '' ? '**' : `./${glob}`]);

function globOf(view: View, root: string, cwd: string, text: string): string {
  const near = relative(root, resolve(cwd, text));
  const isOutside = near === '..' || near.startsWith(`..${sep}`) || isAbsolute(near);
  const tried = [...(isOutside ? [] : [near]), relative(root, resolve(root, text))].map((glob) =>
    glob.split(sep).join('/'),
  );
  const found = tried.find((glob) => !glob.startsWith('..') && view.files.some(({ path }) => matcherFor(glob)(path)));
  if (found !== undefined) return found;
  throw isOutside ? outside(text) : namesNothing(text);
}

const outside = (text: string): RefactorError =>
  new RefactorError({
    code: 'path-outside',
    what: `${text} is outside the workspace`,
    why: 'only files below its root are read or changed',
    whatToDo: 'Run the command in the repository that contains it, or name that with --root.',
  });

const namesNothing = (text: string): RefactorError =>
  new RefactorError({
    code: 'file-not-found',
    what: `${text} names no file of the workspace`,
    why: 'there is no such file or folder, or git or the configuration ignores it',
    whatToDo: 'Check the path; a glob has to be quoted, so that the shell leaves it alone.',
  });
