import type { Worker } from 'node:worker_threads';
import { RefactorError } from '../../core/errors.ts';
import type { FromThread, Outcome, RunMessage, ToThread } from './messages.ts';

/** Runs command lines in threads, so that the protocol is answered meanwhile. */
export interface Threads {
  readonly run: (job: Job) => Promise<Outcome>;
  /** Stops everything: what writes has `GRACE_MS` to put back what it began, and everything else is ended. */
  readonly close: () => Promise<void>;
}

export interface Job {
  readonly message: Omit<RunMessage, 'type' | 'id'>;
  /** Never ended from outside: it ends by itself, with the tree as it was. */
  readonly writes: boolean;
  readonly signal: AbortSignal;
  readonly onProgress: (text: string) => void;
}

interface Running extends Job {
  readonly id: number;
  readonly settle: (outcome: Outcome) => void;
}

interface Thread {
  readonly worker: Worker;
  running: Running | null;
}

const MOST_THREADS = 2;
/** For a call that was cancelled and computes on. */
const PATIENCE_MS = 1_000;
const GRACE_MS = 60;

interface Pool {
  readonly start: () => Worker;
  readonly threads: Thread[];
  readonly waiting: Running[];
}

/** @param start starts a thread; none is started before the first call */
export function openThreads(start: () => Worker): Threads {
  const pool: Pool = { start, threads: [], waiting: [] };
  let ids = 0;
  return {
    run: (job) => {
      ids += 1;
      return job.signal.aborted ? Promise.resolve(CANCELLED) : enqueue(pool, job, ids);
    },
    close: () => close(pool),
  };
}

const enqueue = (pool: Pool, job: Job, id: number): Promise<Outcome> =>
  new Promise((resolve) => {
    const settle = (outcome: Outcome): void => {
      job.signal.removeEventListener('abort', onAbort);
      resolve(outcome);
    };
    const running: Running = { ...job, id, settle };
    const onAbort = (): void => cancel(pool, running);
    job.signal.addEventListener('abort', onAbort, { once: true });
    pool.waiting.push(running);
    next(pool);
  });

function next(pool: Pool): void {
  while (pool.waiting.length > 0) {
    const thread = pool.threads.find(({ running }) => running === null) ?? begin(pool);
    if (thread === null) return;
    const job = pool.waiting.shift()!;
    thread.running = job;
    send(thread, { type: 'run', id: job.id, ...job.message });
  }
}

function begin(pool: Pool): Thread | null {
  if (pool.threads.length >= MOST_THREADS) return null;
  const thread: Thread = { worker: pool.start(), running: null };
  pool.threads.push(thread);
  thread.worker.on('message', (message: FromThread) => hear(pool, thread, message));
  thread.worker.on('error', (error) => lose(pool, thread, error));
  thread.worker.on('exit', () => lose(pool, thread, new Error("the engine's thread ended")));
  return thread;
}

function hear(pool: Pool, thread: Thread, message: FromThread): void {
  const { running } = thread;
  if (running?.id !== message.id) return;
  if (message.type === 'progress') running.onProgress(message.text);
  else {
    thread.running = null;
    running.settle(message.outcome);
    next(pool);
  }
}

function lose(pool: Pool, thread: Thread, error: Error): void {
  const at = pool.threads.indexOf(thread);
  if (at < 0) return;
  pool.threads.splice(at, 1);
  thread.running?.settle(thread.running.signal.aborted ? CANCELLED : crashed(error));
  next(pool);
}

function cancel(pool: Pool, job: Running): void {
  const at = pool.waiting.indexOf(job);
  if (at >= 0) {
    pool.waiting.splice(at, 1);
    job.settle(CANCELLED);
    return;
  }
  const thread = pool.threads.find(({ running }) => running === job);
  if (thread === undefined) return;
  send(thread, { type: 'cancel', id: job.id });
  if (!job.writes) setTimeout(() => endIfBusy(thread, job), PATIENCE_MS).unref();
}

function endIfBusy(thread: Thread, job: Running): void {
  if (thread.running === job) void thread.worker.terminate();
}

async function close({ threads, waiting }: Pool): Promise<void> {
  for (const job of waiting.splice(0)) job.settle(CANCELLED);
  for (const thread of threads) if (thread.running) send(thread, { type: 'cancel', id: thread.running.id });
  const began = performance.now();
  // What only reads leaves nothing behind.
  while (threads.some(({ running }) => running?.writes) && performance.now() - began < GRACE_MS) await pause(5);
  for (const { worker } of threads.splice(0)) {
    worker.removeAllListeners();
    void worker.terminate();
  }
}

const send = ({ worker }: Thread, message: ToThread): void => worker.postMessage(message);

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const CANCELLED: Outcome = {
  problem: {
    code: 'cancelled',
    what: 'The call was cancelled',
    why: 'the client asked for that, or has gone',
    whatToDo: 'Nothing was left half written; call the tool again.',
  },
};

const crashed = (error: Error): Outcome => ({
  problem: new RefactorError({
    code: 'worker-crashed',
    what: 'The engine stopped while it worked on this call',
    why: error.message,
    whatToDo: 'Call the tool again; if it stops again, run the same command on the command line and report it.',
  }).problem,
});
