import { type Evidence, type Proof, RUNGS, type Rung, type Verdict } from '../../core/evidence.ts';
import { sanitize } from '../sanitize.ts';

const MEANING: Readonly<Record<Rung, string>> = { S: 'syntax', B: 'build', A: 'public API', M: 'meaning', T: 'tests' };

interface Shown {
  readonly asked: readonly Rung[];
  readonly evidence: Evidence;
}

/** The verdicts of each rung that was asked for, counted, with what was shown. Formatters and linters are told, and not counted. */
export function renderEvidence({ evidence, asked }: Shown): string[] {
  return RUNGS.filter((rung) => asked.includes(rung)).flatMap((rung) => {
    const proofs = evidence.proofs.filter((proof) => proof.rung === rung);
    if (proofs.length === 0) return [`${rung} ${MEANING[rung]}: not run`];
    const counted = proofs.filter(({ beside, verdict }) => !beside || verdict === 'failed');
    const counts = (['proven', 'failed', 'vacuous', 'not-run'] as const)
      .map((verdict) => count(counted, verdict))
      .filter(Boolean);
    const reasons = new Set(
      proofs.map(
        ({ configuration, why }) => `    ${configuration === '-' ? '' : `${configuration}: `}${sanitize(why)}`,
      ),
    );
    return [`${rung} ${MEANING[rung]}: ${counts.join(', ') || 'not run'}`, ...[...reasons].slice(0, 6)];
  });
}

function count(proofs: readonly Proof[], verdict: Verdict): string {
  const found = proofs.filter((proof) => proof.verdict === verdict).length;
  return found === 0 ? '' : `${found} ${verdict}`;
}
