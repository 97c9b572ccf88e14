import type { Decision } from '../../core/verdict.ts';

/** The first thing that stands in the way of a proof, in words. */
export function firstGap({ gaps, claims }: Decision): string {
  const failed = gaps.flatMap((gap) => (gap.kind === 'failed' ? [gap.proof] : []))[0];
  if (failed) return `${failed.rung} ${failed.path}: ${failed.why}`;
  const bare = claims.find(({ by }) => by === 'nothing');
  if (bare) return `no rung covers ${bare.path}: ${bare.why}`;
  const [gap] = gaps;
  if (gap?.kind === 'unshown') return `${gap.rung} ${gap.path}: ${gap.why}`;
  return gap?.kind === 'uncompiled'
    ? `${gap.unit.rung} ${gap.unit.path}: nothing compiled ${gap.unit.unit}`
    : 'no rung could be shown';
}
