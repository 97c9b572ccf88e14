import { existsSync, realpathSync, statSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { RefactorError } from '../core/errors.ts';

/**
 * The workspace's root for a folder: the nearest folder upwards with `omni-refactor.toml` or `.git`, else the folder itself.
 * @returns an absolute path without symbolic links
 * @throws RefactorError `folder-not-found` | `not-a-folder`
 */
export function findWorkspace(folder: string): string {
  const start = realFolder(folder);
  for (let dir = start; ; dir = dirname(dir)) {
    if (existsSync(join(dir, 'omni-refactor.toml')) || existsSync(join(dir, '.git'))) return dir;
    if (dirname(dir) === dir) return start;
  }
}

function realFolder(folder: string): string {
  let real: string;
  try {
    real = realpathSync(folder);
  } catch (error) {
    const loop = (error as NodeJS.ErrnoException).code === 'ELOOP';
    throw new RefactorError({
      code: loop ? 'symlink-loop' : 'folder-not-found',
      what: `${folder} cannot be opened`,
      why: loop ? 'its symbolic links form a loop' : 'there is no such folder, or permission to enter it is denied',
      whatToDo: 'Name an existing folder.',
    });
  }
  if (statSync(real).isDirectory()) return real;
  throw new RefactorError({
    code: 'not-a-folder',
    what: `${folder} is not a folder`,
    why: 'a workspace is a folder',
    whatToDo: 'Name the folder that contains it.',
  });
}

/**
 * A path that the user typed, as the workspace knows it: relative to the root, with `/`. Taken from the current folder, else from the root.
 * Symbolic links on the way are followed, so that a path that leaves the workspace through one is found out.
 * @throws RefactorError `file-not-found` | `path-outside` | `path-is-folder` | `symlink-loop`
 */
export function workspacePath(root: string, cwd: string, typed: string): string {
  const near = isAbsolute(typed) ? typed : resolve(cwd, typed);
  // Reports name files from the workspace's root: what one says can be typed in a folder below it too.
  const absolute = !existsSync(near) && existsSync(resolve(root, typed)) ? resolve(root, typed) : near;
  const real = realFile(absolute, typed);
  const inside = requireInside(root, real, typed);
  if (statSync(real).isDirectory()) {
    throw new RefactorError({
      code: 'path-is-folder',
      what: `${typed} is a folder`,
      why: 'this command works on one file',
      whatToDo: 'Name a file in it.',
    });
  }
  return inside;
}

function requireInside(root: string, absolute: string, typed: string): string {
  const inside = relative(root, absolute);
  if (!inside.startsWith('..') && !isAbsolute(inside)) return inside.split(sep).join('/');
  throw new RefactorError({
    code: 'path-outside',
    what: `${typed} is outside the workspace`,
    why: 'only files below its root are read or changed',
    whatToDo: 'Run the command in the repository that contains the file, or name that with --root.',
  });
}

/**
 * The path of a file that may not exist yet, relative to the workspace: the nearest folder above it that is there decides where it lies.
 * Throws RefactorError `path-outside`.
 */
export function plannedPath(root: string, cwd: string, typed: string): string {
  const absolute = resolve(cwd, typed);
  if (existsSync(absolute)) return workspacePath(root, cwd, typed);
  let folder = dirname(absolute);
  while (!existsSync(folder)) folder = dirname(folder);
  return requireInside(root, join(realpathSync(folder), relative(folder, absolute)), typed);
}

function realFile(absolute: string, typed: string): string {
  try {
    return realpathSync(absolute);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const loop = code === 'ELOOP';
    const denied = code === 'EACCES';
    throw new RefactorError({
      code: loop ? 'symlink-loop' : denied ? 'file-unreadable' : 'file-not-found',
      what: `${typed} cannot be opened`,
      why: loop
        ? 'its symbolic links form a loop'
        : denied
          ? 'permission to read it is denied'
          : 'there is no such file',
      whatToDo: 'Check the path; it is taken relative to the current folder.',
    });
  }
}
