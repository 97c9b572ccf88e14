import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseBaseline, printBaseline } from '../../../analyzers/budget/baseline.ts';
import { budgetState } from '../../../analyzers/budget/budget-state.ts';
import { type Entities, findEntities } from '../../../analyzers/budget/find-entities.ts';
import { judge } from '../../../analyzers/budget/judge.ts';
import { judgeSlack } from '../../../analyzers/budget/judge-slack.ts';
import { nextEntries } from '../../../analyzers/budget/next-baseline.ts';
import { composition } from '../../../analyzers/composition/index.ts';
import { DEFAULT_CONFIG } from '../../../src/config/default-config.ts';
import type { View } from '../../../src/workspace/view.ts';
import {
  applyOp,
  arbitraryCrate,
  arbitraryOp,
  type Crate,
  crateFiles,
  crateView,
  fnsOf,
  type Op,
  partPath,
} from '../../helpers/generated-crate.ts';

const RUNS = Number(process.env.RUNS ?? 100);
const CEILING = { file: 24, fn: 4, module: 40 };
const CONFIG = {
  ...DEFAULT_CONFIG,
  budget: {
    ...DEFAULT_CONFIG.budget,
    fileLines: CEILING.file,
    functionCognitive: CEILING.fn,
    moduleLines: CEILING.module,
  },
};

interface Tree {
  readonly crate: Crate;
  readonly view: View;
  readonly entities: Entities;
}

const treeOf = (crate: Crate): Tree => {
  const view = crateView(crate, CONFIG, '');
  return { crate, view, entities: findEntities(view, composition.run(view)) };
};

const stateOf = ({ view, entities }: Tree, baseline: string) =>
  budgetState(view, entities, parseBaseline(baseline, 'baseline'));

const check = (tree: Tree, baseline: string) => {
  const state = stateOf(tree, baseline);
  const findings = [...judge(tree.view, state.cases, () => null), ...judgeSlack(tree.view, state)];
  return {
    slack: findings.filter(({ rule }) => rule === 'stale-entry').map(({ what }) => what),
    grown: findings
      .filter(({ severity, rule }) => severity === 'error' && rule !== 'stale-entry')
      .map(({ rule, place, symbol }) => `${rule} ${symbol ?? place.path}`)
      .sort(),
  };
};

const mend = (tree: Tree, baseline: string, adopt = false): string =>
  printBaseline(nextEntries(stateOf(tree, baseline), adopt));

const valuesOf = (baseline: string): string[] =>
  parseBaseline(baseline, 'baseline').map(({ rule, name, value }) => `${rule} ${name} ${value}`);

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

test(`${RUNS} histories: no false alarm, no growth missed, no slack`, { timeout: 600_000 }, () => {
  let commits = 0;
  let alarms = 0;
  fc.assert(
    fc.property(arbitraryCrate, fc.array(arbitraryOp, { minLength: 4, maxLength: 10 }), (start, ops) => {
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
