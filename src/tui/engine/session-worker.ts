import { parentPort, workerData } from 'node:worker_threads';
import type { EngineEvent, Request } from './messages.ts';
import { sendActivity, sendRows } from './send-rows.ts';
import type { SessionOptions } from './session-options.ts';
import { storedRanking } from './stored-ranking.ts';

const options = workerData as SessionOptions;
const emit = (event: EngineEvent): void => parentPort?.postMessage(event);

// Rows of before that hold still, if there are any, before parsers and analyzers are loaded: that takes longer than all that they need.
const stored = await storedRanking(options);
if (stored !== null) {
  await sendRows(emit, 'file', stored);
  sendActivity(emit, stored);
}

const { openSession } = await import('./session.ts');
const session = openSession(options, emit);

parentPort?.on('message', (message: Request | { readonly type: 'close' }) => {
  if (message.type !== 'close') session.ask(message);
  else void session.close().then(() => parentPort?.close());
});
