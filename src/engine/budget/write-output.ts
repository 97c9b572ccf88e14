import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { RefactorError } from '../../core/errors.ts';

/** Writes a file that the user asked for into the workspace, whole or not at all. An existing one keeps its mode. */
export function writeOutput(root: string, path: string, text: string): void {
  const target = join(root, path);
  const half = `${target}.${process.pid}.new`;
  try {
    writeFileSync(half, text, { mode: modeOf(target), flag: 'wx' });
    renameSync(half, target);
  } catch (error) {
    rmSync(half, { force: true });
    throw new RefactorError({
      code: 'output-not-written',
      what: `${path} cannot be written`,
      why: (error as Error).message,
      whatToDo: 'Make its folder writable, then run the command again.',
    });
  }
}

/** The text of a workspace's file as it is now, or null if there is none. */
export function readOutput(root: string, path: string): string | null {
  try {
    return readFileSync(join(root, path), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

function modeOf(target: string): number {
  try {
    return statSync(target).mode & 0o777;
  } catch {
    return 0o644;
  }
}
