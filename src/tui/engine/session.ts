import { isRefactorError, type Problem, RefactorError } from '../../core/errors.ts';
import type { Desk } from './answer-request.ts';
import type { EngineEvent, Request } from './messages.ts';
import type { Scanned } from './rank-workspace.ts';
import { scanWorkspace } from './scan-workspace.ts';
import type { SessionOptions } from './session-options.ts';

export interface Session {
  /** Never throws: what goes wrong is told as `failed`. */
  readonly ask: (request: Request) => void;
  /** Stops what runs; resolves once nothing does. */
  readonly close: () => Promise<void>;
}

/** The engine behind the screen: one open workspace, asked by messages, answering by events. The same rooms as the command line's. */
export function openSession(options: SessionOptions, emit: (event: EngineEvent) => void): Session {
  let scanned: Scanned | null = null;
  let scan = new AbortController();
  let work = new AbortController();
  const running = new Set<Promise<void>>();

  const reopen = async (): Promise<void> => {
    scan.abort();
    scan = new AbortController();
    scanned = null;
    scanned = await scanWorkspace(options, emit, scan.signal);
  };
  const desk: Desk = {
    options,
    emit,
    reopen,
    written: null,
    opened() {
      if (scanned) return scanned;
      throw new RefactorError({
        code: 'not-open-yet',
        what: 'The workspace is not read yet',
        why: 'the scan has not come to its end',
        whatToDo: 'Wait for it, then ask again.',
      });
    },
  };

  /** Which signal stops it is settled when it is asked for: a cancel may come before its code is loaded. */
  const answer = async (request: Request): Promise<void> => {
    if (request.type === 'open') return reopen();
    if (request.type === 'cancel') return work.abort();
    if (request.type === 'apply') work = new AbortController();
    const { signal } = request.type === 'apply' ? work : scan;
    if (request.type === 'detail' || request.type === 'history') return (await import('./tell.ts')).tell(request, desk);
    const { answerRequest } = await import('./answer-request.ts');
    return answerRequest(request, desk, signal);
  };

  return {
    ask(request) {
      const done = answer(request)
        .catch((error: unknown) => emit({ type: 'failed', request, problem: problemOf(error) }))
        .finally(() => running.delete(done));
      running.add(done);
    },
    async close() {
      scan.abort();
      work.abort();
      await Promise.all(running);
    },
  };
}

function problemOf(error: unknown): Problem {
  if (isRefactorError(error)) return error.problem;
  const why = error instanceof Error ? error.message : String(error);
  const { code } = error as NodeJS.ErrnoException;
  if (typeof code === 'string')
    return { code: 'file-problem', what: 'A file could not be read or written', why, whatToDo: 'Check the path.' };
  return {
    code: 'internal',
    what: 'Internal error',
    why,
    whatToDo: 'Please report it, with what you did last.',
  };
}
