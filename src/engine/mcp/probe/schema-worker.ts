import { parentPort } from 'node:worker_threads';
import { schemaProblem, valueProblem } from './schema-problem.ts';

/** A thread of its own: a schema of somebody else may take for ever, by its patterns alone. */
interface Job {
  readonly schema: object;
  readonly value?: unknown;
}

parentPort!.postMessage('ready');
parentPort!.on('message', (job: Job) => {
  parentPort!.postMessage('value' in job ? valueProblem(job.schema, job.value) : schemaProblem(job.schema));
});
