import { hashOf } from '../../../src/core/hash.ts';
import type { Node, Syntax } from '../../../src/languages/syntax.ts';
import { measure } from '../../complexity/measure.ts';
import type { Tally } from '../../complexity/walk.ts';
import type { Identity } from './identity.ts';
import { identityTokens } from './identity-tokens.ts';

/** The identity of each function of a file, in source order as in its metrics. */
export function functionIdentities(syntax: Syntax): Identity[] {
  const found = new Map<Tally, Node>();
  measure(syntax, (tally) => {
    if (tally.symbol !== '') found.set(tally, tally.node);
  });
  return [...found].map(([{ symbol }, node]) => {
    const tokens = identityTokens(syntax, node, symbol.split(/::|\./).at(-1)!);
    return { pieces: [{ hash: hashOf(tokens.join('\u0001')).slice(0, 12), lines: 0 }], loose: 0 };
  });
}
