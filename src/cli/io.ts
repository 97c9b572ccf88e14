import type { ReadStream, WriteStream } from 'node:tty';
import type { OnProgress } from '../core/progress.ts';
import type { RunResult } from '../core/run-result.ts';
import type { PackEntry } from '../engine/facts/pack.ts';
import type { Answers } from '../engine/prove/answers/answers.ts';

/** Everything that a command may know of the outside: handed in, so that a test can hand in its own. */
export interface Io {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** ISO day in UTC: the only place where the program learns the date. */
  readonly today: string;
  /** The moment, ISO in UTC: for receipts, never for a result. */
  readonly now: () => string;
  /** The command line without the program's name. */
  readonly argv: readonly string[];
  readonly stdout: Output;
  readonly stderr: Output;
  readonly signal: AbortSignal;
  /** What `--color` says; absent: the environment and the terminal decide. */
  readonly color?: 'always' | 'never';
  /** `-q`: neither progress nor remarks. Errors, warnings and what will be executed are always said. */
  readonly quiet?: boolean;
  /** `-v`: timings, each program with its folder, and the trace of an internal error. */
  readonly verbose?: boolean;
  /** The next key that is typed; absent where the input is no terminal. */
  readonly nextKey?: (signal: AbortSignal) => Promise<string>;
  /** The terminal that a screen may take; absent where there is none, and with TERM=dumb. */
  readonly terminal?: { readonly input: ReadStream; readonly output: WriteStream };
  /** What stands for the file `-`; absent where there is none. */
  readonly input?: string;
  /** Hears what the engine tells, in place of lines on stderr; absent where a person looks on. */
  readonly onProgress?: OnProgress;
  /** Facts from shards; absent but for `merge`. */
  readonly given?: readonly PackEntry[];
  /** What shards of a run have made; absent but for `merge`. */
  readonly ran?: RunResult;
  /** What the programs of a proof have said on other machines; absent but for `merge`. */
  readonly answers?: Answers;
}

export interface Output {
  readonly write: (text: string) => void;
  readonly isTTY: boolean;
  /** Columns of the terminal, or null when it is none. */
  readonly columns: number | null;
}

/** `--color` beats NO_COLOR beats FORCE_COLOR beats the terminal, as https://no-color.org asks. */
export function wantsColor(io: Io, output: Output): boolean {
  if (io.color !== undefined) return io.color === 'always';
  if (io.env.NO_COLOR) return false;
  if (io.env.FORCE_COLOR && io.env.FORCE_COLOR !== '0') return true;
  return output.isTTY && io.env.TERM !== 'dumb';
}

/** Columns for what is printed; Infinity where a program reads it: a pipe gets whole names, and a table's cells stand between tabs. */
export const widthOf = (io: Io, output: Output): number =>
  output.columns ?? (Number(io.env.COLUMNS) || Number.POSITIVE_INFINITY);

/** Something that a person may like to hear beside the report; `-q` leaves it out. */
export function remark(io: Io, text: string): void {
  if (!io.quiet) io.stderr.write(text);
}
