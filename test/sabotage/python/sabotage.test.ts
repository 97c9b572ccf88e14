import { expect, test } from 'vitest';
import { pythonSplitModule } from '../../../codemods/python/split-module/index.ts';
import type { Proof, Rung } from '../../../src/core/evidence.ts';
import { SILENT } from '../../../src/core/progress.ts';
import { pythonProver } from '../../../src/engine/prove/python/python-prover.ts';
import type { View } from '../../../src/workspace/view.ts';
import { folderStage } from '../../helpers/folder-stage.ts';
import { handPlan } from '../../helpers/plan-python.ts';
import { viewOf } from '../../helpers/split-cases.ts';
import { BANK, MODULES } from './bank.ts';
import { INSTALLED, SABOTAGES, type Sabotage } from './sabotages.ts';

const before = viewOf(BANK);

function splitFiles(layout: Sabotage['layout']): Record<string, string> {
  const plan = handPlan(before, 'pkg/bank.py', MODULES, {}, layout);
  const result = pythonSplitModule.run(before, { path: 'pkg/bank.py', plan, notes: false });
  if (result.status === 'refused') throw new Error(JSON.stringify(result.refusals));
  const after = before.overlay(result.changeSet);
  return Object.fromEntries(after.files.map(({ path }) => [path, after.text(path)]));
}

async function prove(before: View, after: View, rungs: readonly Rung[]): Promise<readonly Proof[]> {
  const stage = folderStage(before, after);
  const request = {
    before,
    after,
    changeSet: null,
    stage,
    rungs,
    testCommand: null,
    onProgress: SILENT,
    signal: new AbortController().signal,
  };
  return (await pythonProver.prove(request)).proofs;
}

const failed = (proofs: readonly Proof[]): string[] =>
  proofs.filter(({ verdict }) => verdict !== 'proven').map(({ why }) => why);

test('the split itself is proven by every rung', async () => {
  const proofs = await prove(before, viewOf(splitFiles('package')), ['S', 'B', 'A', 'M', 'T']);
  expect(failed(proofs)).toEqual([]);
  expect(new Set(proofs.map(({ rung }) => rung))).toEqual(new Set(['S', 'B', 'A', 'M', 'T']));
  expect(proofs.find(({ rung }) => rung === 'T')!.why).toBe('3 tests with equal ids and outcomes');
});

test.each(SABOTAGES)(
  '$name is rejected by $rejects and accepted by $accepts',
  async ({ layout, mangle, installed, rejects, why, accepts }) => {
    const also = installed ? INSTALLED : {};
    const files = splitFiles(layout);
    mangle(files);
    const alone = (rung: Rung) => prove(viewOf({ ...BANK, ...also }), viewOf({ ...files, ...also }), [rung]);
    expect(failed(await alone(rejects)).join('\n')).toMatch(why);
    const accepting = await alone(accepts);
    expect(failed(accepting)).toEqual([]);
    expect(new Set(accepting.map(({ rung }) => rung))).toEqual(new Set([accepts]));
  },
);
