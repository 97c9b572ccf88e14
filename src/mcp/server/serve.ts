import { Server } from '@modelcontextprotocol/server';
import { serveStdio } from '@modelcontextprotocol/server/stdio';
import { claimStdout } from './claim-stdout.ts';
import { findRoots } from './find-roots.ts';
import { lineTransport } from './line-transport.ts';

export interface ServeOptions {
  readonly cwd: string;
  /** Folders as they were typed; none: the workspace of `cwd`. */
  readonly roots: readonly string[];
  readonly allowExecute: boolean;
  readonly version: string;
  /** Ends the server, as the end of stdin does. */
  readonly signal: AbortSignal;
}

/**
 * Serves MCP on stdin and stdout, to clients of both eras, until stdin ends.
 * Throws RefactorError `folder-not-found`, `not-a-folder`, `root-inside-workspace`.
 */
export async function serve(options: ServeOptions): Promise<void> {
  findRoots(options.cwd, options.roots);
  const { messages, release } = claimStdout();
  const transport = lineTransport(process.stdin, messages);
  const ended = new Promise<void>((resolve) => {
    const server = (): Server => {
      const made = new Server({ name: 'omni-refactor', version: options.version }, { capabilities: { tools: {} } });
      made.setRequestHandler('tools/list', () => ({ tools: [] }));
      return made;
    };
    serveStdio(server, { transport, onerror: (error) => process.stderr.write(`${error.message}\n`) });
    const { onclose } = transport;
    transport.onclose = () => {
      onclose?.();
      resolve();
    };
    options.signal.addEventListener('abort', () => void transport.close(), { once: true });
  });
  await ended;
  release();
}
