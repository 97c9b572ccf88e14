import type { MacroDefinitions } from '../../../../../analyzers/readings/rust/macro-definitions.ts';
import { tokenCalls } from '../../../../../analyzers/readings/rust/token-calls.ts';
import { readAttributes } from '../../../../languages/rust/attributes.ts';
import type { Syntax } from '../../../../languages/syntax.ts';
import type { Mount } from './check-macros.ts';
import type { Collected } from './collect-items.ts';
import type { Problem } from './problem.ts';

interface Pair {
  readonly was: Collected;
  readonly is: Collected;
}

interface Sides {
  readonly before: Syntax;
  readonly syntaxOf: (path: string) => Syntax;
  readonly mountOf: (path: string) => Mount | null;
  readonly definitions: MacroDefinitions;
}

/**
 * What defines macros by its place keeps it: definitions, calls that may make some, and `#[macro_use]` modules stand in the facade as they stood
 * to what stays there; a part whose code calls a macro of the package lies on the same side of such a module as the code did.
 */
export function checkOrder(pairs: readonly Pair[], { before, syntaxOf, mountOf, definitions }: Sides): Problem[] {
  const stays = pairs.filter(({ is }) => mountOf(is.path) === null && !is.repeats);
  const isMaker = ({ was }: Pair): boolean => /^macro(?:-call)?$/.test(was.kind) || usesMacros(before, was);
  for (const maker of stays.filter(isMaker)) {
    const turned = stays.find(
      (one) => one.was.start < maker.was.start !== one.is.start < maker.is.start && one !== maker,
    );
    if (turned) return [problemAt(turned.is, maker)];
    if (!usesMacros(before, maker.was)) continue;
    const crossed = pairs.find((one) => {
      const mount = mountOf(one.is.path);
      if (mount === null || one.is.repeats || one.was.start < maker.was.start === mount.at < maker.is.start)
        return false;
      return callsOwn(syntaxOf(one.is.path), one.is, definitions);
    });
    if (crossed) return [problemAt(crossed.is, maker)];
  }
  return [];
}

const problemAt = ({ path, start, name, kind }: Collected, { was }: Pair): Problem => ({
  path,
  start,
  why: `\`${name || kind}\` stands on the other side of \`${was.name || was.kind}\`, whose macros are seen behind it`,
});

const usesMacros = (syntax: Syntax, { kind, item }: Collected): boolean =>
  kind === 'mod' && readAttributes(syntax, item.attributes).some(({ path }) => path === 'macro_use');

const callsOwn = (syntax: Syntax, { item }: Collected, definitions: MacroDefinitions): boolean =>
  tokenCalls(syntax, item.firstNode, item.afterNode).some(({ name }) => definitions(name).length > 0);
