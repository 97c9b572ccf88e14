import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { rustSplitModule } from '../../../codemods/rust/split-module/index.ts';
import { outcomeOf, type Rung } from '../../../src/core/evidence.ts';
import { SILENT } from '../../../src/core/progress.ts';
import { changedFiles } from '../../../src/engine/prove/changed-files.ts';
import type { Stage } from '../../../src/engine/prove/prover.ts';
import { rustProver } from '../../../src/engine/prove/rust/rust-prover.ts';
import { readManifests } from '../../../src/workspace/read-manifests.ts';
import type { View } from '../../../src/workspace/view.ts';
import { handPlan } from '../../codemods/rust/split-cases.ts';
import { writeState } from '../../engine/prove/rust/disk-stage.ts';
import { memoryView } from '../../helpers/memory-view.ts';
import { SABOTAGES } from './sabotages.ts';
import { BASE, MANIFEST, MODULES } from './sample.ts';

const before = memoryView({ 'Cargo.toml': MANIFEST, 'src/lib.rs': BASE }, { readManifests });
const root = mkdtempSync(join(realpathSync(tmpdir()), 'rust-sabotage-'));
const scratch = mkdtempSync(join(realpathSync(tmpdir()), 'rust-sabotage-target-'));
let shown: View | null = null;
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
  rmSync(scratch, { recursive: true, force: true });
});

// One stage for all: the baseline is built and tested once.
async function outcome(after: View, rung: Rung): Promise<{ outcome: string; whys: string[] }> {
  const stage: Stage = {
    root,
    scratch,
    show: async (state) => {
      const view = state === 'before' ? before : after;
      writeState(root, shown, view);
      shown = view;
    },
  };
  const { signal } = new AbortController();
  const evidence = await rustProver.prove({
    before,
    after,
    changeSet: null,
    stage: rung === 'S' ? null : stage,
    rungs: [rung],
    testCommand: null,
    onProgress: SILENT,
    signal,
  });
  const whys = evidence.proofs.filter(({ verdict }) => verdict === 'failed').map(({ why }) => why);
  return { outcome: outcomeOf(evidence, [rung], changedFiles(before, after, null)), whys };
}

const right = ((): Record<string, string> => {
  const plan = handPlan(before, 'src/lib.rs', MODULES);
  const result = rustSplitModule.run(before, { path: 'src/lib.rs', plan, notes: false });
  if (result.status !== 'changed') throw new Error(JSON.stringify(result.refusals));
  const after = before.overlay(result.changeSet);
  return Object.fromEntries(after.files.map(({ path }) => [path, after.text(path)]));
})();

describe('a split that is right', () => {
  for (const rung of ['S', 'B', 'A', 'M', 'T'] as const)
    it(`is proven by ${rung}`, async () => {
      expect(await outcome(memoryView(right, { readManifests }), rung)).toEqual({ outcome: 'proven', whys: [] });
    }, 120_000);
});

describe('a spoiled split', () => {
  for (const { name, rejectedBy, acceptedBy, spoil } of SABOTAGES)
    it(`${name}: rejected by ${rejectedBy}, accepted by ${acceptedBy}`, async () => {
      const after = memoryView(spoil(right), { readManifests });
      const rejected = await outcome(after, rejectedBy);
      expect(rejected).toMatchObject({ outcome: 'not-proven' });
      expect(rejected.whys.length).toBeGreaterThan(0);
      expect(await outcome(after, acceptedBy)).toEqual({ outcome: 'proven', whys: [] });
    }, 120_000);
});
