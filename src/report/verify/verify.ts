import type { Claim } from '../../core/verdict.ts';
import type { VerifyResult } from '../../engine/verify/verify-sides.ts';
import { reportJson } from '../report-json.ts';
import { sanitize } from '../sanitize.ts';
import { claimWords } from '../split/claim-words.ts';
import { renderEvidence } from '../split/evidence.ts';
import { whatWasShown } from '../split/what-was-shown.ts';
import { whyNotProven } from '../split/why-not-proven.ts';

/** Outcome, every path that differs with what covers it, and the evidence by rung. */
export function renderVerify(result: VerifyResult): string {
  const { outcome, decision } = result;
  const files = fileRows(decision.claims);
  if (outcome === 'unchanged')
    return files.length === 0
      ? 'Nothing to verify: the two sides are equal.\n'
      : `Nothing to verify: what differs is not an input of a build or a test.\n\n${files.join('\n')}\n`;
  const asked = result.asked.join('+');
  const head =
    outcome === 'proven' ? [`PROVEN by ${asked}.`, `Shown: ${whatWasShown(result)}.`] : [`NOT PROVEN by ${asked}.`];
  const lines = [...head, '', ...files, '', ...renderEvidence(result)];
  if (outcome === 'not-proven') lines.push('', ...whyNotProven(result));
  return `${lines.join('\n')}\n`;
}

const WORDS: Readonly<Record<Claim['kind'], string>> = { added: 'new', changed: 'changed', removed: 'gone' };

function fileRows(claims: readonly Claim[]): string[] {
  const width = Math.max(0, ...claims.map(({ path }) => sanitize(path).length));
  return claims.map((claim) => {
    const path = sanitize(claim.path);
    const row = `  ${WORDS[claim.kind].padEnd(7)}  `;
    return claim.by === 'rungs' ? `${row}${path}` : `${row}${path.padEnd(width)}  ${claimWords(claim)}`;
  });
}

export function verifyJson({ outcome, paths, removed, asked, evidence, decision }: VerifyResult): string {
  const { claims, gaps, accepted } = decision;
  return reportJson({
    schemaVersion: 1,
    kind: 'verify',
    outcome,
    asked,
    paths,
    removed,
    evidence,
    claims,
    gaps,
    accepted,
  });
}
