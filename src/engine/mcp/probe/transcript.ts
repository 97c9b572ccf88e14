import type { Closing } from '../transport/connection.ts';
import type { Failure } from '../transport/failures.ts';
import type { Answer } from '../transport/ledger.ts';
import type { Observation } from '../transport/observations.ts';
import type { Calls } from './call-tools.ts';
import type { Established } from './establish.ts';
import type { HttpTrials } from './http-trials.ts';
import type { SchemaVerdict } from './judge-schemas.ts';
import type { Listing } from './list-all.ts';
import type { Trial } from './trials.ts';
import type { CancelTrial } from './try-cancel.ts';

/** All that was asked of a server and all that came of it: what the rules are judged by. */
export interface Transcript {
  readonly established: Established;
  /** Each list twice: as it was read first, and again. */
  readonly lists: readonly { readonly first: Listing; readonly second: Listing | null }[];
  readonly schemas: readonly SchemaTrial[];
  readonly trials: readonly Trial[];
  readonly calls: Calls;
  /** Of the calls, what their output schemas say; in their order. Null: there is none, or nothing to hold against it. */
  readonly outputs: readonly (SchemaVerdict | null)[];
  readonly cancel: CancelTrial | null;
  readonly http: HttpTrials | null;
  readonly observations: readonly Observation[];
  readonly failure: Failure | null;
  readonly closing: Closing;
  /** It ended when it was asked for discovery, and was started again. */
  readonly isDiscoverFatal: boolean;
}

export interface SchemaTrial {
  readonly tool: string;
  readonly side: 'inputSchema' | 'outputSchema';
  readonly verdict: SchemaVerdict;
}

/** Every request that was made of the server, with its answer, in order. */
export function answersOf({ established, lists, trials, calls }: Transcript): { method: string; answer: Answer }[] {
  const { discover, initialize } = established;
  return [
    ...(discover === null ? [] : [{ method: 'server/discover', answer: discover }]),
    ...(initialize === null ? [] : [{ method: 'initialize', answer: initialize }]),
    ...lists.flatMap(({ first, second }) =>
      [...first.answers, ...(second?.answers ?? [])].map((answer) => ({ method: first.method, answer })),
    ),
    ...trials.map(({ method, answer }) => ({ method, answer })),
    ...calls.runs.map(({ answer }) => ({ method: 'tools/call', answer })),
  ];
}
