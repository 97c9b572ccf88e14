import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { judge } from '../../../src/engine/mcp/probe/judge.ts';
import { runProbe } from '../../../src/engine/mcp/probe/run-probe.ts';

interface Asked {
  readonly id?: number;
  readonly method: string;
  readonly params?: { readonly [key: string]: unknown };
}

interface Reply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

type Handle = (asked: Asked, request: IncomingMessage) => Reply;

const open: Server[] = [];
afterEach(() => {
  for (const server of open.splice(0)) server.close();
});

async function listen(handle: Handle, seen: string[] = []): Promise<string> {
  const server = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk) => {
      text += chunk;
    });
    request.on('end', () => {
      const asked = text === '' ? { method: request.method!, params: {} } : (JSON.parse(text) as Asked);
      seen.push(`${request.method} ${asked.method} ${request.headers['mcp-session-id'] ?? '-'}`);
      const { status = 200, headers = {}, body = '' } = handle(asked, request);
      response.writeHead(status, { 'Content-Type': 'application/json', ...headers });
      response.end(body);
    });
  });
  open.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/mcp`;
}

const probe = async (url: string) => {
  const transcript = await runProbe(
    { kind: 'url', url, headers: {} },
    {
      era: 'auto',
      timeoutStart: 5_000,
      timeoutCall: 5_000,
      timeoutClose: 1_000,
      calls: [],
      version: '0.0.0',
      lineLimit: 1 << 20,
      signal: new AbortController().signal,
    },
  );
  return { transcript, rules: judge(transcript).map(({ rule }) => rule) };
};

const TOOL = { name: 'echo', inputSchema: { type: 'object' } };
const answer = ({ id }: Asked, result: object): string => JSON.stringify({ jsonrpc: '2.0', id, result });
const refuse = ({ id }: Asked, code: number, data?: object): string =>
  JSON.stringify({ jsonrpc: '2.0', id, error: { code, message: 'no', ...(data ? { data } : {}) } });

const legacy: Handle = (asked, { headers }) => {
  if (headers.origin !== undefined) return { status: 403 };
  if (asked.method === 'DELETE') return { status: 200 };
  if (asked.id === undefined) return { status: 202 };
  if (asked.method === 'initialize')
    return {
      headers: { 'Mcp-Session-Id': 's1' },
      body: answer(asked, {
        protocolVersion: '2025-11-25',
        capabilities: { tools: {} },
        serverInfo: { name: 'http', version: '1' },
      }),
    };
  if (headers['mcp-session-id'] !== 's1') return { status: 400, body: '' };
  if (asked.method === 'tools/list')
    return {
      headers: { 'Content-Type': 'text/event-stream' },
      body: `: open\n\nid: 1\ndata:\n\ndata: ${answer(asked, { tools: [TOOL] })}\n\n`,
    };
  if (asked.method === 'ping') return { body: answer(asked, {}) };
  return { body: refuse(asked, asked.method === 'tools/call' ? -32602 : -32601) };
};

const modern: Handle = (asked, { headers }) => {
  const meta = asked.params?._meta as Readonly<Record<string, unknown>> | undefined;
  const version = meta?.['io.modelcontextprotocol/protocolVersion'];
  if (headers.origin !== undefined) return { status: 403 };
  if (headers['mcp-method'] !== asked.method) return { status: 400, body: refuse(asked, -32020) };
  if (version === undefined) return { status: 400, body: refuse(asked, -32602) };
  if (version !== '2026-07-28') return { status: 400, body: refuse(asked, -32022, { supported: ['2026-07-28'] }) };
  const complete = { resultType: 'complete', ttlMs: 0, cacheScope: 'public' };
  if (asked.method === 'server/discover')
    return { body: answer(asked, { ...complete, supportedVersions: ['2026-07-28'], capabilities: { tools: {} } }) };
  if (asked.method === 'tools/list') return { body: answer(asked, { ...complete, tools: [TOOL] }) };
  if (asked.method === 'tools/call') return { body: refuse(asked, -32602) };
  return { status: 404, body: refuse(asked, -32601) };
};

test('a server of the stateful era: session, events, and its end', async () => {
  const seen: string[] = [];
  const { transcript, rules } = await probe(await listen(legacy, seen));
  expect(rules).toEqual([]);
  expect(transcript.failure).toBeNull();
  expect(transcript.established.handshake).toMatchObject({ era: '2025', version: '2025-11-25' });
  expect(transcript.lists[0]!.first.items).toEqual([TOOL]);
  expect(seen.slice(0, 3)).toEqual([
    'POST server/discover -',
    'POST initialize -',
    'POST notifications/initialized s1',
  ]);
  expect(seen.at(-1)).toBe('DELETE DELETE s1');
  expect(transcript.closing.steps.at(-1)).toMatchObject({ to: 'closed' });
});

test('a server of the stateless era: headers say what the body says', async () => {
  const { transcript, rules } = await probe(await listen(modern));
  expect(rules).toEqual([]);
  expect(transcript.established.handshake).toMatchObject({ era: '2026', version: '2026-07-28' });
});

test.each<[string, Handle, string[]]>([
  [
    'any origin',
    (asked, request) => legacy(asked, { ...request, headers: { ...request.headers, origin: undefined } } as never),
    ['mcp-origin-unchecked'],
  ],
  [
    'headers unchecked',
    (asked, request) =>
      modern(asked, { ...request, headers: { ...request.headers, 'mcp-method': asked.method } } as never),
    ['mcp-header-unchecked'],
  ],
  [
    'plain text',
    (asked, request) =>
      asked.method === 'ping'
        ? { headers: { 'Content-Type': 'text/plain' }, body: answer(asked, {}) }
        : legacy(asked, request),
    ['mcp-http-answer'],
  ],
  [
    'a notification is answered with 200',
    (asked, request) => (asked.method === 'notifications/initialized' ? { status: 200 } : legacy(asked, request)),
    ['mcp-http-answer'],
  ],
  [
    'a stream without its answer',
    (asked, request) =>
      asked.method === 'ping'
        ? { headers: { 'Content-Type': 'text/event-stream' }, body: ': bye\n\n' }
        : legacy(asked, request),
    ['mcp-message-half', 'mcp-no-answer'],
  ],
  [
    'a body past the limit',
    (asked, request) =>
      asked.method === 'tools/list'
        ? { body: answer(asked, { tools: [], more: 'x'.repeat(2 << 20) }) }
        : legacy(asked, request),
    ['mcp-message-oversized', 'mcp-origin-unchecked'],
  ],
])('%s', async (_name, handle, rules) => {
  expect((await probe(await listen(handle))).rules).toEqual(rules);
});

test('nobody listens', async () => {
  const url = await listen(legacy);
  for (const server of open.splice(0)) await new Promise((resolve) => server.close(resolve));
  const { transcript } = await probe(url);
  expect(transcript.failure).toMatchObject({ kind: 'unreachable', detail: 'ECONNREFUSED' });
  expect(transcript.established.handshake).toBeNull();
});

test('an answer that leads elsewhere is not followed', async () => {
  const seen: string[] = [];
  const elsewhere = await listen(legacy, seen);
  const { transcript } = await probe(await listen(() => ({ status: 307, headers: { Location: elsewhere } })));
  expect(transcript.failure).toMatchObject({ kind: 'handshake' });
  expect(seen).toEqual([]);
});
