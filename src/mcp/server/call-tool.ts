import { z } from 'zod';
import { isRefactorError, type Problem, RefactorError } from '../../core/errors.ts';
import { workspacePath } from '../../engine/find-workspace.ts';
import { escapedJson } from '../../report/json-text.ts';
import { sanitize, sanitizeLines } from '../../report/sanitize.ts';
import { evidenceOf, rootOf, sideOf } from './confine.ts';
import type { Plans } from './keep-plans.ts';
import type { Outcome } from './messages.ts';
import { DEFAULT_LIMIT, MOST } from './page.ts';
import type { Threads } from './threads.ts';
import type { CallPlace, Given, Tool } from './tool.ts';

export interface Served {
  readonly roots: readonly string[];
  readonly allowExecute: boolean;
  readonly threads: Threads;
  readonly plans: Plans;
}

export interface CallWatch {
  readonly signal: AbortSignal;
  readonly onProgress: (text: string) => void;
}

/** The answer to one call. Never throws: what went wrong is an error of the tool, in three parts. */
export async function callTool(tool: Tool, typed: unknown, served: Served, watch: CallWatch) {
  try {
    const given = argumentsOf(tool, typed);
    const outcome = await tool.work(given as never, placeOf(given, served, watch));
    return 'problem' in outcome ? failed(outcome.problem) : succeeded(outcome);
  } catch (error) {
    return failed(isRefactorError(error) ? error.problem : defect(error));
  }
}

/** Throws RefactorError `bad-arguments`. */
function argumentsOf(tool: Tool, typed: unknown): Given {
  const read = tool.input.safeParse(typed ?? {});
  if (!read.success) throw badArguments(tool, z.prettifyError(read.error));
  const odd = Object.entries(read.data).find(([, value]) => [value].flat().some(holdsControl));
  if (odd) throw badArguments(tool, `\`${odd[0]}\` holds a control character`);
  return read.data;
}

const holdsControl = (value: unknown): boolean => typeof value === 'string' && /\p{Cc}/u.test(value);

const LONGEST_WHY = 1_000;

const badArguments = (tool: Tool, why: string): RefactorError =>
  new RefactorError({
    code: 'bad-arguments',
    what: `\`${tool.name}\` cannot be called with these arguments`,
    why: why.slice(0, LONGEST_WHY),
    whatToDo: 'Give what its inputSchema lists, and nothing else.',
  });

function placeOf({ root: named, limit, cursor }: Given, served: Served, watch: CallWatch): CallPlace {
  const root = rootOf(served.roots, named);
  return {
    root,
    file: (path) => workspacePath(root, root, path),
    side: (spec) => sideOf(served.roots, root, spec),
    evidence: (rungs) => evidenceOf(served.allowExecute, rungs),
    keepPlan: (text) => served.plans.keep(root, text),
    planOf: (id, hash) => served.plans.find(root, id, hash),
    run: async (words, { input, omit = [], keepText = false, writes = false, most = writes } = {}) => {
      const outcome = await served.threads.run({
        message: {
          words,
          root,
          input: input ?? null,
          page: most ? { limit: MOST, cursor: null } : { limit: limit ?? DEFAULT_LIMIT, cursor: cursor ?? null },
          omit,
          keepText,
        },
        writes,
        ...watch,
      });
      return writes && 'page' in outcome ? { ...outcome, page: { ...outcome.page, nextCursor: null } } : outcome;
    },
  };
}

function succeeded({ report, page, notes, adds }: Exclude<Outcome, { readonly problem: Problem }>) {
  const structuredContent = { schemaVersion: 1, report, page, notes: notes.map(sanitize), ...adds };
  return { content: [{ type: 'text' as const, text: escapedJson(structuredContent) }], structuredContent };
}

function failed({ code, what, why, whatToDo }: Problem) {
  const text = `${code}: ${what}\nwhy: ${why}\ndo: ${whatToDo}`;
  return { content: [{ type: 'text' as const, text: sanitizeLines(text) }], isError: true };
}

const defect = (error: unknown): Problem => ({
  code: 'internal',
  what: 'Internal error',
  why: error instanceof Error ? error.message : String(error),
  whatToDo: 'Please report it, with the call that caused it.',
});
