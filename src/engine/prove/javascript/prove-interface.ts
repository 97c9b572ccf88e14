import type { Proof } from '../../../core/evidence.ts';
import { onceFor } from '../once-for.ts';
import type { Runner } from '../run-staged.ts';
import type { Change } from './change.ts';
import { type Emitted, emitDeclarations } from './declarations/emit-declarations.ts';
import { judgeDeclarations } from './declarations/prove-declarations.ts';
import { proveNamespaces } from './declarations/prove-namespaces.ts';
import { type Baselines, nameOf } from './prove-types.ts';

/** Rung A: equal declarations in every project that compiles the files; of plain JavaScript, equal names and kinds. Ends in the state after. */
export async function proveInterface(runner: Runner, change: Change, { known }: Baselines): Promise<Proof[]> {
  const { stage } = runner;
  const proofs: Proof[] = [];
  const before: Emitted[] = [];
  await stage.show('before');
  for (const { project } of known)
    before.push(
      await onceFor(change.before, [stage.root, 'declarations', nameOf(project)], () =>
        emitDeclarations(runner, project),
      ),
    );
  await stage.show('after');
  for (const [i, { project, paths }] of known.entries()) {
    const states = [before[i]!, await emitDeclarations(runner, project)] as const;
    const asked = { ...change, paths, old: paths.filter((path) => change.old.includes(path)) };
    proofs.push(...judgeDeclarations(asked, project, states));
  }
  const compiled = new Set(known.flatMap(({ paths }) => paths));
  const rest = change.paths.filter((path) => !compiled.has(path));
  return rest.length === 0 ? proofs : [...proofs, ...(await proveNamespaces(runner, change, rest))];
}
