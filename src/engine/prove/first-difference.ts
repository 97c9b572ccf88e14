/** The first place where two values differ: the keys on the way down, and what stands there on each side. */
export interface Difference {
  readonly keys: readonly string[];
  /** Short, with what both sides have in common left out; null where that side has nothing. */
  readonly before: string | null;
  readonly after: string | null;
}

type Table = Readonly<Record<string, unknown>>;

/**
 * Null where the values are equal. Lists are compared by place, objects by key.
 * @internal Exported for its tests.
 */
export function firstDifference(before: unknown, after: unknown): Difference | null {
  if (JSON.stringify(before) === JSON.stringify(after)) return null;
  if (!isTable(before) || !isTable(after) || Array.isArray(before) !== Array.isArray(after)) return leaf(before, after);
  for (const key of Object.keys({ ...before, ...after })) {
    const below = firstDifference(before[key], after[key]);
    if (below) return { ...below, keys: [key, ...below.keys] };
  }
  // The same keys with the same values, in another order.
  return leaf(Object.keys(before), Object.keys(after));
}

const isTable = (value: unknown): value is Table => typeof value === 'object' && value !== null;

const SHOWN = 60;
const AROUND = 12;

function leaf(before: unknown, after: unknown): Difference {
  const [a, b] = [JSON.stringify(before) ?? null, JSON.stringify(after) ?? null];
  let same = 0;
  while (a !== null && b !== null && same < a.length && a[same] === b[same]) same += 1;
  const from = Math.max(0, same - AROUND);
  return { keys: [], before: a === null ? null : excerpt(a, from), after: b === null ? null : excerpt(b, from) };
}

function excerpt(text: string, from: number): string {
  if (text.length <= SHOWN) return text;
  const head = from > 0 ? '…' : '';
  const rest = text.slice(from);
  return `${head}${rest.slice(0, SHOWN)}${rest.length > SHOWN ? '…' : ''}`;
}

/** `its signature.parameters.2: "a", now "b"`. */
export function describeDifference(before: unknown, after: unknown): string {
  const found = firstDifference(before, after);
  if (found === null) return 'nothing';
  const place = found.keys.length === 0 ? '' : `its ${found.keys.join('.')}: `;
  return `${place}${found.before ?? 'nothing'}, now ${found.after ?? 'nothing'}`;
}
