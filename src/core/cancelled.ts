import { RefactorError } from './errors.ts';

/** What every stopped piece of work throws: exit 130, nothing half done. */
export const cancelled = (): RefactorError =>
  new RefactorError({
    code: 'cancelled',
    what: 'The run was stopped',
    why: 'it was cancelled before it had finished',
    whatToDo: 'Run the command again.',
  });

export function throwIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw cancelled();
}
