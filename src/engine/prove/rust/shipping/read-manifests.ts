import { packageListOf } from '../../../../../analyzers/readings/rust/package-list.ts';
import type { Proof } from '../../../../core/evidence.ts';
import type { View } from '../../../../workspace/view.ts';
import { oldHomeOf } from './old-home.ts';

/**
 * Static proofs, failed for each new file that the manifest leaves out of the package although the file that mounts it is in it. Nothing is
 * executed: B asks cargo itself.
 */
export function withoutUnshipped(proofs: readonly Proof[], before: View, after: View): Proof[] {
  return proofs.map((proof) => {
    if (proof.verdict !== 'proven' || before.file(proof.path) || !proof.path.endsWith('.rs')) return proof;
    const listAfter = packageListOf(after, proof.path);
    if (listAfter === null || listAfter.ships(proof.path)) return proof;
    const home = oldHomeOf(before, after, proof.path);
    if (home === null || !packageListOf(before, home)?.ships(home)) return proof;
    return {
      ...proof,
      verdict: 'failed',
      why: `${listAfter.crate.manifest} leaves it out of the package, and ${home} was in it`,
    };
  });
}
