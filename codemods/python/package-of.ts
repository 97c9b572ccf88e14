import { basename, dirname, join } from 'node:path/posix';
import type { CodemodFile } from '../define-file-codemod.ts';

/** Where a file stands among the packages. */
export interface Place {
  /** The folder that holds the outermost package; '' for the workspace's root. */
  readonly base: string;
  /** Names of the packages around the file, the outermost first. */
  readonly packages: readonly string[];
}

const PROJECT_FILES = ['pyproject.toml', 'setup.py', 'setup.cfg'];
const SOURCE_FOLDERS = new Set(['', 'src', 'lib', 'python']);

/** The packages around a file. Refuses one whose name when it is imported is not certain. */
export function placeOf(file: CodemodFile): Place {
  if (file.path.endsWith('.pyi')) file.refuse('it is a stub');
  // The name of an object, as decorators write it, is none of the module's.
  if (/(?<!\w\.|\w)__(?:package|name|spec)__\s*=[^=]/.test(file.text))
    file.refuse('it sets its own name, from which relative imports count');
  const packages: string[] = [];
  let folder = dirname(file.path);
  while (folder !== '.' && file.exists(join(folder, '__init__.py')) === 'file') {
    packages.unshift(basename(folder));
    folder = dirname(folder);
  }
  if (packages.length === 0)
    file.refuse('no __init__.py stands beside it, so that the name of its package is not certain');
  const base = folder === '.' ? '' : folder;
  const isSource =
    SOURCE_FOLDERS.has(base) ||
    PROJECT_FILES.some((name) => file.exists(join(base, name)) === 'file') ||
    isSourceOf(file, base);
  if (!isSource) file.refuse(`nothing says that ${base} is a folder that Python imports from`);
  if (packages.some((name) => !/^[\p{L}_][\p{L}\p{N}_]*$/u.test(name)))
    file.refuse('a folder around it is no name that can be imported');
  return { base, packages };
}

/** `packages/x/src` beside the manifest of x. */
const isSourceOf = (file: CodemodFile, base: string): boolean =>
  SOURCE_FOLDERS.has(basename(base)) && PROJECT_FILES.some((name) => file.exists(join(dirname(base), name)) === 'file');
