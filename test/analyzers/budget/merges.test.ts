import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseBaseline } from '../../../analyzers/budget/baseline.ts';
import { freeTrees } from '../../helpers/free-trees.ts';
import { check, mend, treeOf } from '../../helpers/gate-of-crate.ts';
import { applyOp, arbitraryCrate, arbitraryOp, type Crate, type Op, type Part } from '../../helpers/generated-crate.ts';
import { tempFolder } from '../../helpers/temp-workspace.ts';

const RUNS = Number(process.env.RUNS ?? 100);

/** What `merge=union` makes of the baseline. */
function unionOf(folder: string, base: string, ours: string, theirs: string): string {
  const paths = Object.entries({ ours, base, theirs }).map(([name, text]) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  });
  return execFileSync('git', ['merge-file', '--union', '-p', ...paths], { encoding: 'utf8' });
}

/** Two crates that changed different parts, joined; null where both changed one. */
function mergeCrates(base: Crate, ours: Crate, theirs: Crate): Crate | null {
  const parts: Part[] = [];
  for (const [i, part] of base.parts.entries()) {
    const [a, b] = [ours.parts[i]!, theirs.parts[i]!];
    if (a !== part && b !== part) return null;
    parts.push(a === part ? b : a);
  }
  const added = [ours, theirs].flatMap((crate) => crate.parts.slice(base.parts.length));
  return { parts: [...parts, ...added], next: Math.max(ours.next, theirs.next) };
}

const branch = (base: Crate, baseline: string, ops: readonly Op[]): { crate: Crate; baseline: string } =>
  ops.reduce(
    (at, op) => {
      const crate = applyOp(at.crate, op);
      if (!crate) return at;
      const tree = treeOf(crate);
      return check(tree, at.baseline).grown.length > 0 ? at : { crate, baseline: mend(tree, at.baseline) };
    },
    { crate: base, baseline },
  );

test(`${RUNS} merges of two green branches: the joined baseline judges the merged tree as the old one does`, {
  timeout: 3_000_000,
}, async () => {
  const folder = tempFolder();
  let merges = 0;
  let reworded = 0;
  const ops = fc.array(arbitraryOp, { minLength: 1, maxLength: 1 });
  await fc.assert(
    fc.asyncProperty(arbitraryCrate, ops, ops, async (base, first, second) => {
      await freeTrees();
      const baseline = mend(treeOf(base), '', true);
      const ours = branch(base, baseline, first);
      const theirs = branch({ ...base, next: base.next + 500 }, baseline, second);
      const merged = mergeCrates(base, ours.crate, theirs.crate);
      if (!merged) return;
      merges += 1;
      const joined = unionOf(folder, baseline, ours.baseline, theirs.baseline);
      if (joined !== baseline) reworded += 1;
      const tree = treeOf(merged);
      const { grown } = check(tree, joined);
      expect(grown).toEqual(check(tree, baseline).grown);
      if (grown.length === 0) expect(mend(tree, joined)).toBe(mend(tree, baseline));
      const backwards = joined.split('\n').reverse().join('\n');
      const entriesOf = (text: string) => parseBaseline(text, 'baseline').map(({ line: _, ...entry }) => entry);
      expect(entriesOf(backwards)).toEqual(entriesOf(joined));
    }),
    { numRuns: RUNS, seed: 20261122, endOnFailure: true },
  );
  expect(merges).toBeGreaterThan(RUNS / 4);
  expect(reworded).toBeGreaterThan(RUNS / 10);
});

test('of two lines for one entity the smaller counts, in any order', () => {
  const lines = ['file-lines a.rs 30 0 -', 'file-lines a.rs 25 0 -', 'file-lines a.rs 28 0 -'];
  for (const text of [lines, [...lines].reverse()])
    expect(parseBaseline(text.join('\n'), 'baseline').map(({ value }) => value)).toEqual([25]);
});
