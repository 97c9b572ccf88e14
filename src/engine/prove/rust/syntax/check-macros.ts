import { kindOf, type Syntax, textOf } from '../../../../languages/syntax.ts';
import type { Collected } from './collect-items.ts';
import type { Problem } from './problem.ts';

/** Each macro of the module that a part uses is the definition that its code saw before: `macro_rules!` are seen in textual order. */
export function checkMacros(
  moved: readonly { readonly was: Collected; readonly is: Collected; readonly mountedAt: number }[],
  before: readonly Collected[],
  after: readonly Collected[],
  syntaxOf: (path: string) => Syntax,
): Problem[] {
  const names = new Set([...before, ...after].filter(({ kind }) => kind === 'macro').map(({ name }) => name));
  for (const { was, is, mountedAt } of moved) {
    for (const name of called(syntaxOf(is.path), is, names)) {
      const old = lastSeen(before, name, was, was.start);
      const now = lastSeen(after, name, is, mountedAt);
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

/** The definition that an item sees: the last before it in its own module, else the last in the facade before `mountedAt`. */
function lastSeen(items: readonly Collected[], name: string, user: Collected, mountedAt: number): string | null {
  let own: Collected | null = null;
  let outer: Collected | null = null;
  for (const one of items) {
    if (one.kind !== 'macro' || one.name !== name) continue;
    if (one.path === user.path && one.container === user.container) {
      if (one.start < user.start) own = one;
    } else if (one.container === '' && one.start < mountedAt && one.path === items[0]!.path) outer = one;
  }
  return (own ?? outer)?.key ?? null;
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
