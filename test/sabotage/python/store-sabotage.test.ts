import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { pythonSplitModule } from '../../../codemods/python/split-module/index.ts';
import type { Proof, Rung } from '../../../src/core/evidence.ts';
import { SILENT } from '../../../src/core/progress.ts';
import { pythonProver } from '../../../src/engine/prove/python/python-prover.ts';
import type { View } from '../../../src/workspace/view.ts';
import { stageAt } from '../../helpers/folder-stage.ts';
import { handPlan } from '../../helpers/plan-python.ts';
import { viewOf } from '../../helpers/split-cases.ts';
import { STORE, STORE_MODULES } from './store.ts';
import { mangle, STORE_SABOTAGES } from './store-sabotages.ts';

const before = viewOf(STORE);
const plan = handPlan(before, 'pkg/store.py', STORE_MODULES);
const split = pythonSplitModule.run(before, { path: 'pkg/store.py', plan, notes: false });
if (split.status === 'refused') throw new Error(JSON.stringify(split.refusals));
const whole = before.overlay(split.changeSet);
const files = Object.fromEntries(whole.files.map(({ path }) => [path, whole.text(path)]));

// One place for all: the state before is run once a rung.
const home = realpathSync(mkdtempSync(join(tmpdir(), 'omni-store-')));
afterAll(() => rmSync(home, { recursive: true, force: true }));

async function prove(after: View, rungs: readonly Rung[]): Promise<readonly Proof[]> {
  const signal = new AbortController().signal;
  const request = { before, after, changeSet: null, stage: stageAt(home, before, after), rungs, testCommand: null };
  return (await pythonProver.prove({ ...request, onProgress: SILENT, signal })).proofs;
}

const failed = (proofs: readonly Proof[]): string[] =>
  proofs.filter(({ verdict }) => verdict !== 'proven').map(({ why }) => why);

test('the split itself is proven by every rung', async () => {
  const proofs = await prove(viewOf(files), ['S', 'B', 'A', 'M', 'T']);
  expect(failed(proofs)).toEqual([]);
  expect(proofs.find(({ rung }) => rung === 'T')!.why).toBe('6 tests with equal ids and outcomes');
});

test.each(STORE_SABOTAGES)('$name is rejected by $rejects and accepted by $accepts', async (row) => {
  const broken = viewOf(mangle(files, row));
  const against = await prove(broken, [row.rejects]);
  expect(failed(against).join('\n')).toMatch(row.why);
  const along = await prove(broken, [row.accepts]);
  expect(failed(along)).toEqual([]);
  expect(along.length).toBeGreaterThan(0);
});
