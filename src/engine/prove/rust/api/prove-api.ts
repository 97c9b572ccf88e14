import type { Proof } from '../../../../core/evidence.ts';
import { askOnce } from '../../answers/ask.ts';
import type { Baseline } from '../baseline.ts';
import type { Build } from '../prove-build.ts';
import type { CargoPackage } from '../read-packages.ts';
import type { Runner } from '../run-cargo.ts';
import { documentTargets, type FeatureSet, featureSets, reachOf } from './documentation.ts';
import { judgeApi } from './judge-api.ts';

/** Rung A of a package, over the sets of features that its builds choose; the stage shows the state after. */
export async function proveApi(
  runner: Runner,
  member: CargoPackage,
  state: Baseline,
  builds: ReadonlyMap<string, Build>,
  env: Readonly<Record<string, string>>,
): Promise<Proof[]> {
  const proofs: Proof[] = [];
  for (const set of featureSets(state.builds))
    proofs.push(...(await askOnce(runner, 'any', ['api', member.folder, set.name], () => proveSet(set))));
  return proofs;

  async function proveSet(set: FeatureSet): Promise<Proof[]> {
    const before = state.documents.get(set.name) ?? (await state.document(set));
    const now = await documentTargets(runner, member, before.keys(), { ...set, env, modules: state.modules.after });
    const targets = new Map([...before].map(([target, old]) => [target, { before: old, after: now.get(target)! }]));
    return judgeApi(set.name, member.paths, { targets, reach: reachOf(member.paths, set, builds) });
  }
}
