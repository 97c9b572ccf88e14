import type { Worker } from 'node:worker_threads';
import { cancelled, throwIfCancelled } from '../../core/cancelled.ts';
import { RefactorError } from '../../core/errors.ts';
import { startWorker } from '../../process/start-worker.ts';
import type { Loaded, LoadFailure, RunAnswer, RunJob, Steps } from './messages.ts';

export interface PoolOptions {
  readonly steps: Steps['steps'];
  /** Paths from the workspace's root of which the loaded steps say whether they read them; the jobs are made of those. */
  readonly candidates: readonly string[];
  /** The ids of the jobs over the candidates that are read, in their order. */
  readonly jobsOf: (paths: ReadonlySet<string>) => readonly number[];
  /** Makes a job when it is its turn: the texts of all files at once would be as much memory as the program itself. */
  readonly jobOf: (id: number) => RunJob;
  readonly threads: number;
  /** Milliseconds that one file may take. */
  readonly timeLimit: number;
  readonly signal: AbortSignal;
  /** False: no further file is begun. */
  readonly onAnswer: (answer: RunAnswer) => boolean;
  /** What a codemod prints: it never reaches stdout, which is the report's. */
  readonly onPrint: (text: string) => void;
}

/**
 * Runs the steps over all files in threads. One that takes too long, ends its thread or takes it down with it is a failed file, and a new
 * thread goes on. Throws RefactorError `codemod-not-loaded` | `cancelled`.
 */
export async function runInThreads(options: PoolOptions): Promise<void> {
  throwIfCancelled(options.signal);
  const first = await openThread(options, options.candidates);
  const jobs = options.jobsOf(new Set(first.reads));
  let begun = 0;
  let goesOn = true;
  const next = (): RunJob | null =>
    goesOn && !options.signal.aborted && begun < jobs.length ? options.jobOf(jobs[begun++]!) : null;
  const answer = (given: RunAnswer): void => {
    if (!options.onAnswer(given)) goesOn = false;
  };
  const lanes = Math.max(1, Math.min(options.threads, jobs.length));
  await Promise.all(
    Array.from({ length: lanes }, (_, i) =>
      runLane(options, i === 0 ? first : null, next, answer).catch((error: unknown) => {
        goesOn = false;
        throw error;
      }),
    ),
  );
  if (options.signal.aborted) throw cancelled();
}

async function runLane(
  options: PoolOptions,
  opened: Thread | null,
  next: () => RunJob | null,
  answer: (given: RunAnswer) => void,
): Promise<void> {
  let job = next();
  let waiting = opened;
  if (job === null) await waiting?.close();
  while (job !== null) {
    const thread: Thread = waiting ?? (await openThread(options, []));
    waiting = null;
    try {
      while (job !== null) {
        const given = await thread.ask(job);
        answer(given.answer);
        job = next();
        if (given.isLost) break;
      }
    } finally {
      await thread.close();
    }
  }
}

interface Given {
  readonly answer: RunAnswer;
  /** The thread cannot be used any more. */
  readonly isLost: boolean;
}

interface Thread {
  /** The candidates that its steps read. */
  readonly reads: readonly string[];
  readonly ask: (job: RunJob) => Promise<Given>;
  readonly close: () => Promise<void>;
}

/** With room to grow into, a heap keeps what it could drop; a file that needs more than this ends its thread, and fails by its name. */
const LIMITS = { maxYoungGenerationSizeMb: 12, maxOldGenerationSizeMb: 1536 };

async function openThread(
  { steps, timeLimit, signal, onPrint }: PoolOptions,
  candidates: readonly string[],
): Promise<Thread> {
  const worker = startWorker('transform-worker', import.meta.url, {
    workerData: { steps, candidates } satisfies Steps,
    resourceLimits: LIMITS,
    stdout: true,
    stderr: true,
  });
  // What fails between two files would end this program.
  worker.on('error', () => {});
  for (const stream of [worker.stdout, worker.stderr]) stream.setEncoding('utf8').on('data', onPrint);
  const isRead = await loadedIn(worker, { steps, timeLimit: LOAD_LIMIT, signal }).catch(async (error: unknown) => {
    // A thread that goes on would keep this program from ending.
    await worker.terminate();
    throw error;
  });
  return {
    reads: candidates.filter((_, i) => isRead[i] === 1),
    ask: async (job) => {
      worker.postMessage(job);
      const answer = await answerOf(worker, { signal, timeLimit });
      if (!('lost' in answer)) return { answer: answer as RunAnswer, isLost: (answer as RunAnswer).isSpoiled === true };
      const outcome = { status: 'failed', step: steps.map(({ name }) => name).join(', '), why: answer.lost } as const;
      return { answer: { id: job.id, outcome, stats: {}, reports: [], parses: 0, reads: [] }, isLost: true };
    },
    close: async () => {
      await worker.terminate();
    },
  };
}

const LOAD_LIMIT = 60_000;

/** @returns for each candidate whether a step reads it, once all of them are loaded */
async function loadedIn(
  worker: Worker,
  { steps, timeLimit, signal }: Pick<PoolOptions, 'steps' | 'timeLimit' | 'signal'>,
): Promise<Loaded['reads']> {
  const answer = (await answerOf(worker, { signal, timeLimit })) as Loaded | Lost;
  if ('lost' in answer) throw notLoaded({ step: steps[0]!.name, why: 'its thread ended while it was loaded' });
  if (answer.ready.length > 0) throw notLoaded(answer.ready[0]!);
  return answer.reads;
}

interface Lost {
  readonly lost: string;
}

/** The next message of a thread, or why none comes. */
function answerOf(
  worker: Worker,
  { signal, timeLimit }: { readonly signal: AbortSignal; readonly timeLimit: number },
): Promise<object | Lost> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(cancelled());
    const listeners = {
      message: (message: object): void => end(message),
      error: (error: Error): void => end({ lost: `its thread ended: ${error.message.split('\n')[0]}` }),
      exit: (code: number): void => end({ lost: `it ended its thread with ${code}` }),
    };
    const timer = setTimeout(() => end({ lost: `it took longer than ${timeLimit / 1000} s` }), timeLimit);
    const quiet = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', abort);
      for (const [name, listener] of Object.entries(listeners)) worker.off(name, listener);
    };
    const end = (message: object): void => {
      quiet();
      resolve(message);
    };
    const abort = (): void => {
      quiet();
      reject(cancelled());
    };
    signal.addEventListener('abort', abort, { once: true });
    for (const [name, listener] of Object.entries(listeners)) worker.on(name, listener);
  });
}

const notLoaded = ({ step, why }: LoadFailure): RefactorError =>
  new RefactorError({
    code: 'codemod-not-loaded',
    what: `${step} cannot be loaded`,
    why,
    whatToDo:
      'A transform is a module that exports a function (file, api, options); its packages have to be installed in its project.',
  });
