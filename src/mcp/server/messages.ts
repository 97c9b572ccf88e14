import type { Problem } from '../../core/errors.ts';
import type { Page } from './page.ts';

/** A command line for the thread that runs the engine. */
export interface RunMessage {
  readonly type: 'run';
  readonly id: number;
  /** Without the program, `--json` and `--root`. */
  readonly words: readonly string[];
  readonly root: string;
  readonly input: string | null;
  readonly page: { readonly limit: number; readonly cursor: string | null };
  readonly omit: readonly string[];
  readonly keepText: boolean;
}

export type ToThread = RunMessage | { readonly type: 'cancel'; readonly id: number };

export type FromThread =
  | { readonly type: 'progress'; readonly id: number; readonly text: string }
  | { readonly type: 'done'; readonly id: number; readonly outcome: Outcome };

/** How a command line ended. */
export type Outcome = Reported | { readonly problem: Problem };

export interface Reported {
  /** What `--json` printed, or the page of it. */
  readonly report: Readonly<Record<string, unknown>>;
  readonly page: Page;
  /** What the command said on stderr: warnings and notes, a line each. */
  readonly notes: readonly string[];
  /** The whole report as it was printed, where that was asked for. */
  readonly text?: string;
  /** What a tool adds to the report. */
  readonly adds?: Readonly<Record<string, unknown>>;
}
