/** The first place where two values differ: the keys on the way down, and what stands there on each side. */
export interface Difference {
  readonly keys: readonly string[];
  /** Short, with what both sides have in common left out; null where that side has nothing. */
  readonly was: string | null;
  readonly is: string | null;
}

type Table = Readonly<Record<string, unknown>>;

/**
 * Null where the values are equal. Lists are compared by place, objects by key.
 * @internal Exported for its tests.
 */
export function firstDifference(was: unknown, is: unknown): Difference | null {
  if (JSON.stringify(was) === JSON.stringify(is)) return null;
  if (!isTable(was) || !isTable(is) || Array.isArray(was) !== Array.isArray(is)) return leaf(was, is);
  for (const key of Object.keys({ ...was, ...is })) {
    const below = firstDifference(was[key], is[key]);
    if (below) return { ...below, keys: [key, ...below.keys] };
  }
  // The same keys with the same values, in another order.
  return leaf(Object.keys(was), Object.keys(is));
}

const isTable = (value: unknown): value is Table => typeof value === 'object' && value !== null;

const SHOWN = 60;
const AROUND = 12;

function leaf(was: unknown, is: unknown): Difference {
  const [a, b] = [JSON.stringify(was) ?? null, JSON.stringify(is) ?? null];
  let same = 0;
  while (a !== null && b !== null && same < a.length && a[same] === b[same]) same += 1;
  const from = Math.max(0, same - AROUND);
  return { keys: [], was: a === null ? null : excerpt(a, from), is: b === null ? null : excerpt(b, from) };
}

function excerpt(text: string, from: number): string {
  if (text.length <= SHOWN) return text;
  const head = from > 0 ? '…' : '';
  const rest = text.slice(from);
  return `${head}${rest.slice(0, SHOWN)}${rest.length > SHOWN ? '…' : ''}`;
}

/** `its signature.parameters.2: "a", now "b"`. */
export function describeDifference(was: unknown, is: unknown): string {
  const found = firstDifference(was, is);
  if (found === null) return 'nothing';
  const place = found.keys.length === 0 ? '' : `its ${found.keys.join('.')}: `;
  return `${place}${found.was ?? 'nothing'}, now ${found.is ?? 'nothing'}`;
}
