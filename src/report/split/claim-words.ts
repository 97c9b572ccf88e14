import type { Claim } from '../../core/verdict.ts';
import { sanitize } from '../sanitize.ts';

/** What covers a changed path, in words. */
export function claimWords({ by, why }: Claim): string {
  if (by === 'nothing') return `NO RUNG COVERS IT: ${sanitize(why)}`;
  return by === 'inert' ? `inert: ${sanitize(why)}` : by === 'list' ? `compared: ${sanitize(why)}` : sanitize(why);
}
