import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { temporaryFolder } from './disk-tree.ts';
import { PROJECT_ROOT } from './run-tool.ts';

export interface Message {
  readonly id?: number | string;
  readonly method?: string;
  readonly params?: Record<string, unknown>;
  readonly result?: Record<string, unknown>;
  readonly error?: { readonly code: number; readonly message: string };
}

export interface ToolAnswer {
  readonly isError?: boolean;
  readonly content: readonly { readonly text: string }[];
  // biome-ignore lint/suspicious/noExplicitAny: reports of every tool
  readonly structuredContent?: any;
}

/** A client of raw lines: it sends what it is told to, and keeps every line that comes back. */
export interface McpClient {
  readonly child: ChildProcessWithoutNullStreams;
  /** Lines of stdout so far. */
  readonly lines: readonly string[];
  readonly stderr: () => string;
  readonly sendLine: (line: string) => void;
  readonly request: (method: string, params?: object) => Promise<Message>;
  readonly call: (name: string, args?: object) => Promise<ToolAnswer>;
  /** Resolves with the first message that fits; messages that came before count. */
  readonly until: (fits: (message: Message) => boolean) => Promise<Message>;
  /** Ends stdin. @returns the exit code, and how long the server lived on, in ms */
  readonly end: () => Promise<{ readonly exitCode: number | null; readonly ms: number }>;
}

/** Starts the built server, with state and cache folders of its own, and shakes hands as a client of 2025-11-25. */
export async function startMcp(
  args: readonly string[],
  options: { readonly cwd?: string; readonly env?: Record<string, string>; readonly handshake?: false } = {},
): Promise<McpClient> {
  const client = startRaw(args, options.cwd ?? PROJECT_ROOT, options.env ?? {});
  if (options.handshake === false) return client;
  const clientInfo = { name: 'test', version: '1' };
  await client.request('initialize', { protocolVersion: '2025-11-25', capabilities: {}, clientInfo });
  client.sendLine(JSON.stringify({ jsonrpc: '2.0', method: 'notifications/initialized' }));
  return client;
}

function startRaw(args: readonly string[], cwd: string, env: Record<string, string>): McpClient {
  const home = temporaryFolder();
  const child = spawn(process.execPath, [join(PROJECT_ROOT, 'dist/src/cli/main.js'), 'mcp', ...args], {
    cwd,
    env: {
      ...process.env,
      OMNI_REFACTOR_STATE: join(home, 'state'),
      OMNI_REFACTOR_CACHE: join(home, 'cache'),
      ...env,
    },
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  const lines: string[] = [];
  const waiting = new Set<() => void>();
  let stderr = '';
  let rest = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const found = `${rest}${text}`.split('\n');
    rest = found.pop()!;
    lines.push(...found);
    for (const look of waiting) look();
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const exited = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  let ids = 0;

  const until = (fits: (message: Message) => boolean): Promise<Message> =>
    new Promise((resolve) => {
      let seen = 0;
      const look = (): void => {
        while (seen < lines.length) {
          const message = JSON.parse(lines[seen]!) as Message;
          seen += 1;
          if (!fits(message)) continue;
          waiting.delete(look);
          resolve(message);
          return;
        }
      };
      waiting.add(look);
      look();
    });

  const sendLine = (line: string): void => {
    child.stdin.write(`${line}\n`);
  };
  const request = (method: string, params?: object): Promise<Message> => {
    ids += 1;
    const id = ids;
    sendLine(JSON.stringify({ jsonrpc: '2.0', id, method, ...(params ? { params } : {}) }));
    return until((message) => message.id === id && message.method === undefined);
  };
  return {
    child,
    lines,
    stderr: () => stderr,
    sendLine,
    request,
    until,
    call: async (name, args = {}) =>
      (await request('tools/call', { name, arguments: args })).result as unknown as ToolAnswer,
    end: async () => {
      const began = performance.now();
      child.stdin.end();
      return { exitCode: await exited, ms: performance.now() - began };
    },
  };
}
