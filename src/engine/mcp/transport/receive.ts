import { duringOf, fail, type Ledger, type Past, settle } from './ledger.ts';
import type { ObservationKind } from './observations.ts';
import type { Id, Message } from './read-message.ts';

type Response = Exclude<Message, { kind: 'request' | 'notification' }>;

/** Puts a message to what it answers, or on record. @param text of it, shortened */
export function receive(ledger: Ledger, message: Message, text: () => string): void {
  if (message.kind === 'notification') {
    ledger.log.add(isListChange(message.method) ? 'list-changed' : 'notification', duringOf(ledger), message.method);
  } else if (message.kind === 'request') takeRequest(ledger, message.id, message.method);
  else takeResponse(ledger, message, text);
}

const isListChange = (method: string): boolean => method.endsWith('list_changed');

function takeRequest(ledger: Ledger, id: Id, method: string): void {
  const isAllowed = ledger.isLegacy && method === 'ping';
  if (!isAllowed) ledger.log.add('server-request', duringOf(ledger), method);
  // The modern era has no requests of servers, and no answers to them.
  if (!ledger.isLegacy) return;
  if (isAllowed) ledger.send({ jsonrpc: '2.0', id, result: {} });
  else ledger.send({ jsonrpc: '2.0', id, error: { code: -32601, message: 'Method not found' } });
}

function takeResponse(ledger: Ledger, message: Response, text: () => string): void {
  const { id } = message;
  const isAwaited = id !== null && ledger.pending.has(id);
  if (message.kind === 'malformed') {
    ledger.log.add(message.fault, duringOf(ledger), `${message.why}: ${text()}`);
    if (isAwaited) fail(ledger, id, 'answered', { kind: 'protocol', detail: message.why });
  } else if (isAwaited)
    settle(ledger, id, 'answered', ({ began }) => {
      const ms = ledger.now() - began;
      return message.kind === 'result'
        ? { kind: 'result', ms, result: message.result }
        : { kind: 'error', ms, error: message.error };
    });
  else takeUnasked(ledger, id, text());
}

const UNASKED: Readonly<Record<Past, ObservationKind>> = {
  answered: 'second-response',
  'given-up': 'late-response',
  cancelled: 'after-cancel',
};

/** More of them are counted with those before. */
const MOST_STRANGERS = 1_000;

function takeUnasked(ledger: Ledger, id: Id | null, text: string): void {
  const known = id === null ? undefined : ledger.past.get(id);
  if (known === 'cancelled') ledger.afterCancel += 1;
  if (known !== undefined) ledger.log.add(UNASKED[known], duringOf(ledger), text);
  else if (ledger.strangers.length < MOST_STRANGERS)
    ledger.strangers.push({ awaited: [...ledger.pending.keys()].at(-1) ?? null, during: duringOf(ledger), text });
}

/**
 * Puts responses with ids that were never sent on record: where the request of that time had an answer of its own, nobody asked for this one;
 * where it had none, this was meant to be it.
 */
export function recordStrangers({ strangers, past, log }: Ledger): void {
  for (const { awaited, during, text } of strangers.splice(0)) {
    const isAnswered = awaited === null || past.get(awaited) === 'answered';
    log.add(isAnswered ? 'unasked-response' : 'unknown-id', during, text);
  }
}
