import { availableParallelism } from 'node:os';
import type { Worker } from 'node:worker_threads';
import { FACTS } from '../../../analyzers/facts.ts';
import { cancelled, throwIfCancelled } from '../../core/cancelled.ts';
import { RefactorError } from '../../core/errors.ts';
import { isTextual } from '../../languages/extract-facts.ts';
import type { Fact } from '../../languages/fact.ts';
import type { Grammar } from '../../languages/language.ts';
import { startWorker } from '../../process/start-worker.ts';
import { factsOfText, type TextFacts } from './facts-of-text.ts';
import type { FactsAnswer, FactsJob } from './facts-worker.ts';

/** One content whose facts are wanted. */
export interface FileJob {
  readonly path: string;
  readonly key: string;
  readonly grammar: Grammar;
  readonly bytes: Buffer;
  readonly facts: readonly Fact[];
}

export interface MapOptions {
  /** Threads beside this one; 0 works in this one. */
  readonly workers: number;
  readonly signal?: AbortSignal | undefined;
}

type OnFacts = (job: FileJob, facts: TextFacts) => void;

/** Jobs that are sent ahead to each worker, so that it never waits for the disk. */
const AHEAD = 4;
/** A native tree is freed once its small object is collected: young objects are looked through twice as often as by default. */
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
  if (options.workers === 0 || !import.meta.url.endsWith('.js')) return mapHere(iterator, options, onFacts);
  const first: FileJob[] = [];
  for (let next = iterator.next(); !next.done; next = iterator.next()) {
    first.push(next.value);
    if (first.length > FEW_FILES) return mapInWorkers(chain(first, iterator), options, onFacts);
  }
  await mapHere(first[Symbol.iterator](), options, onFacts);
}

/** The threads that pay on this machine. */
export const defaultWorkers = (): number => {
  const cores = availableParallelism();
  return cores === 1 ? 0 : Math.min(cores, 8);
};

/** What needs no tree is done here at once: it takes less than to hand it over. */
function* needingTrees(jobs: Iterable<FileJob>, onFacts: OnFacts): Generator<FileJob> {
  for (const job of jobs)
    if (job.facts.every(isTextual)) onFacts(job, factsOfText(job.bytes.toString('utf8'), job.grammar, job.facts));
    else yield job;
}

function* chain(first: readonly FileJob[], rest: Iterator<FileJob>): Generator<FileJob> {
  yield* first;
  for (let next = rest.next(); !next.done; next = rest.next()) yield next.value;
}

async function mapHere(jobs: Iterator<FileJob>, options: MapOptions, onFacts: OnFacts): Promise<void> {
  for (let next = jobs.next(); !next.done; next = jobs.next()) {
    throwIfCancelled(options.signal);
    const job = next.value;
    onFacts(job, factsOfText(job.bytes.toString('utf8'), job.grammar, job.facts));
    // Native trees are only freed when the event loop turns.
    await new Promise((resolve) => setImmediate(resolve));
  }
}

const isRegistered = (fact: Fact): boolean =>
  FACTS.some((known) => known.id === fact.id && known.version === fact.version);

async function mapInWorkers(jobs: Iterator<FileJob>, options: MapOptions, onFacts: OnFacts): Promise<void> {
  const pending = new Map<number, FileJob>();
  const workers: Worker[] = [];
  let sent = 0;
  let exhausted = false;

  /** The next job that a thread can do; those with facts that threads cannot compute are done here. */
  const take = (): FileJob | null => {
    while (!exhausted) {
      const next = jobs.next();
      if (next.done) exhausted = true;
      else if (next.value.facts.every(isRegistered)) return next.value;
      else onFacts(next.value, factsOfText(next.value.bytes.toString('utf8'), next.value.grammar, next.value.facts));
    }
    return null;
  };
  const feed = (worker: Worker): void => {
    const job = take();
    if (!job) return;
    const id = sent++;
    pending.set(id, job);
    // A copy with a buffer of its own: small buffers share one, which cannot be handed over.
    const bytes = new Uint8Array(job.bytes);
    const message: FactsJob = { id, bytes, grammar: job.grammar, factIds: job.facts.map((fact) => fact.id) };
    worker.postMessage(message, [bytes.buffer]);
  };

  let onAbort = (): void => {};
  try {
    await new Promise<void>((resolve, reject) => {
      onAbort = () => reject(cancelled());
      const finish = (): void => {
        if (exhausted && pending.size === 0) resolve();
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
      for (let i = 0; i < options.workers && !exhausted; i++) {
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
        guarded(() => {
          for (let ahead = 0; ahead < AHEAD; ahead++) feed(worker);
        });
      }
    });
  } finally {
    options.signal?.removeEventListener('abort', onAbort);
    await Promise.all(workers.map(stop));
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
