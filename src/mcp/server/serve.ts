import type { Worker } from 'node:worker_threads';
import { serveStdio } from '@modelcontextprotocol/server/stdio';
import { sanitize } from '../../report/sanitize.ts';
import { claimStdout } from './claim-stdout.ts';
import { findRoots } from './find-roots.ts';
import { keepPlans } from './keep-plans.ts';
import { lineTransport } from './line-transport.ts';
import { makeServer } from './make-server.ts';
import { openThreads } from './threads.ts';

export interface ServeOptions {
  readonly cwd: string;
  /** Folders as they were typed; none: the workspace of `cwd`. */
  readonly roots: readonly string[];
  readonly allowExecute: boolean;
  readonly version: string;
  /** Starts a thread that answers `ToThread` with `FromThread`. */
  readonly startThread: () => Worker;
  /** Ends the server, as the end of stdin does. */
  readonly signal: AbortSignal;
}

/**
 * Serves MCP on stdin and stdout, to clients of both eras, until stdin ends.
 * Throws RefactorError `folder-not-found`, `not-a-folder`, `root-inside-workspace`.
 */
export async function serve({ cwd, roots, allowExecute, version, startThread, signal }: ServeOptions): Promise<void> {
  const served = {
    roots: findRoots(cwd, roots),
    allowExecute,
    threads: openThreads(startThread),
    plans: keepPlans(),
  };
  const { messages, release } = claimStdout();
  const transport = lineTransport(process.stdin, messages);
  const onerror = (error: Error): void => {
    process.stderr.write(`${sanitize(error.message).slice(0, 500)}\n`);
  };
  const ended = new Promise<void>((resolve) => {
    serveStdio(() => makeServer(version, served), { transport, onerror });
    const { onclose } = transport;
    transport.onclose = () => {
      onclose?.();
      resolve();
    };
  });
  signal.addEventListener('abort', () => void transport.close(), { once: true });
  await ended;
  await served.threads.close();
  release();
}
