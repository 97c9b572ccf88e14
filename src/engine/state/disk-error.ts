import { isRefactorError, RefactorError } from '../../core/errors.ts';

const FULL = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);
const CLOSED = new Set(['EACCES', 'EPERM', 'EROFS']);

/**
 * A failed file operation as a problem that people can act on; what is none is a defect and returned as it is.
 * @param what the sentence before the reason: `The change was not written`
 */
export function diskError(error: unknown, what: string): unknown {
  if (isRefactorError(error) || !(error instanceof Error) || !('code' in error)) return error;
  const { code, path, message } = error as NodeJS.ErrnoException;
  const where = path === undefined ? '' : `: ${path}`;
  if (FULL.has(code ?? '')) {
    const whatToDo = 'Make room on the disk, or raise the limit, and run the command again.';
    return new RefactorError({
      code: 'disk-full',
      what,
      why: `the disk is full, or a limit is reached${where}`,
      whatToDo,
    });
  }
  if (CLOSED.has(code ?? '')) {
    const whatToDo = 'Change its permissions, then run the command again.';
    return new RefactorError({
      code: 'not-writable',
      what,
      why: `permission denied${where}`,
      whatToDo,
    });
  }
  const whatToDo = 'Check the disk and the path, and run the command again.';
  return new RefactorError({ code: 'write-failed', what, why: message, whatToDo });
}
