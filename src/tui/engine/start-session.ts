import { startWorker } from '../../process/start-worker.ts';
import type { EngineEvent } from './messages.ts';
import type { Session } from './session.ts';
import type { SessionOptions } from './session-options.ts';

const CLOSE_MS = 3_000;
/** Young objects get 32 MB by default; with fewer, reading takes as long (docs/measurements/tui.md). */
const LIMITS = { maxYoungGenerationSizeMb: 6 };

/** The session in a thread of its own: whatever it computes, no key waits for it. */
export function startSession(
  options: SessionOptions,
  emit: (event: EngineEvent) => void,
  onCrash: (error: Error) => void,
): Session {
  const worker = startWorker('session-worker', import.meta.url, { workerData: options, resourceLimits: LIMITS });
  let closing = false;
  worker.on('message', (event: EngineEvent) => emit(event));
  worker.on('error', onCrash);
  worker.on('exit', (code) => {
    if (!closing) onCrash(new Error(`the engine's thread ended with ${code}`));
  });
  return {
    ask: (request) => worker.postMessage(request),
    async close() {
      closing = true;
      const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
      worker.postMessage({ type: 'close' });
      const late = setTimeout(() => void worker.terminate(), CLOSE_MS);
      await ended;
      clearTimeout(late);
    },
  };
}
