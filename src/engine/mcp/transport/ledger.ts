import type { Failure, FailureKind } from './failures.ts';
import type { Lifecycle } from './lifecycle.ts';
import type { ObservationLog } from './observations.ts';
import type { Id, Json, JsonObject, RpcError } from './read-message.ts';

/** How a request ended. Never thrown: what a server does wrong is a value. */
export type Answer = { readonly ms: number } & (
  | { readonly kind: 'result'; readonly result: Json }
  | { readonly kind: 'error'; readonly error: RpcError }
  | { readonly kind: 'failed'; readonly failure: Failure }
);

/** A request that was sent, and may be waited for more than once. */
export interface Asked {
  readonly id: number;
  readonly method: string;
  /** Ends with the answer, or with the connection. */
  readonly answer: Promise<Answer>;
}

export interface Outgoing {
  readonly jsonrpc: '2.0';
  readonly id?: Id;
  readonly method?: string;
  readonly params?: JsonObject;
  readonly result?: JsonObject;
  readonly error?: { readonly code: number; readonly message: string };
}

export interface Wire {
  readonly send: (message: Outgoing) => void;
  readonly lifecycle: Lifecycle;
  readonly now: () => number;
}

/** What is known of an id that is no longer waited for. */
export type Past = 'answered' | 'given-up' | 'cancelled';

export interface Pending {
  readonly method: string;
  readonly began: number;
  readonly settle: (answer: Answer) => void;
}

/** The account of one conversation: what is waited for, and what was. */
export interface Ledger extends Wire {
  readonly log: ObservationLog;
  readonly pending: Map<Id, Pending>;
  readonly past: Map<Id, Past>;
  /** Responses whose id was never sent, with the request that was waited for then. */
  readonly strangers: { readonly awaited: Id | null; readonly during: string; readonly text: string }[];
  lastId: number;
  /** Once it is set, nothing is asked any more. */
  ending: Failure | null;
  isLegacy: boolean;
  /** Answers that came for what was cancelled. */
  afterCancel: number;
}

/** What the server is busy with: the method that was asked last, else the state. */
export const duringOf = ({ pending, lifecycle }: Ledger): string =>
  [...pending.values()].at(-1)?.method ?? lifecycle.state();

export const failureOf = (
  { lifecycle }: Ledger,
  kind: FailureKind,
  during: string,
  detail: string,
  more: Partial<Failure> = {},
): Failure => ({ kind, phase: lifecycle.state(), during, detail, ...more });

/** Ends the wait for one request; an id that nobody waits for is left alone. */
export function settle(ledger: Ledger, id: Id, how: Past, answerOf: (own: Pending) => Answer): void {
  const own = ledger.pending.get(id);
  if (!own) return;
  ledger.pending.delete(id);
  ledger.past.set(id, how);
  own.settle(answerOf(own));
}

/** Ends the wait for one request without an answer. */
export const fail = (ledger: Ledger, id: Id, how: Past, failure: Pick<Failure, 'kind' | 'detail'> & Partial<Failure>) =>
  settle(ledger, id, how, (own) => ({
    kind: 'failed',
    ms: ledger.now() - own.began,
    failure: failureOf(ledger, failure.kind, own.method, failure.detail, failure),
  }));

export const failAll = (ledger: Ledger, failure: Pick<Failure, 'kind' | 'detail'> & Partial<Failure>): void => {
  for (const id of [...ledger.pending.keys()]) fail(ledger, id, 'given-up', failure);
};
