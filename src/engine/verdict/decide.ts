import { type Accepts, type Evidence, gapsOf, isAccepted, type Rung, uncompiledUnits } from '../../core/evidence.ts';
import type { Acceptance, Claim, Decision } from '../../core/verdict.ts';
import { joinedPaths, provenPaths } from './claim-paths.ts';

/**
 * The one place where a change is judged, for splits, applies, batches, `verify`, the screen and receipts. Proven: every changed path is
 * claimed, every rung that was asked for covers every source file, no rung failed, and nothing that moved was left uncompiled - but for
 * what was accepted by name. A file that a join has taken away is shown by S, also where S was not asked for.
 */
export function decide(
  claims: readonly Claim[],
  evidence: Evidence,
  asked: readonly Rung[],
  accepts: Accepts,
): Decision {
  const unseen = gapsOf(evidence, ['S'], joinedPaths(claims), accepts).filter(({ kind }) => kind === 'unshown');
  const gaps = [...gapsOf(evidence, asked, provenPaths(claims), accepts), ...unseen];
  const covered = claims.every(({ by }) => by !== 'nothing');
  return {
    outcome: gaps.length === 0 && covered ? 'proven' : 'not-proven',
    claims,
    gaps,
    accepted: acceptedIn(evidence, asked, accepts),
  };
}

/** What of it was needed: an acceptance that nothing asked for is none. */
function acceptedIn({ proofs, coverage = [] }: Evidence, asked: readonly Rung[], accepts: Accepts): Acceptance[] {
  const found = [
    ...proofs
      .filter((proof) => isAccepted(proof, accepts))
      .map(({ hazard, path, why }): Acceptance => ({ id: hazard!, path, why })),
    ...uncompiledUnits(coverage, asked)
      .filter(({ unit }) => accepts.uncompiled.includes(unit))
      .map(({ unit, path, condition, rung }) => ({
        id: unit,
        path,
        why: `${rung} did not compile or import it${condition === null ? '' : `: ${condition}`}`,
      })),
  ];
  const seen = new Set<string>();
  return found.filter((one) => !seen.has(JSON.stringify(one)) && seen.add(JSON.stringify(one)));
}
