import type { Proof } from '../../../../core/evidence.ts';
import type { ProofRequest } from '../../prover.ts';
import type { Baseline } from '../baseline.ts';
import type { CargoPackage } from '../read-packages.ts';
import type { Runner } from '../run-cargo.ts';
import { splicedModules } from '../spliced-tests.ts';
import { judgeMir } from './judge-mir.ts';
import { runMirBuild } from './run-mir-build.ts';

/** Rung M of a package; the stage shows the state after. */
export async function proveMir(
  runner: Runner,
  { before, after }: ProofRequest,
  member: CargoPackage,
  { mir, modules }: Baseline,
): Promise<Proof[]> {
  const proofs: Proof[] = [];
  const spliced = splicedModules(before, after, member);
  for (const [name, build] of mir) {
    const configuration = { name, command: build.command };
    const now = build.success ? await runMirBuild(runner, member, configuration, after, modules.after, spliced) : build;
    const sides = { before: { view: before, build }, after: { view: after, build: now } };
    proofs.push(...judgeMir(name, member.paths, sides));
  }
  return proofs;
}
