import { randomUUID } from 'node:crypto';
import { collectOutput } from '../../../process/collect-output.ts';
import { familyOf } from '../../../process/relatives.ts';
import { type Service, type ServiceEnd, startService } from '../../../process/start-service.ts';
import { closeService, type Ended } from './close-service.ts';
import type { Connection, Limits } from './connection.ts';
import { type Conversation, createConversation } from './conversation.ts';
import { createFraming, type Frame } from './framing.ts';
import { createLifecycle } from './lifecycle.ts';
import { readMessage } from './read-message.ts';

export interface StdioOptions extends Limits {
  /** The program and its arguments. */
  readonly command: readonly string[];
  readonly cwd: string;
}

/** What is told as large: a reader that holds lines in memory holds this too. */
const LARGE = 1 << 20;
const STDERR_TAIL = 8 << 10;
/** Bytes of a message that are quoted at most. */
const SAMPLED = 1 << 10;
/** A pipe may still hold what was written just before the end. */
const DRAIN_MS = 200;

/**
 * Starts a server, and talks to it over its standard streams, one message a line. Its stderr is always read.
 * Throws RefactorError `program-not-found`, `program-not-started` or `folder-not-found`.
 */
export async function openStdio({ command, cwd, lineLimit, now }: StdioOptions): Promise<Connection> {
  const lifecycle = createLifecycle(now);
  const mark = `OMNI_REFACTOR_PROBE=${randomUUID()}`;
  const [name, value] = mark.split('=') as [string, string];
  const service = await startService({ command, cwd, env: { [name]: value } });
  const family = familyOf(service.pid, mark);
  const talk = createConversation({
    send: (message) => service.stdin.write(`${JSON.stringify(message)}\n`),
    lifecycle,
    now,
  });
  lifecycle.send('started');
  const stderr = { bytes: 0, tail: collectOutput(STDERR_TAIL) };
  service.stderr.on('data', (chunk: Buffer) => {
    stderr.bytes += chunk.length;
    stderr.tail.add(chunk);
  });
  const read = readStdout(service, talk, lineLimit);
  const ended: { end: Ended | null } = { end: null };
  const exited = service.exited.then(async (end): Promise<ServiceEnd> => {
    ended.end = { ...end, at: now() };
    await Promise.race([read, pause(DRAIN_MS)]);
    talk.end('server-exit', 'the server ended', end);
    lifecycle.send('gone');
    return end;
  });
  return {
    talk,
    lifecycle,
    speak: (version) => {
      if (version < '2026') talk.speakLegacy();
    },
    close: (patience) =>
      closeService({ service, family, lifecycle, now, exited, ended: () => ended.end, stderr }, patience),
  };
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Ends with the stream. */
function readStdout(service: Service, talk: Conversation, lineLimit: number): Promise<void> {
  const framing = createFraming(lineLimit);
  const take = (frames: readonly Frame[]): void => {
    for (const frame of frames) takeFrame(frame, talk);
  };
  service.stdout.on('data', (chunk: Buffer) => take(framing.add(chunk)));
  return new Promise((resolve) => {
    service.stdout.once('close', () => {
      take(framing.end());
      resolve();
    });
  });
}

function takeFrame({ kind, bytes }: Frame, talk: Conversation): void {
  const text = (): string => bytes.subarray(0, SAMPLED).toString('utf8');
  if (kind !== 'line') {
    talk.observe(kind, text());
    return;
  }
  const message = readMessage(bytes);
  if (bytes.length > LARGE) talk.observe('large', `${bytes.length} bytes`);
  if (message.kind === 'malformed' && message.fault === 'too-deep') talk.observe('too-deep', text());
  else talk.receive(message, text);
}
