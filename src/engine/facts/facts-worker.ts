import { parentPort } from 'node:worker_threads';
import { FACTS } from '../../../analyzers/facts.ts';
import type { Grammar } from '../../languages/language.ts';
import { factsOfText, type TextFacts } from './facts-of-text.ts';

export interface FactsJob {
  readonly id: number;
  readonly bytes: Uint8Array;
  readonly grammar: Grammar;
  readonly factIds: readonly string[];
}

export interface FactsAnswer {
  readonly id: number;
  readonly facts: TextFacts;
}

const byId = new Map(FACTS.map((fact) => [fact.id, fact]));

const waiting: FactsJob[] = [];

// One file a turn of the event loop: between two files it is seen that the thread has to stop.
function run(): void {
  const job = waiting.shift();
  if (!job) return;
  const { id, bytes, grammar, factIds } = job;
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
  const facts = factsOfText(
    text,
    grammar,
    factIds.map((factId) => byId.get(factId)!),
  );
  parentPort!.postMessage({ id, facts } satisfies FactsAnswer);
  if (waiting.length > 0) setImmediate(run);
}

// To stop a thread from outside while it is in native code ends the whole process: it stops by itself, between two files.
parentPort?.on('message', (job: FactsJob | null) => {
  if (job === null) {
    waiting.length = 0;
    parentPort!.close();
  } else if (waiting.push(job) === 1) setImmediate(run);
});
