import { PRELUDE_MACROS } from '../../../../../analyzers/readings/rust/prelude-macros.ts';
import { plainName } from '../../../../languages/rust/plain-name.ts';
import { kindOf, type Node, type Syntax, textOf } from '../../../../languages/syntax.ts';
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
  const bodies = new Map<string, Set<string>>();
  for (const one of after.filter(({ kind }) => kind === 'macro'))
    bodies.set(one.name, new Set([...(bodies.get(one.name) ?? []), ...called(syntaxOf(one.path), one, names)]));
  for (const { was, is } of pairs) {
    // What a definition calls is looked up where it is called itself.
    if (is.kind === 'macro') continue;
    const wanted = mountOf(is.path) ? names : moved;
    for (const name of throughBodies(called(syntaxOf(is.path), is, names), bodies)) {
      if (!wanted.has(name)) continue;
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

/** With what the bodies of these macros call in turn. */
function throughBodies(
  names: ReadonlySet<string>,
  bodies: ReadonlyMap<string, ReadonlySet<string>>,
): ReadonlySet<string> {
  const found = new Set(names);
  for (const name of found) for (const next of bodies.get(name) ?? []) found.add(next);
  return found;
}

/** The definition that an item sees: the last before it in its own module, else the last in the facade's text before its `mod` line. */
function lastSeen(
  items: readonly Collected[],
  name: string,
  user: Collected,
  mountOf: (path: string) => Mount | null,
): string | null {
  const macros = items.filter((one) => one.kind === 'macro' && one.name === name);
  const isOwn = ({ path }: Collected): boolean => path === user.path;
  const own = macros.filter((one) => isOwn(one) && one.start < user.start).sort((a, b) => b.start - a.start)[0];
  const limit = mountOf(user.path)?.at ?? user.start;
  const outer = macros
    .filter((one) => !isOwn(one) && mountOf(one.path)?.macroUse !== false)
    .map((one) => ({ ...one, at: mountOf(one.path)?.at ?? one.start }))
    .filter(({ at }) => at < limit)
    .sort((a, b) => b.at - a.at || b.start - a.start)[0];
  // In the facade itself, what a part brings in between is nearer than an own definition above it.
  if (own && outer && mountOf(user.path) === null && outer.at > own.start) return outer.key;
  return own?.key ?? outer?.key ?? null;
}

function called(syntax: Syntax, { item }: Collected, names: ReadonlySet<string>): Set<string> {
  const found = new Set<string>();
  for (let node = item.firstNode; node < item.afterNode; node++) {
    const name = kindOf(syntax, node) === 'identifier' ? plainName(textOf(syntax, node)) : '';
    if (names.has(name) && mayCall(syntax, node)) found.add(name);
  }
  return found;
}

/** `name!`, `name !`; an argument of a macro that is not the library's may be the name of another one. */
function mayCall(syntax: Syntax, node: Node): boolean {
  const behind = syntax.text.slice(syntax.end[node]!, syntax.end[node]! + 12);
  if (/^\s*!/.test(behind)) return true;
  const tree = syntax.parent[node]!;
  if (!/^token_(?:tree|repetition)$/.test(kindOf(syntax, tree))) return false;
  const before = syntax.text.slice(Math.max(0, syntax.start[node]! - 12), syntax.start[node]!);
  if (!/[([{,;]\s*$/.test(before) || !/^\s*[)\]},;]/.test(behind)) return false;
  const callee = /([\p{XID_Continue}]+)\s*!\s*$/u.exec(
    syntax.text.slice(Math.max(0, syntax.start[tree]! - 40), syntax.start[tree]!),
  )?.[1];
  return callee === undefined || !PRELUDE_MACROS.has(callee);
}
