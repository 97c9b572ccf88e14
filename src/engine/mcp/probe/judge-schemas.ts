import { once } from 'node:events';
import type { Worker } from 'node:worker_threads';
import { startWorker } from '../../../process/start-worker.ts';

export type SchemaVerdict =
  | { readonly kind: 'fits' }
  | { readonly kind: 'problem'; readonly why: string }
  /** It takes too long, or breaks its reader: neither is known. */
  | { readonly kind: 'unjudged'; readonly why: string };

/** Reads schemas, and values by them, each within a bounded time. */
export interface SchemaJudge {
  readonly schema: (schema: object) => Promise<SchemaVerdict>;
  readonly value: (schema: object, value: unknown) => Promise<SchemaVerdict>;
  readonly close: () => Promise<void>;
}

const PATIENCE_MS = 5_000;
/** Of one thread: a schema may be made to take all memory. */
const HEAP_MB = 256;

export function openSchemaJudge(): SchemaJudge {
  let worker: Worker | null = null;
  const judge = async (job: { schema: object; value?: unknown }): Promise<SchemaVerdict> => {
    worker ??= await startThread();
    const found = await answerOf(worker, job);
    if (found.kind === 'unjudged') {
      await worker.terminate();
      worker = null;
    }
    return found;
  };
  return {
    schema: (schema) => judge({ schema }),
    value: (schema, value) => judge({ schema, value }),
    close: async () => {
      await worker?.terminate();
    },
  };
}

/** With its reader loaded, so that the time of a schema is its own. */
async function startThread(): Promise<Worker> {
  const worker = startWorker('schema-worker', import.meta.url, {
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
  });
  // One that is being ended may still fail; who waits for it has a listener of its own.
  worker.on('error', () => {});
  await once(worker, 'message');
  return worker;
}

function answerOf(worker: Worker, job: object): Promise<SchemaVerdict> {
  return new Promise((resolve) => {
    const settle = (verdict: SchemaVerdict): void => {
      clearTimeout(timer);
      worker.off('message', onMessage);
      worker.off('error', onError);
      resolve(verdict);
    };
    const onMessage = (why: string | null): void => settle(why === null ? { kind: 'fits' } : { kind: 'problem', why });
    const onError = (error: Error): void => settle({ kind: 'unjudged', why: error.message });
    const timer = setTimeout(() => settle({ kind: 'unjudged', why: `not read within ${PATIENCE_MS} ms` }), PATIENCE_MS);
    worker.on('message', onMessage);
    worker.on('error', onError);
    worker.postMessage(job);
  });
}
