import type { Failure, FailureKind } from './failures.ts';
import { type Answer, type Asked, duringOf, fail, failAll, failureOf, type Ledger, type Wire } from './ledger.ts';
import { createObservationLog, type Observation } from './observations.ts';
import { isObject, type JsonObject, type Message } from './read-message.ts';
import { receive, recordStrangers } from './receive.ts';

export interface Conversation {
  readonly ask: (method: string, params?: JsonObject) => Asked;
  /** The answer, or a failure of kind `timeout` after so many milliseconds; an answer that comes later is `late`. */
  readonly within: (asked: Asked, ms: number) => Promise<Answer>;
  readonly notify: (method: string, params?: JsonObject) => void;
  /** Tells the server that an answer is no longer wanted: what comes for it is observed, and answers nothing. */
  readonly cancel: (asked: Asked) => void;
  readonly receive: (message: Message, text: () => string) => void;
  /** Something that is no message; one that was too long fails whatever is waited for. */
  readonly observe: (kind: Observation['kind'], text: string) => void;
  /** Fails everything that is waited for, and all that is asked from here on. */
  readonly end: (kind: FailureKind, detail: string, more?: Partial<Failure>) => void;
  /** Asked when all is over: until then it is not known which responses nobody asked for. */
  readonly observations: () => readonly Observation[];
  /** How many answers came for what was cancelled. */
  readonly afterCancel: () => number;
  readonly ended: () => Failure | null;
  /** From here on a request of the server is answered as an older revision wants it. */
  readonly speakLegacy: () => void;
}

/** A server that answers what nobody asked begins at 0 or 1: its answer is not to be taken for one. */
const FIRST_ID = 1_001;

/** Puts answers to their requests, and keeps account of everything else that the server says. */
export function createConversation(wire: Wire): Conversation {
  const log = createObservationLog();
  const ledger: Ledger = {
    ...wire,
    log,
    pending: new Map(),
    past: new Map(),
    strangers: [],
    lastId: FIRST_ID - 1,
    ending: null,
    isLegacy: false,
    afterCancel: 0,
  };
  return {
    ask: (method, params) => ask(ledger, method, params),
    within: (asked, ms) => within(ledger, asked, ms),
    notify: (method, params) => {
      if (!ledger.ending) wire.send({ jsonrpc: '2.0', method, ...(params ? { params } : {}) });
    },
    cancel: ({ id }) => {
      if (!ledger.pending.has(id)) return;
      wire.send({ jsonrpc: '2.0', method: 'notifications/cancelled', params: { requestId: id } });
      fail(ledger, id, 'cancelled', { kind: 'cancelled', detail: 'the answer is no longer wanted' });
    },
    receive: (message, text) => receive(ledger, message, text),
    observe: (kind, text) => {
      log.add(kind, duringOf(ledger), text);
      if (kind === 'oversized' || kind === 'too-deep')
        failAll(ledger, { kind: 'oversized', detail: 'a message was longer or deeper than the limit' });
    },
    end: (kind, detail, more = {}) => {
      ledger.ending ??= failureOf(ledger, kind, duringOf(ledger), detail, more);
      failAll(ledger, { kind, detail, ...more });
    },
    observations: () => {
      recordStrangers(ledger);
      return log.all();
    },
    afterCancel: () => ledger.afterCancel,
    ended: () => ledger.ending,
    speakLegacy: () => {
      ledger.isLegacy = true;
    },
  };
}

function ask(ledger: Ledger, method: string, params: JsonObject | undefined): Asked {
  const { ending, pending, now, send } = ledger;
  ledger.lastId += 1;
  const id = ledger.lastId;
  if (ending) {
    const failure = { ...ending, during: method };
    return { id, method, answer: Promise.resolve({ kind: 'failed', ms: 0, failure }) };
  }
  const answer = new Promise<Answer>((resolve) => pending.set(id, { method, began: now(), settle: resolve }));
  send({ jsonrpc: '2.0', id, method, ...(params ? { params } : {}) });
  return { id, method, answer };
}

async function within(ledger: Ledger, { id, answer }: Asked, ms: number): Promise<Answer> {
  const timer = setTimeout(
    () => fail(ledger, id, 'given-up', { kind: 'timeout', detail: `no answer within ${ms} ms` }),
    ms,
  );
  try {
    return await answer;
  } finally {
    clearTimeout(timer);
  }
}

/** The result as an object; null where it is none. */
export const objectOf = (answer: Answer): JsonObject | null =>
  answer.kind === 'result' && isObject(answer.result) ? answer.result : null;
