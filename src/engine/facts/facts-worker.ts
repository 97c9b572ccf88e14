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
const FILES_PER_TURN = 40;

const waiting: FactsJob[] = [];
let running = false;

// Native trees are only freed when the event loop turns.
async function run(): Promise<void> {
  running = true;
  for (let done = 1; waiting.length > 0; done++) {
    const { id, bytes, grammar, factIds } = waiting.shift()!;
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
    const facts = factsOfText(
      text,
      grammar,
      factIds.map((factId) => byId.get(factId)!),
    );
    parentPort!.postMessage({ id, facts } satisfies FactsAnswer);
    if (done % FILES_PER_TURN === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  running = false;
}

parentPort?.on('message', (job: FactsJob) => {
  waiting.push(job);
  if (!running) void run();
});
