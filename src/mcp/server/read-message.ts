import { isUtf8 } from 'node:buffer';
import { type JSONRPCMessage, parseJSONRPCMessage } from '@modelcontextprotocol/server';
import { MODERN, UNSUPPORTED_VERSION, VERSION_KEY } from '../../engine/mcp/versions.ts';

/** Longer lines, in bytes, are answered with an error and left out. */
export const LONGEST_LINE = 4 * 1024 * 1024;

const PARSE_ERROR = -32700;
const INVALID_REQUEST = -32600;

/** The answer to a line that is no message; without an id where none can be read, as the schema of MCP has it. */
export interface NoMessage {
  readonly jsonrpc: '2.0';
  readonly id?: string | number;
  readonly error: { readonly code: number; readonly message: string; readonly data?: object };
}

export type ReadLine = { readonly message: JSONRPCMessage } | { readonly answer: NoMessage } | null;

/** What one line of input is; null for an empty one. @param bytes null: it was longer than allowed */
export function readMessage(bytes: Buffer | null): ReadLine {
  if (bytes === null)
    return refuse(INVALID_REQUEST, `The line is longer than the ${LONGEST_LINE} bytes that a message may have.`);
  if (!isUtf8(bytes)) return refuse(PARSE_ERROR, 'The bytes of the line are no UTF-8.');
  const line = bytes.toString('utf8');
  if (line.trim() === '') return null;
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return refuse(PARSE_ERROR, 'The line is not JSON. A message is one line of JSON.');
  }
  if (Array.isArray(value))
    return refuse(INVALID_REQUEST, 'Batches are not part of the protocol: send one message a line.');
  try {
    const message = parseJSONRPCMessage(value);
    return versionFault(message) ?? { message };
  } catch {
    return refuse(INVALID_REQUEST, 'The line is JSON, but no message of JSON-RPC 2.0.', idIn(value));
  }
}

/** A request of the stateless era names its revision; the SDK (2.4.0) looks at that of the first request only. */
function versionFault(message: JSONRPCMessage): ReadLine {
  if (!('method' in message) || !('id' in message)) return null;
  const requested = message.params?._meta?.[VERSION_KEY];
  if (typeof requested !== 'string' || requested === MODERN) return null;
  return {
    answer: {
      jsonrpc: '2.0',
      id: message.id,
      error: {
        code: UNSUPPORTED_VERSION,
        message: `Unsupported protocol version: ${requested.slice(0, 100)}`,
        data: { supported: [MODERN], requested: requested.slice(0, 100) },
      },
    },
  };
}

const refuse = (code: number, message: string, id?: string | number): ReadLine => ({
  answer: { jsonrpc: '2.0', ...(id === undefined ? {} : { id }), error: { code, message } },
});

function idIn(value: unknown): string | number | undefined {
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : undefined;
  return typeof id === 'string' || (typeof id === 'number' && Number.isSafeInteger(id)) ? id : undefined;
}
