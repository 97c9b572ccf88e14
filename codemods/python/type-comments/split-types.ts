/** The parts of a list of types, cut at commas that stand in no brackets; null where brackets or quotes do not match. */
export function splitTypes(text: string): string[] | null {
  const parts: string[] = [];
  let [depth, start] = [0, 0];
  for (const match of text.matchAll(/"[^"]*"|'[^']*'|[()[\]{},"']/g)) {
    const [token] = match;
    if (token === '"' || token === "'") return null;
    depth += DEPTHS[token] ?? 0;
    if (depth < 0) return null;
    if (token !== ',' || depth > 0) continue;
    parts.push(text.slice(start, match.index).trim());
    start = match.index + 1;
  }
  if (depth !== 0) return null;
  const last = text.slice(start).trim();
  return last === '' ? parts : [...parts, last];
}

const DEPTHS: Readonly<Record<string, number>> = { '(': 1, '[': 1, '{': 1, ')': -1, ']': -1, '}': -1 };

/** A type that can be read: one expression, with nothing behind it. */
export const isType = (text: string): boolean =>
  /^["'\w.][\w.,[\]"' |()-]*$/.test(text) && splitTypes(text)?.length === 1;
