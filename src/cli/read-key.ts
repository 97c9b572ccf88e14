import type { ReadStream } from 'node:tty';
import { cancelled } from '../core/cancelled.ts';

/** The next key that is typed on a terminal, without Enter; Ctrl-C and the end of the input cancel. Throws RefactorError `cancelled`. */
export function readKey(input: ReadStream, signal: AbortSignal): Promise<string> {
  return new Promise((resolve, reject) => {
    const end = (): void => {
      input.off('data', onData).off('end', onEnd);
      signal.removeEventListener('abort', onEnd);
      input.setRawMode(false);
      input.pause();
    };
    const onEnd = (): void => {
      end();
      reject(cancelled());
    };
    const onData = (data: Buffer): void => {
      const key = data.toString('utf8');
      if (key === '\u0003' || key === '\u0004') {
        onEnd();
        return;
      }
      end();
      // What was typed behind it belongs to the next question.
      if (key.length > 1 && !key.startsWith('\u001b')) input.unshift(key.slice(1));
      resolve(key.startsWith('\u001b') ? '' : key.slice(0, 1));
    };
    input.setRawMode(true);
    input.on('data', onData).on('end', onEnd).resume();
    signal.addEventListener('abort', onEnd, { once: true });
  });
}
