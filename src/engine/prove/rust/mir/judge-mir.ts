import type { Proof } from '../../../../core/evidence.ts';
import type { View } from '../../../../workspace/view.ts';
import type { Build } from '../prove-build.ts';
import { compareBodies, type Mir } from './compare-mir.ts';
import { describeDifference } from './describe-difference.ts';

interface MirSide {
  readonly view: View;
  readonly build: Build;
}

/** The verdicts of one configuration, a file each: every function, constant and static of the package computes what it did. */
export function judgeMir(configuration: string, paths: readonly string[], before: MirSide, after: MirSide): Proof[] {
  const judge = (verdict: Proof['verdict'], why: string): Proof[] =>
    paths.map((path) => ({ rung: 'M', path, configuration, verdict, why }));
  const [old, now] = [before.build.mir, after.build.mir];
  if (!before.build.success || old === null)
    return judge('not-run', `the baseline does not build: ${before.build.why}`);
  if (!after.build.success || now === null) return judge('failed', after.build.why);
  const silent = [...old, ...now].find(([, bodies]) => bodies === null);
  if (silent) return judge('not-run', `rustc printed no MIR of ${silent[0]}`);
  const differing = firstDifference(old, now, before.view, after.view);
  if (differing !== null) return judge('failed', differing);
  const equal = describeEqual(now);
  return paths.map((path): Proof => {
    const compiled = after.build.compiled.has(path);
    const why = compiled ? equal : 'this build does not compile the file';
    return { rung: 'M', path, configuration, verdict: compiled ? 'proven' : 'vacuous', why };
  });
}

function firstDifference(old: Mir, now: Mir, before: View, after: View): string | null {
  for (const [target, bodies] of now) {
    const differences = compareBodies(old.get(target) ?? new Map(), bodies ?? new Map());
    if (differences.length === 0) continue;
    const first = `${target}: ${describeDifference(differences[0]!, before, after)}`;
    return differences.length > 1 ? `${first}, and ${differences.length - 1} more` : first;
  }
  const lost = [...old.keys()].find((target) => !now.has(target));
  return lost === undefined ? null : `the target ${lost} is gone`;
}

function describeEqual(mir: Mir): string {
  const targets = [...mir.values()];
  const count = targets.reduce((sum, each) => [...(each?.values() ?? [])].reduce((a, b) => a + b, sum), 0);
  return `${count} ${count === 1 ? 'body' : 'bodies'} of ${targets.length} ${targets.length === 1 ? 'target' : 'targets'} equal`;
}
