import { RefactorError } from '../../core/errors.ts';
import { hashOf } from '../../core/hash.ts';

/** Items of an answer, over all lists of its report. */
export const DEFAULT_LIMIT = 50;
export const MOST = 500;
/** Bytes of JSON that the items of one answer may have; one item is always given. */
const MOST_BYTES = 200_000;

/** Which items an answer holds, counted over all lists of the report in their order. */
export interface Page {
  /** Items before these. */
  readonly from: number;
  readonly count: number;
  readonly total: number;
  /** How many items of each list are not in this answer, before or behind it; lists that are whole are not named. */
  readonly leftOut: Readonly<Record<string, number>>;
  /** Keys of the report that are not given at all. */
  readonly omitted: readonly string[];
  readonly nextCursor: string | null;
}

export interface PageRequest {
  readonly limit: number;
  readonly cursor: string | null;
  readonly omit: readonly string[];
}

type Report = Readonly<Record<string, unknown>>;

/** A list of a report: in it, or in an object in it. */
interface List {
  readonly key: string;
  readonly inner: string | null;
  readonly items: readonly unknown[];
}

/**
 * The items of a report that fit into one answer; everything that is no list is given whole. A report whose lists fit is unchanged.
 * Throws RefactorError `page-moved` where the cursor is of another report.
 * @param text the report as it was printed, by which cursors are held to it
 */
export function pageOf(
  text: string,
  report: Report,
  { limit, cursor, omit }: PageRequest,
): { report: Report; page: Page } {
  const digest = hashOf(text).slice(0, 16);
  const whole = Object.fromEntries(Object.entries(report).filter(([key]) => !omit.includes(key)));
  const lists = listsOf(whole);
  const total = lists.reduce((sum, { items }) => sum + items.length, 0);
  const from = cursor === null ? 0 : positionOf(cursor, digest, total);
  const count = howMany(lists, from, limit);
  const cut: Record<string, unknown> = { ...whole };
  const leftOut: Record<string, number> = {};
  let start = 0;
  for (const { key, inner, items } of lists) {
    const given = items.slice(Math.max(0, from - start), Math.max(0, from + count - start));
    start += items.length;
    if (given.length === items.length) continue;
    leftOut[inner === null ? key : `${key}.${inner}`] = items.length - given.length;
    cut[key] = inner === null ? given : { ...(cut[key] as object), [inner]: given };
  }
  const next = from + count;
  const nextCursor = next < total ? `${next}.${digest}` : null;
  const omitted = omit.filter((key) => Object.hasOwn(report, key));
  return { report: cut, page: { from, count, total, leftOut, omitted, nextCursor } };
}

function listsOf(report: Report): List[] {
  return Object.entries(report).flatMap(([key, value]): List[] => {
    if (Array.isArray(value)) return [{ key, inner: null, items: value }];
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([inner, items]) => (Array.isArray(items) ? [{ key, inner, items }] : []));
  });
}

function howMany(lists: readonly List[], from: number, limit: number): number {
  const items = lists.flatMap((list) => list.items).slice(from, from + limit);
  let bytes = 0;
  for (const [i, item] of items.entries()) {
    bytes += JSON.stringify(item).length;
    if (bytes > MOST_BYTES && i > 0) return i;
  }
  return items.length;
}

function positionOf(cursor: string, digest: string, total: number): number {
  const [, position = '', of = ''] = /^(\d{1,9})\.([0-9a-f]{16})$/.exec(cursor) ?? [];
  if (of === digest && Number(position) < total) return Number(position);
  throw new RefactorError({
    code: 'page-moved',
    what: 'The cursor does not fit this report',
    why:
      of === ''
        ? 'it is not one that an answer gave'
        : 'the workspace or the arguments have changed since it was given',
    whatToDo: 'Call the tool again without a cursor.',
  });
}
