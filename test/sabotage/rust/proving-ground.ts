import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rustSplitModule } from '../../../codemods/rust/split-module/index.ts';
import { gapsOf, type Rung } from '../../../src/core/evidence.ts';
import { SILENT } from '../../../src/core/progress.ts';
import { changedFiles } from '../../../src/engine/prove/changed-files.ts';
import { rustProver } from '../../../src/engine/prove/rust/rust-prover.ts';
import { readManifests } from '../../../src/workspace/read-manifests.ts';
import type { View } from '../../../src/workspace/view.ts';
import { handPlan } from '../../codemods/rust/split-cases.ts';
import { writeState } from '../../engine/prove/rust/disk-stage.ts';
import { memoryView } from '../../helpers/memory-view.ts';
import type { Files } from './spoil.ts';

export interface Verdict {
  readonly outcome: string;
  readonly whys: readonly string[];
}

/** One stage and one baseline for all spoiled versions of a crate. */
export function openGround(
  manifest: string,
  base: string,
  modules: Readonly<Record<string, readonly string[]>>,
): {
  readonly right: Files;
  readonly judge: (files: Files, rungs: readonly Rung[]) => Promise<ReadonlyMap<Rung, Verdict>>;
  readonly close: () => void;
} {
  const before = memoryView({ 'Cargo.toml': manifest, 'src/lib.rs': base }, { readManifests });
  const root = mkdtempSync(join(realpathSync(tmpdir()), 'rust-sabotage-'));
  const scratch = mkdtempSync(join(realpathSync(tmpdir()), 'rust-sabotage-target-'));
  let shown: View | null = null;
  const judge = async (files: Files, rungs: readonly Rung[]): Promise<ReadonlyMap<Rung, Verdict>> => {
    const after = memoryView(files, { readManifests });
    const show = async (state: 'before' | 'after'): Promise<void> => {
      const view = state === 'before' ? before : after;
      writeState(root, shown, view);
      shown = view;
    };
    const evidence = await rustProver.prove({
      before,
      after,
      changeSet: null,
      stage: { root, scratch, env: process.env, show },
      rungs,
      testCommand: null,
      onProgress: SILENT,
      signal: new AbortController().signal,
    });
    return new Map(
      rungs.map((rung) => {
        const proofs = evidence.proofs.filter((proof) => proof.rung === rung);
        const whys = [...new Set(proofs.filter(({ verdict }) => verdict === 'failed').map(({ why }) => why))];
        // The sample keeps items behind a feature that the plain manifest does not have: coverage is judged elsewhere.
        const seen = { ...evidence, proofs, coverage: [] };
        const gaps = gapsOf(seen, [rung], changedFiles(before, after, null));
        return [rung, { outcome: gaps.length === 0 ? 'proven' : 'not-proven', whys }];
      }),
    );
  };
  const close = (): void => {
    rmSync(root, { recursive: true, force: true });
    rmSync(scratch, { recursive: true, force: true });
  };
  return { right: rightSplit(before, modules), judge, close };
}

function rightSplit(before: View, modules: Readonly<Record<string, readonly string[]>>): Files {
  const plan = handPlan(before, 'src/lib.rs', modules);
  const result = rustSplitModule.run(before, { path: 'src/lib.rs', plan, notes: false });
  if (result.status !== 'changed') throw new Error(JSON.stringify(result.refusals));
  const after = before.overlay(result.changeSet);
  return Object.fromEntries(after.files.map(({ path }) => [path, after.text(path)]));
}
