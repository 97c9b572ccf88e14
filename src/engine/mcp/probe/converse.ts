import type { Connection } from '../transport/connection.ts';
import type { HttpConnection } from '../transport/http.ts';
import { isObject } from '../transport/read-message.ts';
import type { Era } from '../versions.ts';
import { type AllowedCall, type CallRun, callTools } from './call-tools.ts';
import { establish } from './establish.ts';
import { tryHttp } from './http-trials.ts';
import { openSchemaJudge, type SchemaJudge, type SchemaVerdict } from './judge-schemas.ts';
import { LISTS, type Listing, listAll, promises } from './list-all.ts';
import { openSession, type Session } from './session.ts';
import type { SchemaTrial, Transcript } from './transcript.ts';
import { runTrials } from './trials.ts';
import { type Measured, tryCancel } from './try-cancel.ts';

export interface ConverseOptions {
  readonly era: 'auto' | Era;
  readonly timeoutStart: number;
  readonly timeoutCall: number;
  readonly timeoutClose: number;
  readonly calls: readonly AllowedCall[];
  /** Of this program. */
  readonly version: string;
}

type Surveyed = Pick<Transcript, 'lists' | 'schemas' | 'trials' | 'calls' | 'outputs' | 'cancel' | 'http'>;

/** One server from its first message to its end. Never throws for what a server does. */
export async function converse(
  connection: Connection | HttpConnection,
  options: ConverseOptions,
): Promise<Omit<Transcript, 'isDiscoverFatal'>> {
  const established = await establish(connection, options);
  const session =
    established.handshake === null
      ? null
      : openSession(connection, established.handshake, options.timeoutCall, options.version);
  const surveyed = session === null ? NOTHING : await survey(session, connection, options);
  // What goes wrong from here on is no fault of the conversation.
  const failure = established.failure ?? session?.failure() ?? connection.talk.ended();
  const closing = await connection.close(options.timeoutClose);
  return { established, ...surveyed, failure, observations: connection.talk.observations(), closing };
}

const NOTHING: Surveyed = {
  lists: [],
  schemas: [],
  trials: [],
  calls: { runs: [], skipped: [] },
  outputs: [],
  cancel: null,
  http: null,
};

async function survey(session: Session, connection: Connection | HttpConnection, options: ConverseOptions) {
  const judge = openSchemaJudge();
  try {
    const first = await listEach(session, null);
    if ('learnTools' in connection) connection.learnTools((name) => inputSchemaOf(first, name));
    const again = await listEach(session, first);
    const trials = await runTrials(session, first, options.version);
    const calls = await callTools(session, first, options.calls);
    const isClosable = session.handshake.era === '2025' || !('post' in connection);
    return {
      lists: first.map((one) => ({ first: one, second: again.find(({ kind }) => kind === one.kind) ?? null })),
      schemas: await judgeTools(judge, first),
      trials,
      calls,
      outputs: await judgeOutputs(judge, calls.runs),
      cancel: isClosable ? await tryCancel(session, measuredOf(calls.runs)) : null,
      http: 'post' in connection && !session.isOver() ? await tryHttp(connection, session, options.version) : null,
    };
  } finally {
    await judge.close();
  }
}

/** @param before what was listed already: only what came whole is asked for again */
async function listEach(session: Session, before: readonly Listing[] | null): Promise<Listing[]> {
  const found: Listing[] = [];
  for (const list of LISTS) {
    const own = before?.find(({ kind }) => kind === list.kind);
    const isWanted = before === null ? promises(session, list.capability) : own !== undefined && isWhole(own);
    if (isWanted && !session.isOver()) found.push(await listAll(session, list));
  }
  return found;
}

export const isWhole = ({ answers, endless }: Listing): boolean =>
  endless === null && answers.every(({ kind }) => kind === 'result');

const inputSchemaOf = (lists: readonly Listing[], name: string) => {
  const tool = lists.find(({ kind }) => kind === 'tools')?.items.find((one) => one.name === name);
  return isObject(tool?.inputSchema) ? tool.inputSchema : null;
};

async function judgeTools(judge: SchemaJudge, lists: readonly Listing[]): Promise<SchemaTrial[]> {
  const found: SchemaTrial[] = [];
  for (const tool of lists.find(({ kind }) => kind === 'tools')?.items ?? [])
    for (const side of ['inputSchema', 'outputSchema'] as const) {
      const schema = tool[side];
      if (isObject(schema)) found.push({ tool: String(tool.name), side, verdict: await judge.schema(schema) });
    }
  return found;
}

async function judgeOutputs(judge: SchemaJudge, runs: readonly CallRun[]): Promise<(SchemaVerdict | null)[]> {
  const found: (SchemaVerdict | null)[] = [];
  for (const { tool, answer } of runs) {
    const result = answer.kind === 'result' && isObject(answer.result) ? answer.result : null;
    const schema = tool.outputSchema;
    // What failed, or asks for more, has no output yet.
    const isFinal = result !== null && result.isError !== true && (result.resultType ?? 'complete') === 'complete';
    if (!isFinal || !isObject(schema)) found.push(null);
    else if (result.structuredContent === undefined)
      found.push({ kind: 'problem', why: 'there is no `structuredContent`' });
    else found.push(await judge.value(schema, result.structuredContent));
  }
  return found;
}

/** Calls that were answered, with the time that they took: lists are never cancelled, since whoever reads one at a time has answered by then. */
const measuredOf = (runs: readonly CallRun[]): Measured[] =>
  runs.flatMap(({ tool, arguments: args, answer: { kind, ms } }) =>
    kind === 'result' ? [{ method: 'tools/call', params: { name: tool.name!, arguments: args }, ms }] : [],
  );
