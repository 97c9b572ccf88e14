interface Open {
  readonly pointer: string;
  /** Of an array, how many elements came before. */
  index: number | null;
  /** Of an object, the key whose value comes next; '' before it. */
  key: string;
}

/**
 * The line of each value of a JSON text, by its pointer: `` '' -> 1, '/properties/a' -> 4 ``. Keys stand where they are written.
 * The text has to be JSON: it is read by `JSON.parse` first.
 */
export function jsonLines(text: string): Map<string, number> {
  const lines = new Map<string, number>([['', 1]]);
  const open: Open[] = [];
  let line = 1;
  for (const [token] of text.matchAll(/\n|"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g)) {
    const at = open.at(-1);
    if (token === '\n') line += 1;
    else if (token === '{' || token === '[') {
      const pointer = pointerIn(at);
      lines.set(pointer, lines.get(pointer) ?? line);
      open.push({ pointer, index: token === '[' ? 0 : null, key: '' });
    } else if (token === '}' || token === ']') open.pop();
    else if (at) stepIn(at, token, (pointer) => lines.set(pointer, line));
  }
  return lines;
}

const pointerIn = (at: Open | undefined): string => (at === undefined ? '' : `${at.pointer}/${at.index ?? at.key}`);

/** A comma, a key or a value in what is open. */
function stepIn(at: Open, token: string, found: (pointer: string) => void): void {
  if (token === ',') {
    if (at.index === null) at.key = '';
    else at.index += 1;
  } else if (token.startsWith('"') && at.index === null && at.key === '') {
    at.key = escaped(JSON.parse(token) as string);
    found(`${at.pointer}/${at.key}`);
  }
}

/** RFC 6901. */
export const escaped = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');

/** The value at a pointer; undefined where there is none. */
export function valueAt(root: unknown, pointer: string): unknown {
  const parts = pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  return parts.reduce<unknown>(
    (at, part) =>
      typeof at === 'object' && at !== null && Object.hasOwn(at, part)
        ? (at as Record<string, unknown>)[part]
        : undefined,
    root,
  );
}
