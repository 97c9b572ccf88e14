import { existsSync, realpathSync } from 'node:fs';
import { isAbsolute, relative, resolve } from 'node:path';
import { RefactorError } from '../../core/errors.ts';
import type { Rung } from '../../core/evidence.ts';

/** The workspace that a call means. Throws RefactorError `root-not-named`, `unknown-root`. */
export function rootOf(roots: readonly string[], named: string | undefined): string {
  const [only, ...others] = roots;
  if (named === undefined && only !== undefined && others.length === 0) return only;
  const whatToDo = `Give one of these as \`root\`: ${roots.join(', ')}.`;
  if (named === undefined)
    throw new RefactorError({
      code: 'root-not-named',
      what: 'The call does not say which workspace it means',
      why: `this server has ${roots.length}`,
      whatToDo,
    });
  const found = roots.find((root) => root === named || root === real(resolve(only!, named)));
  if (found !== undefined) return found;
  throw new RefactorError({
    code: 'unknown-root',
    what: `${named} is not a workspace of this server`,
    why: 'only those that it was started with are read or changed',
    whatToDo,
  });
}

/**
 * One side of a comparison: a folder within the roots by its real path, or else a revision as it was given.
 * Throws RefactorError `path-outside`.
 */
export function sideOf(roots: readonly string[], root: string, typed: string): string {
  const path = resolve(root, typed);
  if (!existsSync(path) && !isAbsolute(typed)) return typed;
  const folder = real(path);
  if (folder !== null && roots.some((one) => isInside(one, folder))) return folder;
  throw new RefactorError({
    code: 'path-outside',
    what: `${typed} is outside the workspaces of this server`,
    why: 'only folders within them are compared',
    whatToDo: 'Name a revision, or a folder within them.',
  });
}

/** The rungs that a call may ask for, as one word. Throws RefactorError `execution-not-allowed`. */
export function evidenceOf(allowExecute: boolean, rungs: readonly Rung[] = []): string {
  const executing = rungs.filter((rung) => rung !== 'S');
  if (executing.length === 0) return 'S';
  if (allowExecute) return ['S', ...executing].join(',');
  throw new RefactorError({
    code: 'execution-not-allowed',
    what: `Evidence ${executing.join(', ')} is not available here`,
    why: 'it builds and runs code of the workspace, and the server was started without --allow-execute',
    whatToDo: 'Ask for S alone, or ask the person who started the server to add --allow-execute.',
  });
}

function isInside(root: string, path: string): boolean {
  const inside = relative(root, path);
  return inside !== '..' && !inside.startsWith('../') && !isAbsolute(inside);
}

function real(path: string): string | null {
  try {
    return realpathSync(path);
  } catch {
    // It is not there, or may not be looked at: then it is no folder of ours.
    return null;
  }
}
