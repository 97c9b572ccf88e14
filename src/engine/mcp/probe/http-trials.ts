import type { HttpConnection, HttpReply } from '../transport/http.ts';
import { modernMeta } from '../versions.ts';
import type { Session } from './session.ts';

/** What an HTTP server answers to headers that it has to refuse. Null: it was not tried, or gave no answer. */
export interface HttpTrials {
  readonly foreignOrigin: HttpReply | null;
  readonly otherMethod: HttpReply | null;
}

/** A name that is reserved: nobody can have it. */
const FOREIGN = 'http://foreign.invalid';

/** Sends a list request with a foreign `Origin`, and in the modern era one whose header names another method. */
export async function tryHttp(connection: HttpConnection, session: Session, version: string): Promise<HttpTrials> {
  const { era } = session.handshake;
  const params = era === '2025' ? {} : { _meta: modernMeta(session.handshake.version, version) };
  const message = { jsonrpc: '2.0', id: 'trial', method: 'tools/list', params } as const;
  return {
    foreignOrigin: await connection.post(message, { Origin: FOREIGN }),
    otherMethod: era === '2025' ? null : await connection.post(message, { 'Mcp-Method': 'prompts/list' }),
  };
}
