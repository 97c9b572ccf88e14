import type { Answer } from '../transport/ledger.ts';
import { isObject, type JsonObject } from '../transport/read-message.ts';
import { type Era, modernMeta } from '../versions.ts';
import type { Listing } from './list-all.ts';
import type { Session } from './session.ts';

/** Something that is asked to see whether it is refused, or answered at all. */
export interface Trial {
  readonly id: TrialId;
  readonly method: string;
  /** The tool that is meant, if any. */
  readonly tool: string | null;
  readonly answer: Answer;
}
export type TrialId =
  | 'ping'
  | 'unknown-method'
  | 'unknown-tool'
  | 'missing-arguments'
  | 'log-level'
  | 'no-meta'
  | 'old-version';

interface Ask {
  readonly method: string;
  readonly tool?: string;
  readonly params?: JsonObject;
  /** Sent as it is, without what the era adds. */
  readonly isBare?: boolean;
}

interface Plan {
  readonly id: TrialId;
  readonly eras: readonly Era[];
  /** Null: there is nothing to try it on. */
  readonly ask: (session: Session, lists: readonly Listing[], version: string) => Ask | null;
}

/** A version that no server has. */
const NO_VERSION = '1900-01-01';

/** In the order in which they are asked. None calls a tool that may change anything. */
const PLANS: readonly Plan[] = [
  { id: 'ping', eras: ['2025'], ask: () => ({ method: 'ping' }) },
  { id: 'unknown-method', eras: ['2025', '2026'], ask: () => ({ method: 'omni-refactor/no-such-method' }) },
  {
    id: 'unknown-tool',
    eras: ['2025', '2026'],
    ask: (_session, lists) => {
      const tools = toolsIn(lists);
      return tools === null ? null : callOf(unusedName(tools), {});
    },
  },
  {
    id: 'missing-arguments',
    eras: ['2025', '2026'],
    ask: (_session, lists) => {
      const tool = (toolsIn(lists) ?? []).find((one) => isReadOnly(one) && requiredOf(one).length > 0);
      return typeof tool?.name === 'string' ? callOf(tool.name, {}) : null;
    },
  },
  {
    id: 'log-level',
    eras: ['2025'],
    ask: ({ handshake }) =>
      isObject(handshake.capabilities?.logging) ? { method: 'logging/setLevel', params: { level: 'error' } } : null,
  },
  { id: 'no-meta', eras: ['2026'], ask: () => ({ method: 'tools/list', isBare: true }) },
  {
    id: 'old-version',
    eras: ['2026'],
    ask: (_session, _lists, version) => ({
      method: 'tools/list',
      params: { _meta: modernMeta(NO_VERSION, version) },
      isBare: true,
    }),
  },
];

/** Tries what the era allows to be tried. @param version of this program */
export async function runTrials(session: Session, lists: readonly Listing[], version: string): Promise<Trial[]> {
  const done: Trial[] = [];
  for (const { id, eras, ask } of PLANS) {
    if (!eras.includes(session.handshake.era) || session.isOver()) continue;
    const asked = ask(session, lists, version);
    if (asked === null) continue;
    const { method, params, tool = null, isBare } = asked;
    const { talk } = session.connection;
    const answer = isBare
      ? await talk.within(talk.ask(method, params), session.timeoutCall)
      : await session.call(method, params);
    done.push({ id, method, tool, answer });
  }
  return done;
}

const callOf = (name: string, args: JsonObject): Ask => ({
  method: 'tools/call',
  tool: name,
  params: { name, arguments: args },
});

const toolsIn = (lists: readonly Listing[]): readonly JsonObject[] | null => {
  const tools = lists.find(({ kind }) => kind === 'tools');
  return tools === undefined || tools.items.length === 0 ? null : tools.items;
};

function unusedName(tools: readonly JsonObject[]): string {
  const names = new Set(tools.map(({ name }) => name));
  let name = 'omni_refactor_no_such_tool';
  while (names.has(name)) name += '_';
  return name;
}

/** It says of itself that it changes nothing. */
export const isReadOnly = ({ annotations }: JsonObject): boolean =>
  isObject(annotations) && annotations.readOnlyHint === true;

function requiredOf({ inputSchema }: JsonObject): readonly string[] {
  const required = isObject(inputSchema) ? inputSchema.required : undefined;
  return Array.isArray(required) ? required.filter((one): one is string => typeof one === 'string') : [];
}
