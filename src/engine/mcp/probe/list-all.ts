import { objectOf } from '../transport/conversation.ts';
import type { Answer } from '../transport/ledger.ts';
import { isObject, type JsonObject } from '../transport/read-message.ts';
import type { Session } from './session.ts';

/** What servers list: the method, the key of its result, the capability that promises it, and what names an item. */
export const LISTS = [
  { kind: 'tools', method: 'tools/list', capability: 'tools', name: 'name' },
  { kind: 'prompts', method: 'prompts/list', capability: 'prompts', name: 'name' },
  { kind: 'resources', method: 'resources/list', capability: 'resources', name: 'uri' },
  { kind: 'resourceTemplates', method: 'resources/templates/list', capability: 'resources', name: 'uriTemplate' },
] as const;
export type ListKind = (typeof LISTS)[number]['kind'];

/** One list, read to its end. */
export interface Listing {
  readonly kind: ListKind;
  readonly method: string;
  readonly items: readonly JsonObject[];
  /** One for each page. */
  readonly answers: readonly Answer[];
  /** Why its pages were followed no longer; null where they ended. */
  readonly endless: string | null;
}

const MOST_PAGES = 100;

/** Follows all pages of one list. A page that fails ends it. */
export async function listAll(session: Session, list: (typeof LISTS)[number]): Promise<Listing> {
  const { kind, method } = list;
  const answers: Answer[] = [];
  const items: JsonObject[] = [];
  const cursors = new Set<string>();
  let cursor: string | null = null;
  for (;;) {
    const answer = await session.call(method, cursor === null ? undefined : { cursor });
    answers.push(answer);
    const result = objectOf(answer);
    const page = result?.[kind];
    if (Array.isArray(page)) items.push(...page.filter((one): one is JsonObject => isObject(one)));
    const next = result?.nextCursor;
    if (typeof next !== 'string') return { kind, method, items, answers, endless: null };
    if (cursors.has(next)) return { kind, method, items, answers, endless: 'a cursor comes back' };
    if (answers.length >= MOST_PAGES)
      return { kind, method, items, answers, endless: `${MOST_PAGES} pages were read, and there are more` };
    cursors.add(next);
    cursor = next;
  }
}

/** Whether a server says that it has these. */
export const promises = ({ handshake }: Session, capability: string): boolean =>
  handshake.capabilities === null ? capability === 'tools' : isObject(handshake.capabilities[capability]);
