import { Worker, type WorkerOptions } from 'node:worker_threads';

/**
 * Starts a thread from the module `name` that stands beside `beside` (an `import.meta.url`). Beside compiled modules that is a compiled
 * one. Run from source (`npm run dev`), it is the source, and the thread needs a loader of its own: hooks are not handed to threads.
 */
export function startWorker(name: string, beside: string, options: WorkerOptions): Worker {
  if (!beside.endsWith('.ts')) return new Worker(new URL(`./${name}.js`, beside), options);
  const source = JSON.stringify(new URL(`./${name}.ts`, beside).href);
  const loader = JSON.stringify(import.meta.resolve('tsx/esm/api'));
  const load = `import(${loader}).then(({ register }) => { register(); return import(${source}); });`;
  return new Worker(load, { ...options, eval: true });
}
