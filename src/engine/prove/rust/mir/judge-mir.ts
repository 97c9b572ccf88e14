import type { Proof } from '../../../../core/evidence.ts';
import type { View } from '../../../../workspace/view.ts';
import { compareBodies } from './compare-mir.ts';
import { describeDifference } from './describe-difference.ts';
import type { MirBuild } from './run-mir-build.ts';

export interface MirSides {
  readonly before: { readonly view: View; readonly build: MirBuild };
  readonly after: { readonly view: View; readonly build: MirBuild };
}

/** The verdicts of one configuration, a file each: every function, constant and static of the package computes what it did. */
export function judgeMir(configuration: string, paths: readonly string[], { before, after }: MirSides): Proof[] {
  const judge = (verdict: Proof['verdict'], why: string): Proof[] =>
    paths.map((path) => ({ rung: 'M', path, configuration, verdict, why }));
  if (!before.build.success) return judge('not-run', `the baseline does not build: ${before.build.why}`);
  if (!after.build.success) return judge('failed', after.build.why);
  if (before.build.bodies.size === 0) return judge('not-run', 'rustc printed no MIR of this package');
  let count = 0;
  for (const [target, bodies] of after.build.bodies) {
    const differences = compareBodies(before.build.bodies.get(target) ?? new Map(), bodies);
    if (differences.length > 0) {
      const first = `${target}: ${describeDifference(differences[0]!, before.view, after.view)}`;
      return judge('failed', differences.length > 1 ? `${first}, and ${differences.length - 1} more` : first);
    }
    for (const number of bodies.values()) count += number;
  }
  const lost = [...before.build.bodies.keys()].find((target) => !after.build.bodies.has(target));
  if (lost !== undefined) return judge('failed', `the target ${lost} is gone`);
  const equal = `${count} ${count === 1 ? 'body' : 'bodies'} of ${after.build.bodies.size === 1 ? '1 target' : `${after.build.bodies.size} targets`} equal`;
  return paths.flatMap((path): Proof[] => {
    const compiled = after.build.compiled.has(path);
    const why = compiled ? equal : 'this build does not compile the file';
    return [{ rung: 'M', path, configuration, verdict: compiled ? 'proven' : 'vacuous', why }];
  });
}
