import type { JsonObject } from '../transport/read-message.ts';
import type { Session } from './session.ts';

/** A request that was answered once, and how long that took. */
export interface Measured {
  readonly method: string;
  readonly params: JsonObject | undefined;
  readonly ms: number;
}

export interface CancelTrial {
  readonly method: string;
  readonly tool: string | null;
  readonly isAnswered: boolean;
}

/** What is answered sooner cannot be cancelled for sure before its answer is on the way. */
const LEAST_MS = 250;
/** An answer that comes so soon may have been on the way. */
const ON_THE_WAY_MS = 75;

/** Asks the slowest call once more, cancels it at a third of its time, and waits whether an answer comes all the same. */
export async function tryCancel(session: Session, measured: readonly Measured[]): Promise<CancelTrial | null> {
  const slowest = [...measured].sort((a, b) => b.ms - a.ms)[0];
  if (slowest === undefined || slowest.ms < LEAST_MS || session.isOver()) return null;
  const { talk } = session.connection;
  const asked = session.ask(slowest.method, slowest.params);
  await pause(slowest.ms / 3);
  talk.cancel(asked);
  await pause(ON_THE_WAY_MS);
  const before = talk.afterCancel();
  await pause(Math.min(slowest.ms * 1.5, session.timeoutCall));
  const name = slowest.params?.name;
  return {
    method: slowest.method,
    tool: typeof name === 'string' ? name : null,
    isAnswered: talk.afterCancel() > before,
  };
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
