import { parentPort, workerData } from 'node:worker_threads';
import type { EngineEvent, Request } from './messages.ts';
import { openSession } from './session.ts';
import type { SessionOptions } from './session-options.ts';

const session = openSession(workerData as SessionOptions, (event: EngineEvent) => parentPort?.postMessage(event));

parentPort?.on('message', (message: Request | { readonly type: 'close' }) => {
  if (message.type !== 'close') session.ask(message);
  else void session.close().then(() => parentPort?.close());
});
