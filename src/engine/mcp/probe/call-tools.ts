import type { Answer } from '../transport/ledger.ts';
import type { JsonObject } from '../transport/read-message.ts';
import type { Listing } from './list-all.ts';
import type { Session } from './session.ts';
import { isReadOnly } from './trials.ts';

/** A call that the user allowed. */
export interface AllowedCall {
  readonly tool: string;
  readonly arguments: JsonObject;
}

export interface CallRun {
  readonly tool: JsonObject;
  readonly arguments: JsonObject;
  readonly answer: Answer;
}

export interface Calls {
  readonly runs: readonly CallRun[];
  /** Allowed, and not made. */
  readonly skipped: readonly { readonly tool: string; readonly why: string }[];
}

/** Makes the calls that were allowed, of tools that say they change nothing. No other tool is ever called. */
export async function callTools(
  session: Session,
  lists: readonly Listing[],
  allowed: readonly AllowedCall[],
): Promise<Calls> {
  const runs: CallRun[] = [];
  const skipped: { tool: string; why: string }[] = [];
  const tools = lists.find(({ kind }) => kind === 'tools')?.items ?? [];
  for (const { tool: name, arguments: args } of allowed) {
    const tool = tools.find((one) => one.name === name);
    if (tool === undefined) skipped.push({ tool: name, why: 'the server lists no such tool' });
    else if (!isReadOnly(tool)) skipped.push({ tool: name, why: 'it is not annotated with readOnlyHint' });
    else if (session.isOver()) skipped.push({ tool: name, why: 'the server answers no more' });
    else runs.push({ tool, arguments: args, answer: await session.call('tools/call', { name, arguments: args }) });
  }
  return { runs, skipped };
}
