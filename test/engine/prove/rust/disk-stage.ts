import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { ChangeSet } from '../../../../src/core/change-set.ts';
import type { Evidence, Rung } from '../../../../src/core/evidence.ts';
import { SILENT } from '../../../../src/core/progress.ts';
import type { Stage } from '../../../../src/engine/prove/prover.ts';
import { rustProver } from '../../../../src/engine/prove/rust/rust-prover.ts';
import type { View } from '../../../../src/workspace/view.ts';

/** Makes a folder that holds `shown` hold `view`; what is equal keeps its time. */
export function writeState(root: string, shown: View | null, view: View): void {
  for (const { path } of shown?.files ?? []) if (!view.file(path)) rmSync(join(root, path));
  for (const { path } of view.files) {
    if (shown?.file(path) && shown.text(path) === view.text(path)) continue;
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), view.text(path));
  }
}

/** A staging copy that is written file by file; good enough to prove on. */
export function diskStage(before: View, after: View, root: string, scratch: string): Stage {
  let shown: View | null = null;
  const laid = new Set<string>();
  return {
    root,
    scratch,
    env: process.env,
    async show(state) {
      const view = state === 'before' ? before : after;
      writeState(root, shown, view);
      shown = view;
      for (const path of laid) if (view.file(path)) writeFileSync(join(root, path), view.text(path));
      laid.clear();
    },
    async lay(texts) {
      for (const [path, text] of texts) {
        writeFileSync(join(root, path), text);
        laid.add(path);
      }
    },
  };
}

export async function proveOnDisk(
  before: View,
  after: View,
  rungs: readonly Rung[],
  options: { readonly changeSet?: ChangeSet | null; readonly testCommand?: readonly string[] } = {},
): Promise<Evidence> {
  const root = mkdtempSync(join(realpathSync(tmpdir()), 'rust-stage-'));
  const scratch = mkdtempSync(join(realpathSync(tmpdir()), 'rust-scratch-'));
  try {
    return await rustProver.prove({
      before,
      after,
      changeSet: options.changeSet ?? null,
      stage: diskStage(before, after, root, scratch),
      rungs,
      testCommand: options.testCommand ?? null,
      onProgress: SILENT,
      signal: new AbortController().signal,
    });
  } finally {
    rmSync(root, { recursive: true, force: true });
    rmSync(scratch, { recursive: true, force: true });
  }
}
