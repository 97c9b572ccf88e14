import { type JSONRPCMessage, parseJSONRPCMessage } from '@modelcontextprotocol/server';

/** Longer lines, in bytes, are answered with an error and left out. */
export const LONGEST_LINE = 4 * 1024 * 1024;

const PARSE_ERROR = -32700;
const INVALID_REQUEST = -32600;

/** The answer to a line that is no message; without an id where none can be read, as the schema of MCP has it. */
export interface NoMessage {
  readonly jsonrpc: '2.0';
  readonly id?: string | number;
  readonly error: { readonly code: number; readonly message: string };
}

export type ReadLine = { readonly message: JSONRPCMessage } | { readonly answer: NoMessage } | null;

/** What one line of input is; null for an empty one. @param line null: it was longer than allowed */
export function readMessage(line: string | null): ReadLine {
  if (line === null)
    return refuse(INVALID_REQUEST, `The line is longer than the ${LONGEST_LINE} bytes that a message may have.`);
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
    return { message: parseJSONRPCMessage(value) };
  } catch {
    return refuse(INVALID_REQUEST, 'The line is JSON, but no message of JSON-RPC 2.0.', idIn(value));
  }
}

const refuse = (code: number, message: string, id?: string | number): ReadLine => ({
  answer: { jsonrpc: '2.0', ...(id === undefined ? {} : { id }), error: { code, message } },
});

function idIn(value: unknown): string | number | undefined {
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : undefined;
  return typeof id === 'string' || (typeof id === 'number' && Number.isSafeInteger(id)) ? id : undefined;
}
