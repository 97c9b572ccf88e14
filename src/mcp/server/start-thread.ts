import type { Worker } from 'node:worker_threads';
import { startWorker } from '../../process/start-worker.ts';

/**
 * A thread of the engine. What is printed in it comes out on stderr: stdout is for messages alone.
 * @param name of the module, from `beside`, an `import.meta.url`
 */
export function startThread(name: string, beside: string, env: Readonly<Record<string, string | undefined>>): Worker {
  const worker = startWorker(name, beside, { workerData: { env: { ...env } }, stdout: true, stderr: true });
  for (const printed of [worker.stdout, worker.stderr])
    printed.on('data', (text: Buffer) => process.stderr.write(text));
  return worker;
}
