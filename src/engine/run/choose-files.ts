import { treeLanguageOf } from '../../languages/tree-language.ts';
import type { FileEntry, View } from '../../workspace/view.ts';
import { namedPaths } from '../named-paths.ts';

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
  const { globs, isNamed } = namedPaths(view, root, cwd, typed);
  const named = view.files.filter(({ path }) => isNamed(path));
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
