import type { ChangeSet } from '../../core/change-set.ts';
import type { Environment } from '../../core/environment.ts';
import type { Evidence, Proof, Rung } from '../../core/evidence.ts';
import type { ProgramLimits } from '../../core/program-limits.ts';
import type { OnProgress } from '../../core/progress.ts';
import type { LanguageId } from '../../core/unit.ts';
import type { View } from '../../workspace/view.ts';
import type { NamedSearch } from '../toolchains/named-programs.ts';
import type { Answers } from './answers/answers.ts';

/** A copy of the workspace in which programs may run: it can hold the state before or after the change. */
export interface Stage {
  /** Absolute folder. The same for a workspace in every run, so that build caches stay warm. */
  readonly root: string;
  /** Absolute folder outside `root` for build output: CARGO_TARGET_DIR, PYTHONPYCACHEPREFIX and the like go below it. */
  readonly scratch: string;
  /** The environment of the run, for what a prover decides by it; programs get it in any case. */
  readonly env: Environment;
  /** Of the programs that run here; absent: none. */
  readonly limits?: ProgramLimits;
  /** What programs said on other machines, or is said here for them; absent where this machine proves alone. */
  readonly answers?: Answers;
  /** Puts the copy into one of the two states. */
  readonly show: (state: 'before' | 'after') => Promise<void>;
  /** Shows the state after with other texts in some of its files, until `show` is called. Absent where the stage is the user's tree itself. */
  readonly lay?: (texts: ReadonlyMap<string, string>) => Promise<void>;
}

export interface ProofRequest {
  readonly before: View;
  readonly after: View;
  /** Absent in `verify`: provenance is then recovered from equal unit ids and token sequences. */
  readonly changeSet: ChangeSet | null;
  /** Null when only rungs that execute nothing are asked for. */
  readonly stage: Stage | null;
  readonly rungs: readonly Rung[];
  /** `before` is what a join writes, and `after` what it comes from. */
  readonly isJoin?: boolean;
  /** All rungs of the proof, of which this request asks for some; absent: `rungs`. What S leaves to another one is said where that one is not among them. */
  readonly asked?: readonly Rung[];
  /** A command to run as the T rung instead of the language's own runner: proves its exit code only. */
  readonly testCommand: readonly string[] | null;
  readonly onProgress: OnProgress;
  readonly signal: AbortSignal;
}

/** One implementation a language; `split`, `verify` and batches use the same. */
export interface Prover {
  readonly language: LanguageId;
  /** Rungs that are built; others are refused by name. */
  readonly rungs: readonly Rung[];
  /** Those whose programs it shares among several machines; each of the others runs on one of them. */
  readonly divides: readonly Rung[];
  /** What `prove` would execute, one line a command or family of commands, for the user to read before anything runs. */
  readonly announce: (
    request: Pick<ProofRequest, 'before' | 'rungs' | 'testCommand'>,
    paths: readonly string[],
  ) => readonly string[];
  /** The programs that it would be executed with, where the repository chooses them; one line each. */
  readonly programs: (search: NamedSearch) => readonly string[];
  readonly prove: (request: ProofRequest) => Promise<Evidence>;
  /**
   * Of a join: failures of S, one for each file that still names a module whose file is gone. Absent where no text can.
   * @param gone paths that only the state before has
   * @param end the state that is written, where `after` is one on the way to it: what is gone on the way may be there again
   */
  readonly leftBehind?: (before: View, after: View, gone: readonly string[], end: View) => readonly Proof[];
}
