import type { Readable, Writable } from 'node:stream';
import type { Transport } from '@modelcontextprotocol/server';
import { createFraming, type Frame } from '../../engine/mcp/transport/framing.ts';
import { LONGEST_LINE, readMessage } from './read-message.ts';

/**
 * Messages, one a line. The SDK's own transport drops a line that is no message without a word, and ends at one that is too long: here each
 * is answered, and the next one is read.
 */
export function lineTransport(input: Readable, output: Writable): Transport {
  let closed = false;
  const framing = createFraming(LONGEST_LINE);

  const write = (message: unknown): void => {
    if (!closed) output.write(`${JSON.stringify(message)}\n`);
  };

  const close = (): void => {
    if (closed) return;
    closed = true;
    input.pause();
    transport.onclose?.();
  };

  const take = ({ kind, bytes }: Frame): void => {
    const read = closed ? null : readMessage(kind === 'line' ? bytes : null);
    if (read === null) return;
    if ('message' in read) transport.onmessage?.(read.message);
    else write(read.answer);
  };

  const transport: Transport = {
    start: async () => {
      input.on('data', (chunk: Buffer) => framing.add(chunk).forEach(take));
      input.once('end', close);
      input.once('close', close);
      input.on('error', (error) => transport.onerror?.(error));
      output.on('error', close);
    },
    send: async (message) => write(message),
    close: async () => close(),
  };
  return transport;
}
