import type { Proof } from '../../../../core/evidence.ts';
import type { View } from '../../../../workspace/view.ts';
import type { ModuleDifference } from '../module-paths.ts';
import type { Build } from '../prove-build.ts';
import type { Mir } from './compare-mir.ts';
import { type Differences, judgeDifferences } from './judge-differences.ts';

interface MirSide {
  readonly view: View;
  readonly build: Build;
}

/** The verdicts of one configuration, a file each: every function, constant and static of the package computes what it did. */
export function judgeMir(
  configuration: string,
  { paths, modules }: { readonly paths: readonly string[]; readonly modules: ModuleDifference },
  before: MirSide,
  after: MirSide,
): Proof[] {
  const judge = (verdict: Proof['verdict'], why: string, more: Pick<Proof, 'hazard'> = {}): Proof[] =>
    paths.map((path) => ({ rung: 'M', path, configuration, verdict, why, ...more }));
  const [old, now] = [before.build.mir, after.build.mir];
  if (!before.build.success || old === null)
    return judge('not-run', `the baseline does not build: ${before.build.why}`);
  if (!after.build.success || now === null) return judge('failed', after.build.why);
  const silent = [...old, ...now].find(([, bodies]) => bodies === null);
  if (silent) return judge('not-run', `rustc printed no MIR of ${silent[0]}`);
  const found = judgeDifferences(old, now, { before: before.view, after: after.view, modules });
  if (found.plain !== null) return judge('failed', found.plain);
  if (found.places.size > 0) return [...found.places].flatMap(([hazard, why]) => judge('failed', why, { hazard }));
  const equal = `${describeEqual(now)}${describePlaces(found)}`;
  return paths.map((path): Proof => {
    const compiled = after.build.compiled.has(path);
    const why = compiled ? equal : 'this build does not compile the file';
    return { rung: 'M', path, configuration, verdict: compiled ? 'proven' : 'vacuous', why };
  });
}

const describePlaces = ({ lines, logs }: Differences): string =>
  [
    lines === 0 ? '' : `; ${lines} read line!(), which gives another line now`,
    logs === 0 ? '' : `; ${logs} log from another module now (R58)`,
  ].join('');

function describeEqual(mir: Mir): string {
  const targets = [...mir.values()];
  const count = targets.reduce((sum, each) => [...(each?.values() ?? [])].reduce((a, b) => a + b, sum), 0);
  return `${count} ${count === 1 ? 'body' : 'bodies'} of ${targets.length} ${targets.length === 1 ? 'target' : 'targets'} equal`;
}
