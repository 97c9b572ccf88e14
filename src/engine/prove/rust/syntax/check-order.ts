import { isMacroUse } from '../../../../../analyzers/readings/rust/macro-use.ts';
import { readAttributes } from '../../../../languages/rust/attributes.ts';
import type { Syntax } from '../../../../languages/syntax.ts';
import { calledMacros } from './called-macros.ts';
import type { Collected } from './collect-items.ts';
import type { MountOf } from './last-seen.ts';
import type { Problem } from './problem.ts';

interface Pair {
  readonly earlier: Collected;
  readonly later: Collected;
}

interface Sides {
  readonly before: Syntax;
  readonly syntaxOf: (path: string) => Syntax;
  readonly mountOf: MountOf;
  /** True for a macro that a `#[macro_use]` module of the package may define: none by an import, and none of the library's. */
  readonly mayBeModules: (name: string) => boolean;
  /** Which macros a call among the items may define. */
  readonly madeBy: (call: Collected) => (name: string) => boolean;
}

/**
 * What defines macros by its place keeps it: definitions, calls that may make some, and `#[macro_use]` modules stand in the facade as they stood
 * to what stays there; a part whose code calls a macro of theirs lies on the same side of them as the code did.
 */
export function checkOrder(pairs: readonly Pair[], sides: Sides): Problem[] {
  const { before, mountOf } = sides;
  const stays = pairs.filter(({ later }) => mountOf(later.path) === null && !later.repeats);
  const isMaker = ({ earlier }: Pair): boolean => /^macro(?:-call)?$/.test(earlier.kind) || usesMacros(before, earlier);
  for (const maker of stays.filter(isMaker)) {
    const turned = stays.find(
      (one) => one.earlier.start < maker.earlier.start !== one.later.start < maker.later.start && one !== maker,
    );
    if (turned) return [problemAt(turned.later, maker)];
    const crossed = crossing(pairs, maker, sides);
    if (crossed) return [problemAt(crossed.later, maker)];
  }
  return [];
}

/** The first item that has moved to the other side of what makes a macro that it calls. */
function crossing(
  pairs: readonly Pair[],
  maker: Pair,
  { before, syntaxOf, mountOf, mayBeModules, madeBy }: Sides,
): Pair | undefined {
  const isModule = usesMacros(before, maker.earlier);
  if (!isModule && maker.earlier.kind !== 'macro-call') return undefined;
  const makes = isModule ? mayBeModules : madeBy(maker.earlier);
  return pairs.find(({ earlier, later }) => {
    const mount = mountOf(later.path);
    if (mount === null || later.repeats || earlier.start < maker.earlier.start === mount.at < maker.later.start)
      return false;
    return calledMacros(syntaxOf(later.path), later.item.firstNode, later.item.afterNode, makes).size > 0;
  });
}

const problemAt = ({ path, start, name, kind }: Collected, { earlier }: Pair): Problem => ({
  path,
  start,
  why: `\`${name || kind}\` stands on the other side of \`${earlier.name || earlier.kind}\`, whose macros are seen behind it`,
});

const usesMacros = (syntax: Syntax, { kind, item }: Collected): boolean =>
  kind === 'mod' && readAttributes(syntax, item.attributes).some(isMacroUse);
