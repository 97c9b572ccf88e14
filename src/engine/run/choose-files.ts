import { isAbsolute, relative, resolve, sep } from 'node:path';
import { RefactorError } from '../../core/errors.ts';
import { treeLanguageOf } from '../../languages/tree-language.ts';
import { matcherOf } from '../../workspace/compile-glob.ts';
import type { FileEntry, View } from '../../workspace/view.ts';

export interface Chosen {
  readonly files: readonly FileEntry[];
  /** Files that were named and that no codemod of this run reads. */
  readonly others: readonly { readonly path: string; readonly why: string }[];
  /** Paths that were typed as they are. */
  readonly named: ReadonlySet<string>;
}

/**
 * The files that the arguments name and that a codemod can read: files, folders and globs, from where they were typed; none: all.
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
    if (treeLanguageOf(file.path) !== null) files.push(file);
    else if (globs.includes(file.path))
      others.push({ path: file.path, why: 'it is no file of Rust, Python, JavaScript or TypeScript' });
  }
  return { files, others, named: new Set(globs) };
}

/** Those of the chosen files that the steps read; one that was named itself and is read by none is told apart. */
export function readBySteps({ files, others, named }: Chosen, reads: ReadonlySet<string>): Chosen {
  const unread = files.filter(({ path }) => named.has(path) && !reads.has(path));
  return {
    files: files.filter(({ path }) => reads.has(path)),
    others: [...others, ...unread.map(({ path }) => ({ path, why: 'no codemod of this run reads its language' }))],
    named,
  };
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
