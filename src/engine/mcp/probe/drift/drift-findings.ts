import type { Era } from '../../versions.ts';
import { type Item, type ProbeFinding, tell } from '../probe-finding.ts';
import type { Drift } from './drift.ts';

/** Drifts as findings, in their order. */
export const driftFindings = (drifts: readonly Drift[], era: Era): ProbeFinding[] =>
  drifts.map(({ level, symbol, what }) => tell(level, era, { symbol, item: itemOf(symbol), detail: what }));

function itemOf(symbol: string): Item | null {
  const [, kind, name] = /^(tool|prompt|resource) (.*)$/s.exec(symbol) ?? [];
  return kind === undefined || name === undefined || symbol.startsWith('resource template ')
    ? null
    : { kind: kind as Item['kind'], name };
}
