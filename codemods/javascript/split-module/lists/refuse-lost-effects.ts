import type { Refusal } from '../../../../src/core/refusal.ts';
import { saysNoEffects } from '../../../../src/workspace/javascript/package-lists.ts';
import type { View } from '../../../../src/workspace/view.ts';
import type { Assignment } from '../assign.ts';
import type { Bindings } from '../bindings.ts';
import { refuse, type Source } from '../source.ts';

/**
 * Where package.json says that a file has no effects, a bundler leaves out each module of which no name is used: a statement that acts has
 * to stay in one module with all that it acts upon.
 */
export function refuseLostEffects(
  view: View,
  source: Source,
  { home }: Assignment,
  { own, mentions }: Bindings,
): Refusal[] {
  if (!saysNoEffects(view, source.path)) return [];
  const acting = source.pieces.filter(({ unit }) => unit.kind === 'expression' || unit.kind === 'statement');
  const lost = acting.filter(({ index }) => {
    const homes = [...mentions[index]!.keys()].flatMap((name) => {
      const binding = own.get(name);
      return binding ? [home[binding.piece]!] : [];
    });
    return homes.length === 0 || homes.some((one) => one !== home[index]);
  });
  return lost.map(({ unit }) => {
    const why =
      '`sideEffects` of package.json lets bundlers leave this statement out where only other modules are used';
    return refuse(source, 'J81', unit.body, why, 'Keep it in one module with everything that it acts upon.');
  });
}
