import { keyParser } from '../keys/parse-keys.ts';

/** A lone escape is the key itself if nothing follows it for so long. */
const ESCAPE_MS = 20;

export interface Keyboard {
  readonly open: () => void;
  readonly close: () => void;
}

/** Raw keys of a terminal, by name. While it is closed the terminal belongs to somebody else. */
export function keyboard(stdin: NodeJS.ReadStream, onKey: (key: string) => void): Keyboard {
  const parser = keyParser();
  const decoder = new TextDecoder();
  let timer: NodeJS.Timeout | null = null;
  const onData = (bytes: Buffer): void => {
    if (timer) clearTimeout(timer);
    timer = null;
    for (const key of parser.feed(decoder.decode(bytes, { stream: true }))) onKey(key);
    if (parser.waiting())
      timer = setTimeout(() => {
        for (const key of parser.flush()) onKey(key);
      }, ESCAPE_MS);
  };
  return {
    open() {
      stdin.setRawMode(true);
      stdin.on('data', onData);
      stdin.resume();
    },
    close() {
      if (timer) clearTimeout(timer);
      stdin.off('data', onData);
      stdin.pause();
      stdin.setRawMode(false);
    },
  };
}
