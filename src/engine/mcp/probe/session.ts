import type { Connection } from '../transport/connection.ts';
import type { Failure } from '../transport/failures.ts';
import type { Answer, Asked } from '../transport/ledger.ts';
import type { JsonObject } from '../transport/read-message.ts';
import { modernMeta } from '../versions.ts';
import type { Handshake } from './establish.ts';

/** A server that is ready, and what is asked of it. */
export interface Session {
  readonly connection: Connection;
  readonly handshake: Handshake;
  readonly timeoutCall: number;
  /** Asks as the era wants it, and waits. */
  readonly call: (method: string, params?: JsonObject) => Promise<Answer>;
  /** Asks alone. */
  readonly ask: (method: string, params?: JsonObject) => Asked;
  /** The first thing that went wrong; null while all is well. */
  readonly failure: () => Failure | null;
  /** It does not answer any more: what else would be asked is left out. */
  readonly isOver: () => boolean;
}

/** So many requests without an answer, and the rest is not tried. */
const MOST_TIMEOUTS = 2;

/** @param version of this program */
export function openSession(
  connection: Connection,
  handshake: Handshake,
  timeoutCall: number,
  version: string,
): Session {
  const { talk } = connection;
  let first: Failure | null = null;
  let timeouts = 0;
  const withMeta = (params: JsonObject | undefined): JsonObject | undefined =>
    handshake.era === '2025' ? params : { ...params, _meta: modernMeta(handshake.version, version) };
  const ask = (method: string, params?: JsonObject): Asked => talk.ask(method, withMeta(params));
  return {
    connection,
    handshake,
    timeoutCall,
    ask,
    call: async (method, params) => {
      const answer = await talk.within(ask(method, params), timeoutCall);
      if (answer.kind !== 'failed') return answer;
      first ??= answer.failure;
      if (answer.failure.kind === 'timeout') timeouts += 1;
      return answer;
    },
    failure: () => first,
    isOver: () => talk.ended() !== null || timeouts >= MOST_TIMEOUTS,
  };
}
