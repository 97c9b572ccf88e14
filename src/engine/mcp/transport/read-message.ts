import { isUtf8 } from 'node:buffer';

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };
export type Id = number | string;

/** One text from the server, read. */
export type Message =
  | { readonly kind: 'result'; readonly id: Id; readonly result: Json }
  /** `id` null: the server could not read whose request it was. */
  | { readonly kind: 'error'; readonly id: Id | null; readonly error: RpcError }
  | { readonly kind: 'request'; readonly id: Id; readonly method: string }
  | { readonly kind: 'notification'; readonly method: string; readonly params: Json | undefined }
  /** `id` where it names a request: that one has its answer, and a bad one. */
  | { readonly kind: 'malformed'; readonly fault: MessageFault; readonly why: string; readonly id: Id | null };

export interface RpcError {
  readonly code: number;
  readonly message: string;
  readonly data: Json | undefined;
}

export type MessageFault = 'stray' | 'not-utf8' | 'batch' | 'not-a-message' | 'bad-error' | 'too-deep';

/** What is nested deeper overflows the stack of those who walk it. */
const MOST_DEPTH = 200;

/** Reads one message. Never throws: what is none is `malformed`, with the reason. */
export function readMessage(bytes: Buffer): Message {
  if (!isUtf8(bytes)) return malformed('not-utf8', 'its bytes are no UTF-8');
  if (depthOf(bytes) > MOST_DEPTH) return malformed('too-deep', `it is nested more than ${MOST_DEPTH} deep`);
  const value = parsed(bytes.toString('utf8'));
  if (value === undefined) return malformed('stray', 'it is no JSON');
  if (Array.isArray(value)) return malformed('batch', 'it is an array of messages');
  return isObject(value) ? readObject(value) : malformed('not-a-message', 'it is no object');
}

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const malformed = (fault: MessageFault, why: string, id: Id | null = null): Message => ({
  kind: 'malformed',
  fault,
  why,
  id,
});

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

function readObject(value: JsonObject): Message {
  const { jsonrpc, id: raw, method, params } = value;
  const id = idOf(raw);
  const isAnswer = 'result' in value || 'error' in value;
  const own = isAnswer ? id : null;
  if (jsonrpc !== '2.0') return malformed('not-a-message', '`jsonrpc` is not "2.0"', own);
  if (!isAnswer) return readCall(raw, id, method, params);
  if ('result' in value && 'error' in value) return malformed('not-a-message', 'it has a result and an error', own);
  if (!('error' in value))
    return id === null
      ? malformed('not-a-message', 'a result without the id of its request')
      : { kind: 'result', id, result: value.result! };
  const error = readError(value.error!);
  return typeof error === 'string' ? malformed('bad-error', error, own) : { kind: 'error', id, error };
}

function readCall(raw: Json | undefined, id: Id | null, method: Json | undefined, params: Json | undefined): Message {
  if (typeof method !== 'string')
    return malformed('not-a-message', 'it has neither a method nor a result nor an error', id);
  if (raw === undefined) return { kind: 'notification', method, params };
  return id === null
    ? malformed('not-a-message', 'its id is neither a string nor an integer')
    : { kind: 'request', id, method };
}

/** The reason, where it is none. */
function readError(error: Json): RpcError | string {
  if (!isObject(error)) return '`error` is no object';
  const { code, message, data } = error;
  if (typeof code !== 'number' || !Number.isInteger(code)) return '`error.code` is no integer';
  if (typeof message !== 'string') return '`error.message` is no string';
  return { code, message, data };
}

const idOf = (id: Json | undefined): Id | null =>
  typeof id === 'string' || (typeof id === 'number' && Number.isInteger(id)) ? id : null;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** How deep brackets stand in one another, those in strings left aside. */
function depthOf(bytes: Buffer): number {
  let depth = 0;
  let most = 0;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]!;
    if (byte === QUOTE) i = endOfString(bytes, i + 1);
    else if (byte === 0x5b || byte === 0x7b) {
      depth += 1;
      most = Math.max(most, depth);
    } else if (byte === 0x5d || byte === 0x7d) depth -= 1;
  }
  return most;
}

/** Where the quote stands that ends a string; the end of the bytes where there is none. Long texts are passed at once. */
function endOfString(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(QUOTE, from); at >= 0; at = bytes.indexOf(QUOTE, at + 1)) {
    let slashes = 0;
    while (at - 1 - slashes >= from && bytes[at - 1 - slashes] === BACKSLASH) slashes += 1;
    if (slashes % 2 === 0) return at;
  }
  return bytes.length;
}
