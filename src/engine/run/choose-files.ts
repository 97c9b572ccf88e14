import { isAbsolute, relative, resolve, sep } from 'node:path';
import { RefactorError } from '../../core/errors.ts';
import { isScript } from '../../languages/javascript/is-script.ts';
import { matcherOf } from '../../workspace/compile-glob.ts';
import type { FileEntry, View } from '../../workspace/view.ts';

export interface Chosen {
  readonly files: readonly FileEntry[];
  /** Files that were named and that no codemod of this run reads. */
  readonly others: readonly { readonly path: string; readonly why: string }[];
}

/**
 * The JavaScript and TypeScript files that the arguments name: files, folders and globs, from where they were typed; none: all.
 * Throws RefactorError `file-not-found` | `path-outside` for one that names nothing.
 */
export function chooseFiles(view: View, root: string, cwd: string, typed: readonly string[]): Chosen {
  const globs = typed.map((text) => insideOf(root, cwd, text));
  const matchers = globs.map((glob) => matcherOf([glob === '' ? '**' : `./${glob}`]));
  const named =
    typed.length === 0 ? [...view.files] : view.files.filter(({ path }) => matchers.some((matches) => matches(path)));
  for (const [i, isNamed] of matchers.entries())
    if (!view.files.some(({ path }) => isNamed(path))) throw namesNothing(typed[i]!);
  const files: FileEntry[] = [];
  const others: { path: string; why: string }[] = [];
  for (const file of named) {
    if (isScript(file.grammar)) files.push(file);
    else if (globs.includes(file.path))
      others.push({ path: file.path, why: 'it is not a JavaScript or TypeScript file' });
  }
  return { files, others };
}

function insideOf(root: string, cwd: string, text: string): string {
  const inside = relative(root, resolve(cwd, text));
  if (inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside))
    throw new RefactorError({
      code: 'path-outside',
      what: `${text} is outside the workspace`,
      why: 'only files below its root are read or changed',
      whatToDo: 'Run the command in the repository that contains it, or name that with --root.',
    });
  return inside.split(sep).join('/');
}

const namesNothing = (text: string): RefactorError =>
  new RefactorError({
    code: 'file-not-found',
    what: `${text} names no file of the workspace`,
    why: 'there is no such file or folder, or git or the configuration ignores it',
    whatToDo: 'Check the path; a glob has to be quoted, so that the shell leaves it alone.',
  });
