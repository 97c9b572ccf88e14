import { afterEach, expect, test, vi } from 'vitest';
import { javascriptSplitModule } from '../../../../codemods/javascript/split-module/index.ts';
import type { ChangeSet } from '../../../../src/core/change-set.ts';
import { SILENT } from '../../../../src/core/progress.ts';
import { javascriptProver } from '../../../../src/engine/prove/javascript/javascript-prover.ts';
import type { View } from '../../../../src/workspace/view.ts';
import { memoryView } from '../../../helpers/memory-view.ts';
import { planOf } from '../read-cases.ts';
import { BLIND_ROWS, type BlindRow } from './blind-rows.ts';

/** The hazard that the codemod does not see. */
const blind = vi.hoisted(() => ({ to: '' }));
const ORDER = /^J(1|16|70|71)$/;

vi.mock('../../../../codemods/javascript/split-module/stopping.ts', async (original) => {
  const real = await original<typeof import('../../../../codemods/javascript/split-module/stopping.ts')>();
  return {
    stopping: (found: Parameters<typeof real.stopping>[0]) =>
      real.stopping(found).filter(({ hazard }) => hazard !== blind.to),
  };
});
vi.mock('../../../../codemods/javascript/split-module/load-on-paper.ts', async (original) => {
  const real = await original<typeof import('../../../../codemods/javascript/split-module/load-on-paper.ts')>();
  return {
    ...real,
    firstBroken: (...given: Parameters<typeof real.firstBroken>) =>
      ORDER.test(blind.to) ? null : real.firstBroken(...given),
  };
});
vi.mock('../../../../codemods/javascript/split-module/refuse-waiting.ts', async (original) => {
  const real = await original<typeof import('../../../../codemods/javascript/split-module/refuse-waiting.ts')>();
  return {
    refuseWaiting: (...given: Parameters<typeof real.refuseWaiting>) =>
      blind.to === 'J7' ? null : real.refuseWaiting(...given),
  };
});
afterEach(() => {
  blind.to = '';
});

function split({ files, path, modules }: BlindRow) {
  const view = memoryView(files);
  const plan = planOf(path, files[path]!, modules);
  return { view, result: javascriptSplitModule.run(view, { path, plan, notes: false }) };
}

async function wrong(before: View, after: View, changeSet: ChangeSet | null): Promise<string[]> {
  const request = { before, after, changeSet, stage: null, testCommand: null, onProgress: SILENT };
  const { proofs } = await javascriptProver.prove({
    ...request,
    rungs: ['S'],
    signal: new AbortController().signal,
  });
  return proofs.filter(({ verdict }) => verdict !== 'proven').map(({ why }) => why);
}

test.each(BLIND_ROWS)('$hazard $name: refused by its id', (row) => {
  const { result } = split(row);
  expect(result.status === 'refused' ? result.refusals.map(({ hazard }) => hazard) : []).toContain(row.hazard);
});

test.each(BLIND_ROWS)('$hazard $name: S sees it by itself', async (row) => {
  blind.to = row.hazard;
  const { view, result } = split(row);
  if (result.status === 'refused') throw new Error(JSON.stringify(result.refusals));
  const after = view.overlay(result.changeSet);
  expect(await wrong(view, after, result.changeSet)).not.toEqual([]);
  expect(await wrong(view, after, null)).not.toEqual([]);
});
