import { z } from 'zod';
import { RUNGS, type Rung } from '../../core/evidence.ts';
import type { KeptPlan } from './keep-plans.ts';
import type { Outcome } from './messages.ts';
import { DEFAULT_LIMIT, MOST } from './page.ts';

/** What a call may do, beside working out a report. */
export interface CallPlace {
  /** The workspace of the call: absolute, without symbolic links. */
  readonly root: string;
  /** Runs a command line in that workspace, with `--json`. */
  readonly run: (words: readonly string[], given?: RunGiven) => Promise<Outcome>;
  /** A file of the workspace, as it knows it. Throws RefactorError `path-outside`, `file-not-found` … */
  readonly file: (typed: string) => string;
  /** A revision as it was given, or a folder within the roots. Throws RefactorError `path-outside`. */
  readonly side: (typed: string) => string;
  /** The rungs as one word. Throws RefactorError `execution-not-allowed`. */
  readonly evidence: (rungs: readonly Rung[] | undefined) => string;
  readonly keepPlan: (text: string) => KeptPlan;
  /** Throws RefactorError `unknown-plan`, `plan-hash-differs`. */
  readonly planOf: (id: string, hash: string) => KeptPlan;
}

export interface RunGiven {
  /** What the command reads as `-`. */
  readonly input?: string;
  /** Keys of the report that the answer has no room for. */
  readonly omit?: readonly string[];
  /** The report as it was printed is asked for too. */
  readonly keepText?: boolean;
  /** It must not be stopped in the middle: it ends by itself when it is cancelled. What its answer has no room for is told, and has no next page. */
  readonly writes?: boolean;
  /** As many items as one answer can have, whatever page the call is for. */
  readonly most?: boolean;
}

export interface Tool {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** The schema of its report: `schemas/<name>.schema.json`. */
  readonly report: string;
  readonly annotations: Annotations;
  readonly input: z.ZodType<Given>;
  /** The JSON Schema of what `work` adds to the report. */
  readonly adds?: Readonly<Record<string, object>>;
  readonly work: (given: never, place: CallPlace) => Promise<Outcome>;
}

/** What every tool takes. */
export interface Given {
  readonly root?: string | undefined;
  readonly limit?: number | undefined;
  readonly cursor?: string | undefined;
}

export interface Annotations {
  readonly readOnlyHint: boolean;
  readonly destructiveHint: boolean;
  readonly idempotentHint: boolean;
  readonly openWorldHint: boolean;
}

export const READS: Annotations = {
  readOnlyHint: true,
  destructiveHint: false,
  idempotentHint: true,
  openWorldHint: false,
};

/** Files are changed, and some may be removed; the same call again is refused, so that it changes nothing more. */
export const WRITES: Annotations = { ...READS, readOnlyHint: false, destructiveHint: true };

const ROOT = {
  root: z.string().min(1).max(4096).optional().describe('The workspace, where the server has several.'),
};

/** Of tools that only read: what has been written is not written again for its next page. */
const PAGES = {
  limit: z.int().min(1).max(MOST).optional().describe(`Most items of lists in one answer (default ${DEFAULT_LIMIT}).`),
  cursor: z
    .string()
    .max(64)
    .optional()
    .describe('`page.nextCursor` of the answer before, with the same arguments: the next items.'),
};

type Shape = Readonly<Record<string, z.ZodType>>;

interface Definition<Own extends Shape> extends Omit<Tool, 'input' | 'work'> {
  readonly input: Own;
  readonly work: (given: z.infer<z.ZodObject<Own>>, place: CallPlace) => Promise<Outcome>;
}

/** A tool of the server. Arguments that are not listed are refused. */
export const defineTool = <Own extends Shape>({ input, work, ...rest }: Definition<Own>): Tool => ({
  ...rest,
  input: z.strictObject({
    ...input,
    ...ROOT,
    ...(rest.annotations.readOnlyHint ? PAGES : {}),
  }) as unknown as z.ZodType<Given>,
  work: work as Tool['work'],
});

/** A file of the workspace, as an argument. */
export const FILE = z.string().min(1).max(4096).describe('A file, by its path from the root of the workspace.');

/** A revision: what starts with a dash is an option of git. */
export const REVISION = z
  .string()
  .regex(/^[^-\s].{0,255}$/)
  .describe('A revision of git.');

export const EVIDENCE = z
  .array(z.enum(RUNGS))
  .max(5)
  .optional()
  .describe('S executes nothing, and is the default. B, A, M and T build and run code: the server must allow it.');

/** `--name=value`, or nothing where no value is given. */
export const option = (name: string, value: string | number | undefined): readonly string[] =>
  value === undefined ? [] : [`--${name}=${value}`];

export const flag = (name: string, isGiven: boolean | undefined): readonly string[] => (isGiven ? [`--${name}`] : []);
