import { parentPort, workerData } from 'node:worker_threads';
import { bare } from './passes.ts';
import type { Source } from './sources.ts';

const sources = workerData as readonly Source[];
for (let i = 0; i < sources.length; i++) {
  bare(sources[i]!);
  if (i % 40 === 39) await new Promise((done) => setImmediate(done));
}
parentPort!.postMessage('done');
