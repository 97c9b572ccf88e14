import { VERSION_KEY } from '../versions.ts';
import type { Closing, Connection, Limits } from './connection.ts';
import { type Conversation, createConversation } from './conversation.ts';
import type { Outgoing } from './ledger.ts';
import { createLifecycle } from './lifecycle.ts';
import { createEventReader } from './read-events.ts';
import { type JsonObject, type RpcError, readMessage } from './read-message.ts';
import { headersOf } from './wire-http.ts';

export interface HttpOptions extends Limits {
  readonly url: string;
  /** Sent with every request, such as an authorization. */
  readonly headers: Readonly<Record<string, string>>;
}

export interface HttpConnection extends Connection {
  /** One request beside the conversation: what the server answers to headers that are wrong. Null: no answer at all. */
  readonly post: (message: Outgoing, headers: Readonly<Record<string, string>>) => Promise<HttpReply | null>;
  /** The input schemas of tools, whose parameters may have to be mirrored. */
  readonly learnTools: (schemaOf: (tool: string) => JsonObject | null) => void;
}

export interface HttpReply {
  readonly status: number;
  readonly body: string;
}

const SAMPLED = 1 << 10;
const OWN_PATIENCE_MS = 5_000;

/** Talks to a server by Streamable HTTP: each message is a POST, and its answer a JSON text or a stream of events. */
export function openHttp({ url, headers, lineLimit, now }: HttpOptions): HttpConnection {
  const lifecycle = createLifecycle(now);
  const stop = new AbortController();
  const wire = { version: null as string | null, session: null as string | null };
  let schemaOf = (_tool: string): JsonObject | null => null;
  const fetched = (message: Outgoing, more: Readonly<Record<string, string>>, signal: AbortSignal): Promise<Response> =>
    fetch(url, {
      method: 'POST',
      // Led elsewhere, a message and its session would go to somebody who was not named.
      redirect: 'manual',
      headers: { ...headersOf(message, versionOf(message, wire.version), wire.session, schemaOf), ...headers, ...more },
      body: JSON.stringify(message),
      signal,
    });
  const talk = createConversation({
    send: (message) => {
      fetched(message, {}, stop.signal)
        .then((response) => take(response, message, talk, { lineLimit, wire }))
        .catch((error: Error) => {
          if (!stop.signal.aborted) talk.end('unreachable', reasonOf(error));
        });
    },
    lifecycle,
    now,
  });
  lifecycle.send('started');
  return {
    talk,
    lifecycle,
    speak: (version) => {
      wire.version = version;
      if (version < '2026') talk.speakLegacy();
    },
    learnTools: (known) => {
      schemaOf = known;
    },
    post: async (message, more) => {
      try {
        const response = await fetched(message, more, AbortSignal.timeout(OWN_PATIENCE_MS));
        return { status: response.status, body: (await bodyOf(response, lineLimit)).toString('utf8') };
      } catch {
        return null;
      }
    },
    close: async (patience) => {
      const began = now();
      lifecycle.send('close');
      if (wire.session !== null) await endSession(url, { ...headers, 'Mcp-Session-Id': wire.session }, patience);
      stop.abort();
      lifecycle.send('gone');
      lifecycle.send('swept');
      return closing(lifecycle.steps(), now() - began);
    },
  };
}

const closing = (steps: Closing['steps'], ms: number): Closing => ({
  steps,
  by: 'none',
  ms: Math.round(ms),
  exitCode: null,
  signal: null,
  helpers: [],
  stderr: { bytes: 0, tail: '' },
});

/** A modern request says its version itself, before one was agreed on. */
function versionOf(message: Outgoing, agreed: string | null): string | null {
  const meta = message.params?._meta as JsonObject | undefined;
  const own = meta?.[VERSION_KEY];
  return typeof own === 'string' ? own : agreed;
}

const reasonOf = (error: Error): string => {
  const cause = error.cause as NodeJS.ErrnoException | undefined;
  return cause?.code ?? cause?.message ?? error.message;
};

interface Taking {
  readonly lineLimit: number;
  readonly wire: { session: string | null };
}

async function take(response: Response, message: Outgoing, talk: Conversation, own: Taking): Promise<void> {
  const session = response.headers.get('mcp-session-id');
  if (session !== null && message.method === 'initialize') own.wire.session = session;
  const type = response.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? 'none';
  const isRequest = message.id !== undefined && message.method !== undefined;
  if (response.ok && isRequest && type === 'text/event-stream') return takeEvents(response, message, talk, own);
  const body = await bodyOf(response, own.lineLimit);
  if (!isRequest) {
    if (response.status !== 202) talk.observe('http', `${message.method} was answered with status ${response.status}`);
  } else if (body.length > own.lineLimit) talk.observe('oversized', 'a body past the limit');
  else {
    if (response.ok && type !== 'application/json')
      talk.observe('http', `${message.method} was answered with content type ${type}`);
    takeBody(response, message, talk, body);
  }
}

function takeBody(response: Response, message: Outgoing, talk: Conversation, body: Buffer): void {
  const read = readMessage(body);
  const isAnswer = (read.kind === 'result' || read.kind === 'error') && read.id === message.id;
  if (isAnswer || response.ok) talk.receive(read, () => body.subarray(0, SAMPLED).toString('utf8'));
  if (!isAnswer) answerInstead(talk, message, response.status, body);
}

/** A refusal without a message of the protocol still answers what was asked. */
function answerInstead(talk: Conversation, message: Outgoing, status: number, body: Buffer): void {
  const text = body.subarray(0, SAMPLED).toString('utf8');
  const error = errorIn(body) ?? { code: status, message: `HTTP ${status}`, data: undefined };
  talk.receive({ kind: 'error', id: message.id!, error }, () => text);
}

/** An error of the protocol whose id was left out, as it may be where headers alone were read. */
function errorIn(body: Buffer): RpcError | null {
  const read = readMessage(body);
  return read.kind === 'error' ? read.error : null;
}

async function takeEvents(response: Response, message: Outgoing, talk: Conversation, own: Taking): Promise<void> {
  const reader = createEventReader(own.lineLimit);
  let isAnswered = false;
  for await (const chunk of response.body ?? []) {
    const { events, tooLong } = reader.add(Buffer.from(chunk));
    if (tooLong) talk.observe('oversized', 'an event past the limit');
    for (const event of events) {
      const read = readMessage(event);
      if ((read.kind === 'result' || read.kind === 'error') && read.id === message.id) isAnswered = true;
      talk.receive(read, () => event.subarray(0, SAMPLED).toString('utf8'));
    }
  }
  if (!isAnswered) talk.observe('half', `the stream for ${message.method} ended without its answer`);
}

/** At most one byte more than the limit, so that the reader sees it was passed. */
async function bodyOf(response: Response, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    chunks.push(Buffer.from(chunk));
    size += chunk.length;
    if (size > limit) break;
  }
  return Buffer.concat(chunks);
}

/** A server need not let sessions be ended. */
async function endSession(url: string, headers: Readonly<Record<string, string>>, patience: number): Promise<void> {
  try {
    await fetch(url, { method: 'DELETE', headers, redirect: 'manual', signal: AbortSignal.timeout(patience) });
  } catch {
    // It ends by itself then: nothing of ours is left.
  }
}
