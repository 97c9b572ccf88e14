import { type Evidence, RUNGS, type Rung } from '../../core/evidence.ts';
import type { Decision } from '../../core/verdict.ts';
import { plural } from '../fit-text.ts';
import { sanitize } from '../sanitize.ts';

const SHOWS: Readonly<Record<Rung, string>> = {
  S: 'what moved is conserved',
  B: 'it builds as before',
  A: 'its public API is equal',
  M: 'its compiled code is equal',
  T: 'its tests end as before',
};

/** A proof in words: what the rungs that were asked for have shown, and no more. */
export function whatWasShown({
  asked,
  evidence,
  decision,
}: {
  readonly asked: readonly Rung[];
  readonly evidence: Evidence;
  readonly decision: Decision;
}): string {
  const shown = RUNGS.filter((rung) => asked.includes(rung)).map((rung) => SHOWS[rung]);
  const last = shown.length > 1 ? `, and ${shown.at(-1)}` : '';
  const first = shown.length > 1 ? shown.slice(0, -1) : shown;
  const nothing = asked.every((rung) => rung === 'S') ? '; nothing was compiled or run' : '';
  return `${first.join(', ')}${last}${nothing}${weakness(evidence)}${acceptance(decision)}`;
}

function weakness({ proofs }: Evidence): string {
  const weak = proofs.filter(({ weakened }) => weakened !== undefined);
  if (weak.length === 0) return '';
  const rungs = RUNGS.filter((rung) => weak.some((proof) => proof.rung === rung)).join(' and ');
  const files = new Set(weak.map(({ path }) => path)).size;
  return `; less than usual by ${rungs} for ${plural(files, 'file')}: ${sanitize(weak[0]!.weakened!)}`;
}

const acceptance = ({ accepted }: Decision): string => {
  const ids = [...new Set(accepted.map(({ id }) => sanitize(id)))];
  return ids.length === 0 ? '' : `; accepted: ${ids.join(', ')}`;
};
