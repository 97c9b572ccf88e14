import type { Conversation } from './conversation.ts';
import type { Lifecycle, Step } from './lifecycle.ts';

/** A server that is talked to, over whatever wire. */
export interface Connection {
  readonly talk: Conversation;
  readonly lifecycle: Lifecycle;
  /** From here on messages go out as this revision has them. */
  readonly speak: (version: string) => void;
  /** Ends it and waits until nothing is left. Never throws. */
  readonly close: (patience: number) => Promise<Closing>;
}

export interface Limits {
  /** Bytes of one message. */
  readonly lineLimit: number;
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number;
}

/** How a connection ended. */
export interface Closing {
  readonly steps: readonly Step[];
  /** What it took: the end of its input, a signal; `before`: it had ended already; `none`: there is no process. */
  readonly by: 'none' | 'before' | 'end-of-input' | 'SIGTERM' | 'SIGKILL' | 'nothing';
  /** From the end of its input to its exit. */
  readonly ms: number;
  readonly exitCode: number | null;
  readonly signal: string | null;
  /** What it had started and what was still there when it had ended; it was killed then. */
  readonly helpers: readonly { readonly name: string; readonly inGroup: boolean; readonly holdsPipe: boolean }[];
  readonly stderr: { readonly bytes: number; readonly tail: string };
}
