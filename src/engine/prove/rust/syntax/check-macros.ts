import { tokenCalls } from '../../../../../analyzers/readings/rust/token-calls.ts';
import type { Syntax } from '../../../../languages/syntax.ts';
import { calledMacros } from './called-macros.ts';
import type { Collected } from './collect-items.ts';
import { lastSeen, type MountOf } from './last-seen.ts';
import type { Import } from './part-scope.ts';
import type { Problem } from './problem.ts';

/** A module's macros before and after. */
export interface MacroSides {
  readonly before: readonly Collected[];
  readonly after: readonly Collected[];
  readonly mountOf: MountOf;
  readonly syntaxOf: (path: string) => Syntax;
  /** Those of some names that the files of a module may call, or a text that a call splices. */
  readonly calledBelow: (one: Collected, names: ReadonlySet<string>) => ReadonlySet<string>;
  /** Those of some names that the body of a macro of the package calls where it is called itself. */
  readonly calledThrough: (macro: string, names: ReadonlySet<string>) => ReadonlySet<string>;
}

/** Each macro of the module that an item uses, or that moved, is the definition that the code saw before: textual order. */
export function checkMacros(
  pairs: readonly { readonly earlier: Collected; readonly later: Collected }[],
  sides: MacroSides,
): Problem[] {
  const { before, after, mountOf } = sides;
  const names = macroNames(sides);
  const moved = new Set(after.filter(({ kind, path }) => kind === 'macro' && mountOf(path)).map(({ name }) => name));
  const bodies = new Map<string, Set<string>>();
  for (const one of after.filter(({ kind }) => kind === 'macro'))
    bodies.set(one.name, new Set([...(bodies.get(one.name) ?? []), ...calledBy(one, names, sides)]));
  for (const { earlier, later } of pairs) {
    // What a definition calls is looked up where it is called itself.
    if (later.kind === 'macro') continue;
    const wanted = mountOf(later.path) ? names : moved;
    for (const name of throughBodies(calledBy(later, names, sides), bodies)) {
      if (!wanted.has(name)) continue;
      const old = lastSeen(before, name, earlier, () => null);
      const now = lastSeen(after, name, later, mountOf);
      if (old !== now)
        return [
          {
            path: later.path,
            start: later.start,
            why: `\`${later.name}\` sees another definition of \`${name}!\`, or none, where its \`mod\` line stands`,
          },
        ];
    }
  }
  return [];
}

const macroNames = ({ before, after }: Pick<MacroSides, 'before' | 'after'>): ReadonlySet<string> =>
  new Set([...before, ...after].flatMap(({ kind, name }) => (kind === 'macro' ? [name] : [])));

function calledBy(one: Collected, names: ReadonlySet<string>, sides: MacroSides): Set<string> {
  if (names.size === 0) return new Set();
  const { firstNode, afterNode } = one.item;
  const syntax = sides.syntaxOf(one.path);
  const own = calledMacros(syntax, firstNode, afterNode, (name) => names.has(name));
  const through = tokenCalls(syntax, firstNode, afterNode).flatMap(({ name }) =>
    names.has(name) ? [] : [...sides.calledThrough(name, names)],
  );
  const below = /^(?:mod|macro-call)$/.test(one.kind) ? sides.calledBelow(one, names) : [];
  return new Set([...own, ...through, ...below]);
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

interface Scopes {
  readonly earlier: readonly Import[];
  /** Those of the facade and of its parts, each with its file. */
  readonly later: readonly (Import & { readonly path: string })[];
  readonly facade: string;
  readonly former: string;
  /** What the facade defines is seen behind its own `mod` line. */
  readonly isMacroUsed: boolean;
}

/**
 * What is read of the module's macros by others: `use name as other;` takes the definition above it, and whoever stands behind `#[macro_use]
 * mod m;` sees the last of each name.
 */
export function checkGivenMacros(
  sides: MacroSides,
  { earlier, later, facade, former, isMacroUsed }: Scopes,
): Problem[] {
  const { before, after, mountOf } = sides;
  const names = macroNames(sides);
  const isMacro = ({ leaf }: Import): boolean => leaf.segments.length === 1 && names.has(leaf.segments[0]!);
  for (const now of later.filter(isMacro)) {
    const name = now.leaf.segments[0]!;
    const olds = earlier.filter((old) => isMacro(old) && old.leaf.segments[0] === name && old.name === now.name);
    const seen = lastSeen(after, name, now, mountOf);
    if (
      olds.length > 0 &&
      !olds.some((old) => lastSeen(before, name, { path: former, start: old.start }, () => null) === seen)
    )
      return [{ path: now.path, start: now.start, why: `this import takes another definition of \`${name}!\`` }];
  }
  if (!isMacroUsed) return [];
  const start = Number.POSITIVE_INFINITY;
  for (const name of names)
    if (
      lastSeen(before, name, { path: former, start }, () => null) !==
      lastSeen(after, name, { path: facade, start }, mountOf)
    )
      return [
        { path: facade, start: 0, why: `\`${name}!\` is another macro, or none, behind the \`mod\` line of this file` },
      ];
  return [];
}
