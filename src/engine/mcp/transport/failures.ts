import type { State } from './states.ts';

/** What can go wrong between asking and being answered, sorted: each kind means one thing. */
export const FAILURES = {
  cancelled: 'The probe was stopped.',
  handshake: 'The server answered, and no revision of the protocol could be agreed on.',
  oversized: 'A message was longer than the limit, or nested too deeply to be read.',
  protocol: 'What came in answer to the request is no answer that the protocol has.',
  'server-exit': 'The server ended before it was asked to.',
  spawn: 'The server could not be started.',
  timeout: 'No answer came in time.',
  unreachable: 'The address does not answer, or answers with what is no MCP.',
} as const;
export type FailureKind = keyof typeof FAILURES;

export interface Failure {
  readonly kind: FailureKind;
  /** The state in which it happened. */
  readonly phase: State;
  /** What was waited for: a method, `exit`. */
  readonly during: string;
  /** Free text that may quote the server: print it sanitised. */
  readonly detail: string;
  /** Of a server that ended; null when a signal ended it. */
  readonly exitCode?: number | null;
  readonly signal?: string | null;
}
