import { parentPort, workerData } from 'node:worker_threads';
import type { Problem } from '../core/errors.ts';
import { isRefactorError } from '../core/errors.ts';
import type { ProgressEvent } from '../core/progress.ts';
import type { FromThread, Outcome, RunMessage, ToThread } from '../mcp/server/messages.ts';
import { pageOf } from '../mcp/server/page.ts';
import type { Io } from './io.ts';
import { runCli } from './run-cli.ts';

/** The command line in a thread of the MCP server: what a tool answers is what the command prints. */
const { env } = workerData as { readonly env: Io['env'] };
const running = new Map<number, AbortController>();
const send = (message: FromThread): void => parentPort?.postMessage(message);

parentPort?.on('message', (message: ToThread) => {
  if (message.type === 'cancel') running.get(message.id)?.abort();
  else void answer(message);
});

async function answer(message: RunMessage): Promise<void> {
  const control = new AbortController();
  running.set(message.id, control);
  const outcome = await outcomeOf(message, control.signal);
  running.delete(message.id);
  send({ type: 'done', id: message.id, outcome });
}

async function outcomeOf(message: RunMessage, signal: AbortSignal): Promise<Outcome> {
  const { words, root, input, page, omit, keepText } = message;
  const [command = '', ...rest] = words;
  const argv = [command, '--json', ...(command === 'explain' ? [] : [`--root=${root}`]), ...rest];
  let stdout = '';
  let stderr = '';
  await runCli(argv, {
    cwd: root,
    env,
    today: new Date().toISOString().slice(0, 10),
    now: () => new Date().toISOString(),
    argv,
    stdout: { write: (text) => (stdout += text), isTTY: false, columns: null },
    stderr: { write: (text) => (stderr += text), isTTY: false, columns: null },
    signal,
    onProgress: tell(message.id),
    ...(input === null ? {} : { input }),
  });
  try {
    const printed = JSON.parse(stdout) as Record<string, unknown>;
    if (printed.kind === 'error') return { problem: printed.error as Problem };
    const notes = stderr.split('\n').filter(Boolean).slice(0, MOST_NOTES);
    return { ...pageOf(stdout, printed, { ...page, omit }), notes, ...(keepText ? { text: stdout } : {}) };
  } catch (error) {
    if (isRefactorError(error)) return { problem: error.problem };
    return { problem: { ...NO_REPORT, why: stderr.trim().slice(0, 1_000) || String(error) } };
  }
}

const MOST_NOTES = 50;
const PROGRESS_MS = 100;

/** At most ten lines a second. */
function tell(id: number): (event: ProgressEvent) => void {
  let last = 0;
  return (event) => {
    if (event.type !== 'phase' && event.type !== 'step' && event.type !== 'command') return;
    const now = performance.now();
    if (now - last < PROGRESS_MS) return;
    last = now;
    const text =
      event.type === 'command'
        ? event.command.join(' ').slice(0, 200)
        : event.type === 'step'
          ? `${event.phase} ${event.done}/${event.total}`
          : event.phase;
    send({ type: 'progress', id, text });
  };
}

const NO_REPORT = {
  code: 'internal',
  what: 'The command printed no report',
  whatToDo: 'Run the same command on the command line, and report what it prints.',
} as const;
