import type { VerifyResult } from '../../engine/verify/verify-sides.ts';
import { jsonText } from '../json-text.ts';
import { sanitize } from '../sanitize.ts';
import { renderEvidence, whyNotProven } from '../split/evidence.ts';

/** Outcome, the files that differ, and the evidence by rung. */
export function renderVerify(result: VerifyResult): string {
  if (result.outcome === 'unchanged') return 'Nothing to verify: no source file differs.\n';
  const asked = result.asked.join('+');
  const head =
    result.outcome === 'proven' ? `PROVEN by ${asked}: the two sides mean the same.` : `NOT PROVEN by ${asked}.`;
  const files = [
    ...result.paths.map((path) => `  ${result.before.file(path) ? 'changed' : 'new    '}  ${sanitize(path)}`),
    ...result.removed.map((path) => `  gone     ${sanitize(path)}`),
  ];
  const lines = [head, '', ...files, '', ...renderEvidence(result)];
  if (result.outcome === 'not-proven') lines.push('', ...whyNotProven(result));
  return `${lines.join('\n')}\n`;
}

export const verifyJson = ({ outcome, paths, removed, asked, evidence }: VerifyResult): string =>
  jsonText({ schemaVersion: 1, kind: 'verify', outcome, asked, paths, removed, evidence });
