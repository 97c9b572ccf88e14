import type { Io, Output } from './io.ts';
import { readKey } from './read-key.ts';

/** The real outside. A closed pipe (`| head`) ends the program quietly. */
export function processIo(signal: AbortSignal): Io {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit(0);
      throw error;
    });
  }
  return {
    cwd: process.cwd(),
    env: process.env,
    now: () => new Date().toISOString(),
    argv: process.argv.slice(2),
    today: new Date().toISOString().slice(0, 10),
    stdout: outputOf(process.stdout),
    stderr: outputOf(process.stderr),
    signal,
    ...(process.stdin.isTTY ? { nextKey: (aborted) => readKey(process.stdin, aborted) } : {}),
    ...(process.stdin.isTTY && process.stderr.isTTY && process.env.TERM !== 'dumb'
      ? { terminal: { input: process.stdin, output: process.stderr } }
      : {}),
  };
}

const outputOf = (stream: NodeJS.WriteStream): Output => ({
  write: (text) => {
    stream.write(text);
  },
  isTTY: stream.isTTY === true,
  columns: stream.isTTY ? stream.columns : null,
});
