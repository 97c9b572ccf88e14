import type { ChangeSet } from '../../src/core/change-set.ts';
import type { Proof } from '../../src/core/evidence.ts';
import { syntaxEvidence } from '../../src/engine/prove/rust/syntax/prove-syntax.ts';
import type { View } from '../../src/workspace/view.ts';

/** The proofs of Rust's S rung, one for each of the paths. */
export const proveRustSyntax = (
  before: View,
  after: View,
  changeSet: ChangeSet | null,
  paths: readonly string[],
): Proof[] => syntaxEvidence(before, after, changeSet, paths).proofs;
