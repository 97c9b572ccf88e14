import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { RefactorError } from '../../core/errors.ts';
import { findWorkspace } from '../../engine/find-workspace.ts';

/**
 * The workspaces to serve: real paths, in the order that they were named, none twice. A folder inside of a workspace is refused: the
 * workspace around it would have to be read.
 * Throws RefactorError `folder-not-found`, `not-a-folder`, `root-inside-workspace`.
 */
export function findRoots(cwd: string, named: readonly string[]): readonly string[] {
  if (named.length === 0) return [findWorkspace(cwd)];
  return [...new Set(named.map((folder) => wholeWorkspace(cwd, folder)))];
}

function wholeWorkspace(cwd: string, folder: string): string {
  const root = findWorkspace(resolve(cwd, folder));
  if (root === realpathSync(resolve(cwd, folder))) return root;
  throw new RefactorError({
    code: 'root-inside-workspace',
    what: `${folder} is not a workspace of its own`,
    why: `it lies in ${root}, which would have to be read`,
    whatToDo: `Name ${root}, or put an omni-refactor.toml into ${folder}.`,
  });
}
