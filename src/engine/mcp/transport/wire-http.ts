import { isObject, type Json, type JsonObject } from './read-message.ts';

/** The revision from which on a request says in its headers what it is. */
const HEADERS_SINCE = '2026-07-28';

/** The headers of one message. @param version of the protocol; null before one is agreed on */
export function headersOf(
  message: { readonly method?: string | undefined; readonly params?: JsonObject | undefined },
  version: string | null,
  session: string | null,
  schemaOf: (tool: string) => JsonObject | null,
): Record<string, string> {
  const { method, params } = message;
  const headers: Record<string, string> = {
    Accept: 'application/json, text/event-stream',
    'Content-Type': 'application/json',
    ...(version === null ? {} : { 'MCP-Protocol-Version': version }),
    ...(session === null ? {} : { 'Mcp-Session-Id': session }),
  };
  // A request that says its version itself is of that era, whichever version it says.
  const isModern = params?._meta !== undefined || (version !== null && version >= HEADERS_SINCE);
  if (!isModern || method === undefined) return headers;
  const name = params?.name ?? params?.uri;
  const isTool = method === 'tools/call' && typeof name === 'string';
  return {
    ...headers,
    'Mcp-Method': method,
    ...(typeof name === 'string' ? { 'Mcp-Name': headerValue(name) } : {}),
    ...(isTool ? parameterHeaders(schemaOf(name), params?.arguments) : {}),
  };
}

/** Parameters that a tool's schema wants mirrored by `x-mcp-header`, along `properties` alone. */
function parameterHeaders(schema: Json | undefined | null, value: Json | undefined): Record<string, string> {
  if (!isObject(schema ?? undefined) || !isObject((schema as JsonObject).properties) || !isObject(value)) return {};
  const found: Record<string, string> = {};
  for (const [key, own] of Object.entries((schema as JsonObject).properties as JsonObject)) {
    if (!isObject(own) || !Object.hasOwn(value, key)) continue;
    const at = value[key];
    const header = own['x-mcp-header'];
    if (typeof header === 'string' && TOKEN.test(header) && isPlain(at))
      found[`Mcp-Param-${header}`] = headerValue(String(at));
    else Object.assign(found, parameterHeaders(own, at));
  }
  return found;
}

const TOKEN = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;
const isPlain = (value: Json | undefined): boolean =>
  typeof value === 'string' || typeof value === 'boolean' || Number.isSafeInteger(value);

/** As it is where a header can hold it, else in the form that the specification has for the rest. */
const headerValue = (text: string): string =>
  /^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/.test(text) && !/^=\?base64\?.*\?=$/.test(text)
    ? text
    : `=?base64?${Buffer.from(text, 'utf8').toString('base64')}?=`;
