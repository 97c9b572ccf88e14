import type { Proof } from '../../../core/evidence.ts';
import type { Runner } from '../run-staged.ts';
import type { Change } from './change.ts';
import { declarationsOf } from './declarations/emitted.ts';
import { judgeDeclarations } from './declarations/prove-declarations.ts';
import { proveNamespaces } from './declarations/prove-namespaces.ts';
import { emitProject, type WantedOutput } from './emit-project.ts';
import type { Baselines } from './prove-types.ts';

/** Rung A: equal declarations in every project that compiles the files; of plain JavaScript, equal names and kinds. Ends in the state after. */
export async function proveInterface(
  runner: Runner,
  change: Change,
  { known }: Baselines,
  wanted: WantedOutput,
): Promise<Proof[]> {
  const { stage } = runner;
  const proofs: Proof[] = [];
  const before = [];
  await stage.show('before');
  for (const { project } of known)
    before.push(declarationsOf(await emitProject(runner, change.before, project, wanted)));
  await stage.show('after');
  for (const [i, { project, paths }] of known.entries()) {
    const after = declarationsOf(await emitProject(runner, change.after, project, wanted));
    const states = [before[i]!, after] as const;
    const asked = { ...change, paths, old: paths.filter((path) => change.old.includes(path)) };
    proofs.push(...judgeDeclarations(asked, project, states));
  }
  const compiled = new Set(known.flatMap(({ paths }) => paths));
  const rest = change.paths.filter((path) => !compiled.has(path));
  return rest.length === 0 ? proofs : [...proofs, ...(await proveNamespaces(runner, change, rest))];
}
