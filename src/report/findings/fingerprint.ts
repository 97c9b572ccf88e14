import type { Finding } from '../../core/finding.ts';
import { hashOf } from '../../core/hash.ts';

/** Of a finding without an identity of its own: by rule, path and symbol, so that lines added above change nothing. */
export const fingerprintOf = ({ fingerprint, rule, place, symbol }: Finding): string =>
  fingerprint ?? hashOf(`${rule}\0${place.path}\0${symbol ?? place.line ?? ''}`).slice(0, 32);

/** One for each finding, in order: what is there twice gets its number, since hosts drop the second of two equal ones. */
export function uniqueFingerprints(findings: readonly Finding[]): string[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const fingerprint = fingerprintOf(finding);
    const count = (seen.get(fingerprint) ?? 0) + 1;
    seen.set(fingerprint, count);
    return count === 1 ? fingerprint : hashOf(`${fingerprint}\0${count}`).slice(0, 32);
  });
}
