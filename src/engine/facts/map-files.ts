import { availableParallelism } from 'node:os';
import type { Worker } from 'node:worker_threads';
import { cancelled, throwIfCancelled } from '../../core/cancelled.ts';
import { RefactorError } from '../../core/errors.ts';
import { isTextual } from '../../languages/extract-facts.ts';
import { startWorker } from '../../process/start-worker.ts';
import type { FactsAnswer, FactsJob } from './facts-worker.ts';
import { type FileJob, type JobQueue, type OnFacts, openQueue, readHere } from './job-queue.ts';

export interface MapOptions {
  /** Threads that read, this one among them; with 0, too, this one reads. */
  readonly workers: number;
  readonly signal?: AbortSignal | undefined;
}

/** Jobs that are sent ahead to each worker, so that it does not wait for the disk, nor for the file that this thread reads. */
const AHEAD = 8;
/** What a file leaves behind is garbage soon: young objects are looked through twice as often as by default. */
const LIMITS = { maxYoungGenerationSizeMb: 12 };
/** The slowest real file took eleven seconds. */
const STOP_MS = 15_000;
/** So few files are done before a thread has loaded its grammars. */
const FEW_FILES = 24;

/**
 * Computes the facts of every job, in threads where that is possible: the code is compiled and all facts are registered in FACTS.
 * `onFacts` is called with each job exactly once, in any order. A thread that ends early is an error `worker-crashed`, never fewer files.
 */
export async function mapFiles(jobs: Iterable<FileJob>, options: MapOptions, onFacts: OnFacts): Promise<void> {
  const iterator = needingTrees(jobs, onFacts);
  if (options.workers <= 1 || !import.meta.url.endsWith('.js')) return mapHere(iterator, options, onFacts);
  const first: FileJob[] = [];
  for (let next = iterator.next(); !next.done; next = iterator.next()) {
    first.push(next.value);
    if (first.length > FEW_FILES) return mapInWorkers(chain(first, iterator), options, onFacts);
  }
  await mapHere(first[Symbol.iterator](), options, onFacts);
}

/** The threads that pay on this machine. */
export const defaultWorkers = (): number => Math.min(availableParallelism(), 8);

/** What needs no tree is done here at once: it takes less than to hand it over. */
function* needingTrees(jobs: Iterable<FileJob>, onFacts: OnFacts): Generator<FileJob> {
  for (const job of jobs)
    if (job.facts.every(isTextual)) readHere(job, onFacts);
    else yield job;
}

function* chain(first: readonly FileJob[], rest: Iterator<FileJob>): Generator<FileJob> {
  yield* first;
  for (let next = rest.next(); !next.done; next = rest.next()) yield next.value;
}

async function mapHere(jobs: Iterator<FileJob>, options: MapOptions, onFacts: OnFacts): Promise<void> {
  for (let next = jobs.next(); !next.done; next = jobs.next()) {
    throwIfCancelled(options.signal);
    readHere(next.value, onFacts);
    await turn();
  }
}

/** Lets messages and signals in. */
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

async function mapInWorkers(jobs: Iterator<FileJob>, options: MapOptions, onFacts: OnFacts): Promise<void> {
  const pending = new Map<number, FileJob>();
  const workers: Worker[] = [];
  const queue = openQueue(jobs, onFacts);
  const state = { sent: 0, isOver: false };

  const feed = (worker: Worker): void => {
    const job = queue.take();
    if (!job) return;
    const id = state.sent++;
    pending.set(id, job);
    // A copy with a buffer of its own: small buffers share one, which cannot be handed over.
    const bytes = new Uint8Array(job.bytes);
    const message: FactsJob = { id, bytes, grammar: job.grammar, factIds: job.facts.map((fact) => fact.id) };
    worker.postMessage(message, [bytes.buffer]);
  };

  const sendAhead = (worker: Worker): void => {
    for (let ahead = 0; ahead < AHEAD; ahead++) feed(worker);
  };

  let onAbort = (): void => {};
  try {
    await new Promise<void>((resolve, reject) => {
      onAbort = () => reject(cancelled());
      const finish = (): void => {
        if (queue.isEmpty() && pending.size === 0) resolve();
      };
      const guarded = (work: () => void): void => {
        try {
          work();
          finish();
        } catch (error) {
          reject(error);
        }
      };
      options.signal?.addEventListener('abort', onAbort, { once: true });
      for (let i = 0; i < options.workers - 1 && !queue.isEmpty(); i++) {
        const worker = startWorker('facts-worker', import.meta.url, { resourceLimits: LIMITS });
        workers.push(worker);
        worker.on('message', ({ id, facts }: FactsAnswer) =>
          guarded(() => {
            const job = pending.get(id)!;
            pending.delete(id);
            onFacts(job, facts);
            feed(worker);
          }),
        );
        worker.on('error', (error) => reject(crashed(error.message, pending)));
        worker.on('exit', (code) => reject(crashed(`it ended with ${code}`, pending)));
        guarded(() => sendAhead(worker));
      }
      readAlong(queue, state, onFacts).then(finish, reject);
    });
  } finally {
    state.isOver = true;
    options.signal?.removeEventListener('abort', onAbort);
    await Promise.all(workers.map(stop));
  }
}

/** A thread of its own costs what a tenth of rust-analyzer does: its code is read and compiled anew. So this one reads as well. */
async function readAlong(queue: JobQueue, state: { readonly isOver: boolean }, onFacts: OnFacts): Promise<void> {
  for (let job = queue.take(); job !== null && !state.isOver; job = queue.take()) {
    readHere(job, onFacts);
    await turn();
  }
}

/** Asks a thread to end after its file; one that does not is ended. */
function stop(worker: Worker): Promise<unknown> {
  // It ended already.
  if (worker.threadId === -1) return Promise.resolve();
  worker.removeAllListeners('message');
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(worker.terminate()), STOP_MS);
    worker.once('exit', () => {
      clearTimeout(timer);
      resolve(undefined);
    });
    worker.postMessage(null);
  });
}

const crashed = (why: string, pending: ReadonlyMap<number, FileJob>): RefactorError =>
  new RefactorError({
    code: 'worker-crashed',
    what: 'A thread that reads files ended before its work was done',
    why: `${why}; it was reading one of ${[...pending.values()].map((job) => job.path).join(', ')}`,
    whatToDo: 'Run again with --workers 0; if that ends too, leave the file out with `exclude` and report it.',
  });
