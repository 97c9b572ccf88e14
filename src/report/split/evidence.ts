import { type Evidence, type Proof, RUNGS, type Rung, type Verdict } from '../../core/evidence.ts';
import { sanitize } from '../sanitize.ts';

const MEANING: Readonly<Record<Rung, string>> = { S: 'syntax', B: 'build', A: 'public API', M: 'meaning', T: 'tests' };

interface Shown {
  readonly asked: readonly Rung[];
  readonly evidence: Evidence;
}

/** The verdicts of each rung that was asked for, counted, with what was shown. */
export function renderEvidence({ evidence, asked }: Shown): string[] {
  return RUNGS.filter((rung) => asked.includes(rung)).flatMap((rung) => {
    const proofs = evidence.proofs.filter((proof) => proof.rung === rung);
    if (proofs.length === 0) return [`${rung} ${MEANING[rung]}: not run`];
    const counts = (['proven', 'failed', 'vacuous', 'not-run'] as const)
      .map((verdict) => count(proofs, verdict))
      .filter(Boolean);
    const reasons = new Set(
      proofs.map(
        ({ configuration, why }) => `    ${configuration === '-' ? '' : `${configuration}: `}${sanitize(why)}`,
      ),
    );
    return [`${rung} ${MEANING[rung]}: ${counts.join(', ')}`, ...[...reasons].slice(0, 6)];
  });
}

/** What stands between this evidence and a proof: failures with their reasons, else the rungs that could not be shown here. */
export function whyNotProven({ evidence, asked }: Shown): string[] {
  const failed = evidence.proofs.filter(({ verdict }) => verdict === 'failed');
  if (failed.length > 0)
    return [
      ...new Set(failed.map(({ rung, path, why }) => `failed ${rung} ${sanitize(path)}: ${sanitize(why)}`)),
    ].slice(0, 10);
  const unshown = asked.filter(
    (rung) => !evidence.proofs.some((proof) => proof.rung === rung && proof.verdict === 'proven'),
  );
  const rest = asked.filter((rung) => !unshown.includes(rung)).join(',') || 'S';
  return [`${unshown.join(', ')} could not be shown here. To go on without: --evidence ${rest}`];
}

function count(proofs: readonly Proof[], verdict: Verdict): string {
  const found = proofs.filter((proof) => proof.verdict === verdict).length;
  return found === 0 ? '' : `${found} ${verdict}`;
}
