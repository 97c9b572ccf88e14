import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ErrorCode } from '../core/error-codes.ts';
import { RefactorError } from '../core/errors.ts';
import type { Io } from './io.ts';

/**
 * The text of a file that the user named. Throws RefactorError `file-unreadable`.
 * @param wanted what the file is to be, for the message
 */
export function readNamed(io: Io, file: string, wanted = 'a plan or change set file'): string {
  if (file === '-' && io.input !== undefined) return io.input;
  try {
    return readFileSync(resolve(io.cwd, file), 'utf8');
  } catch (error) {
    throw problem('file-unreadable', `${file} cannot be read`, error, `Name ${wanted}.`);
  }
}

/** Whether there is a file of that name. */
export const namedExists = (io: Io, file: string): boolean => existsSync(resolve(io.cwd, file));

/** Writes an output that the user named; it is not part of the workspace's change. Throws RefactorError `file-unwritable`. */
export function writeNamed(io: Io, file: string, text: string): void {
  try {
    writeFileSync(resolve(io.cwd, file), text);
  } catch (error) {
    throw problem('file-unwritable', `${file} cannot be written`, error, 'Name a file in a folder that exists.');
  }
}

const WORDS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  ENOTDIR: 'part of its path is not a folder',
  EISDIR: 'it is a folder',
  EACCES: 'permission denied',
  EROFS: 'its disk is read-only',
  ENOSPC: 'the disk is full',
};

function problem(code: ErrorCode, what: string, error: unknown, whatToDo: string): RefactorError {
  const { code: system = '', message } = error as NodeJS.ErrnoException;
  return new RefactorError({ code, what, why: WORDS[system] ?? message, whatToDo });
}
