import { kindOf, type Syntax, textOf } from '../../../../languages/syntax.ts';
import type { Collected } from './collect-items.ts';
import type { Problem } from './problem.ts';

/** Where a part's `mod` line stands in the facade, and whether its macros are seen behind that line. */
export interface Mount {
  readonly at: number;
  readonly macroUse: boolean;
}

/** Each macro of the module that a moved item uses, or that moved, is the definition that the code saw before: textual order. */
export function checkMacros(
  pairs: readonly { readonly was: Collected; readonly is: Collected }[],
  before: readonly Collected[],
  after: readonly Collected[],
  mountOf: (path: string) => Mount | null,
  syntaxOf: (path: string) => Syntax,
): Problem[] {
  const macros = [...before, ...after].filter(({ kind }) => kind === 'macro');
  const names = new Set(macros.map(({ name }) => name));
  const moved = new Set(after.filter(({ kind, path }) => kind === 'macro' && mountOf(path)).map(({ name }) => name));
  for (const { was, is } of pairs) {
    const wanted = mountOf(is.path) ? names : moved;
    for (const name of called(syntaxOf(is.path), is, wanted)) {
      const old = lastSeen(before, name, was, () => null);
      const now = lastSeen(after, name, is, mountOf);
      if (old !== now)
        return [
          {
            path: is.path,
            start: is.start,
            why: `\`${is.name}\` sees another definition of \`${name}!\`, or none, where its \`mod\` line stands`,
          },
        ];
    }
  }
  return [];
}

/** The definition that an item sees: the last before it in its own module, else the last in the facade's text before its `mod` line. */
function lastSeen(
  items: readonly Collected[],
  name: string,
  user: Collected,
  mountOf: (path: string) => Mount | null,
): string | null {
  const macros = items.filter((one) => one.kind === 'macro' && one.name === name);
  const own = lastOwn(macros, user);
  const outer = lastOuter(macros, user, mountOf);
  // In the facade itself, what a part brings in between is nearer than an own definition above it.
  if (own !== null && outer !== null && mountOf(user.path) === null && outer.at > own.start) return outer.key;
  return own?.key ?? outer?.key ?? null;
}

const isOwn = (one: Collected, user: Collected): boolean => one.path === user.path && one.container === user.container;

function lastOwn(macros: readonly Collected[], user: Collected): Collected | null {
  let own: Collected | null = null;
  for (const one of macros)
    if (isOwn(one, user) && one.start < user.start && (own === null || own.start < one.start)) own = one;
  return own;
}

function lastOuter(
  macros: readonly Collected[],
  user: Collected,
  mountOf: (path: string) => Mount | null,
): { at: number; start: number; key: string } | null {
  let outer: { at: number; start: number; key: string } | null = null;
  const limit = mountOf(user.path)?.at ?? user.start;
  for (const one of macros) {
    const mount = mountOf(one.path);
    if (isOwn(one, user) || one.container !== '' || (mount !== null && !mount.macroUse)) continue;
    const at = mount?.at ?? one.start;
    if (at < limit && (outer === null || outer.at < at || (outer.at === at && outer.start < one.start)))
      outer = { at, start: one.start, key: one.key };
  }
  return outer;
}

function called(syntax: Syntax, { item }: Collected, names: ReadonlySet<string>): Set<string> {
  const found = new Set<string>();
  for (let node = item.firstNode; node < item.afterNode; node++)
    if (
      kindOf(syntax, node) === 'identifier' &&
      names.has(textOf(syntax, node)) &&
      syntax.text[syntax.end[node]!] === '!'
    )
      found.add(textOf(syntax, node));
  return found;
}
