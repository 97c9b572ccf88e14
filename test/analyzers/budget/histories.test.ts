import fc from 'fast-check';
import { expect, test } from 'vitest';
import { freeTrees } from '../../helpers/free-trees.ts';
import { CEILING, check, mend, treeOf, valuesOf } from '../../helpers/gate-of-crate.ts';
import {
  applyOp,
  arbitraryCrate,
  arbitraryOp,
  type Crate,
  crateFiles,
  fnsOf,
  type Op,
  partPath,
} from '../../helpers/generated-crate.ts';

const RUNS = Number(process.env.RUNS ?? 100);
const linesOf = (crate: Crate): Map<string, number> =>
  new Map(
    Object.entries(crateFiles(crate)).flatMap(([path, text]) =>
      path === 'Cargo.toml' ? [] : [[path, text.split('\n').length - 1]],
    ),
  );

const modulesOf = (crate: Crate): Map<string, number> => {
  const lines = linesOf(crate);
  const spliced = crate.parts.filter(({ how }) => how === 'include').map(partPath);
  const host = spliced.reduce((sum, path) => sum + lines.get(path)!, lines.get('src/lib.rs')!);
  return new Map(
    [...lines]
      .filter(([path]) => !spliced.includes(path))
      .map(([path, own]) => [path, path === 'src/lib.rs' ? host : own]),
  );
};

/** What the gate must say of one commit on a state whose entries equal the real values: known from how the commit was made. */
function expected(before: Crate, after: Crate, op: Op): string[] {
  const was = new Map(fnsOf(before).map(({ id, value }) => [id, value]));
  const fns = fnsOf(after).filter(({ id, value }) => value > CEILING.fn && value > (was.get(id) ?? 0));
  const grownFiles = (old: Map<string, number>, now: Map<string, number>, ceiling: number): string[] =>
    [...now].filter(([path, n]) => n > ceiling && n > originOf(path, old, ceiling)).map(([path]) => path);
  const source = partPath(before.parts[op.a % before.parts.length]!);
  const isMove = ['move-file', 'split', 'to-mod', 'to-include'].includes(op.kind);
  // What a moved entity was: glue is free for it, so where that was over the ceiling (and has an entry) it may have any.
  const originOf = (path: string, old: Map<string, number>, ceiling: number): number => {
    const own = old.get(path) ?? 0;
    const hostIsBare = path === 'src/lib.rs' && before.parts.every(({ how }) => how === 'mod');
    if (!isMove || (own > 0 && !(old === oldModules && hostIsBare && op.kind === 'to-include'))) return own;
    const origin = old.get(source) ?? old.get('src/lib.rs')!;
    return origin > ceiling ? Number.POSITIVE_INFINITY : origin;
  };
  const oldFiles = linesOf(before);
  const oldModules = modulesOf(before);
  return [
    ...fns.map(({ name }) => `function-cognitive ${name}`),
    ...grownFiles(oldFiles, linesOf(after), CEILING.file).map((path) => `file-lines ${path}`),
    ...grownFiles(oldModules, modulesOf(after), CEILING.module).map((path) => `module-lines ${path}`),
  ].sort();
}

test(`${RUNS} histories: no false alarm, no growth missed, no slack`, { timeout: 3_000_000 }, async () => {
  let commits = 0;
  let alarms = 0;
  await fc.assert(
    fc.asyncProperty(arbitraryCrate, fc.array(arbitraryOp, { minLength: 4, maxLength: 10 }), async (start, ops) => {
      await freeTrees();
      let now = treeOf(start);
      let baseline = mend(now, '', true);
      expect(check(now, baseline)).toEqual({ slack: [], grown: [] });
      for (const op of ops) {
        const changed = applyOp(now.crate, op);
        if (!changed) continue;
        const after = treeOf(changed);
        commits += 1;
        const { grown } = check(after, baseline);
        expect({ op: op.kind, grown }).toEqual({ op: op.kind, grown: expected(now.crate, changed, op) });
        const lowered = mend(after, baseline);
        if (grown.length > 0) {
          // The gate is red: the commit does not land. Nor does lowering the baseline make it pass.
          alarms += 1;
          expect(check(after, lowered).grown).toEqual(grown);
          continue;
        }
        expect(check(after, lowered)).toEqual({ slack: [], grown: [] });
        expect(valuesOf(lowered)).toEqual(valuesOf(mend(after, '', true)));
        now = after;
        baseline = lowered;
      }
    }),
    { numRuns: RUNS, seed: 20261122, endOnFailure: true },
  );
  expect(commits).toBeGreaterThan(RUNS * 2);
  expect(alarms).toBeGreaterThan(RUNS / 4);
});
