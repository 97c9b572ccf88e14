import { packageQuestions } from '../../../../analyzers/readings/rust/runtime-places.ts';
import { type Proof, weaken } from '../../../core/evidence.ts';
import type { View } from '../../../workspace/view.ts';
import { strangeMacros } from './syntax/macro-crates.ts';

/**
 * Static proofs, weakened where the package asks for names of types or for places of callers, or where a macro moved that cannot be read: what a
 * program answers there is compared by M alone. A proof that asks M as well needs no such word.
 */
export function withOpenQuestions(proofs: readonly Proof[], before: View, after: View): Proof[] {
  const reasons = new Map<string, string | null>();
  return proofs.map((proof) => {
    const folder = after.file(proof.path) ? proof.path.slice(0, proof.path.lastIndexOf('/') + 1) : null;
    if (folder === null || proof.verdict !== 'proven') return proof;
    if (!reasons.has(folder)) reasons.set(folder, openQuestions(after, proof.path));
    const strange = before.file(proof.path) ? null : ofOtherCrates(after, proof.path);
    const why = [reasons.get(folder), strange].filter(Boolean).join('; ');
    return why === '' ? proof : weaken(proof, why);
  });
}

/** A file that is new, with macros of which nothing is known. */
function ofOtherCrates(view: View, path: string): string | null {
  const [first] = strangeMacros(view, path);
  return first === undefined
    ? null
    : `what \`${first}\` of another crate makes of its module path and file (R57) is compared by M alone`;
}

function openQuestions(view: View, path: string): string | null {
  const { typeNames, callers } = packageQuestions(view, path);
  const asked = [
    typeNames > 0 ? '`type_name` (R55)' : '',
    callers > 0 ? 'the place of a caller or a panic (R56)' : '',
  ].filter((one) => one !== '');
  if (asked.length === 0) return null;
  return `the package reads ${asked.join(' and ')}, and only M compares the results for code that moved`;
}
