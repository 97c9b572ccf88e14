import type { Proof } from '../../../../core/evidence.ts';
import type { View } from '../../../../workspace/view.ts';
import type { Build } from '../prove-build.ts';
import { compareBodies, type Mir } from './compare-mir.ts';
import { describeDifference } from './describe-difference.ts';
import { createOwnLines, differsInLines } from './own-lines.ts';

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
  const { differing, moved } = compare(old, now, before.view, after.view);
  if (differing !== null) return judge('failed', differing);
  const equal = `${describeEqual(now)}${moved === 0 ? '' : `; ${moved} read line!(), which says another line now`}`;
  return paths.map((path): Proof => {
    const compiled = after.build.compiled.has(path);
    const why = compiled ? equal : 'this build does not compile the file';
    return { rung: 'M', path, configuration, verdict: compiled ? 'proven' : 'vacuous', why };
  });
}

interface Compared {
  /** The first difference, in words. */
  readonly differing: string | null;
  /** Bodies that differ in nothing but the numbers of their own lines. */
  readonly moved: number;
}

function compare(old: Mir, now: Mir, before: View, after: View): Compared {
  const ownLines = createOwnLines(before, after);
  let moved = 0;
  for (const [target, bodies] of now) {
    const all = compareBodies(old.get(target) ?? new Map(), bodies ?? new Map());
    const differences = all.filter((difference) => !differsInLines(difference, ownLines));
    moved += all.length - differences.length;
    if (differences.length === 0) continue;
    const first = `${target}: ${describeDifference(differences[0]!, before, after)}`;
    return { differing: differences.length > 1 ? `${first}, and ${differences.length - 1} more` : first, moved };
  }
  const lost = [...old.keys()].find((target) => !now.has(target));
  return { differing: lost === undefined ? null : `the target ${lost} is gone`, moved };
}

function describeEqual(mir: Mir): string {
  const targets = [...mir.values()];
  const count = targets.reduce((sum, each) => [...(each?.values() ?? [])].reduce((a, b) => a + b, sum), 0);
  return `${count} ${count === 1 ? 'body' : 'bodies'} of ${targets.length} ${targets.length === 1 ? 'target' : 'targets'} equal`;
}
