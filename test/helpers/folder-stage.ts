import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Stage } from '../../src/engine/prove/prover.ts';
import type { View } from '../../src/workspace/view.ts';

/** A stage that writes either view into a folder of its own, for one test. */
export function folderStage(before: View, after: View): Stage {
  const home = realpathSync(mkdtempSync(join(tmpdir(), 'omni-stage-')));
  onTestFinished(() => rmSync(home, { recursive: true, force: true }));
  return stageAt(home, before, after);
}

/** The same in a folder that the test keeps for several. */
export function stageAt(home: string, before: View, after: View): Stage {
  const root = join(home, 'tree');
  const scratch = join(home, 'scratch');
  mkdirSync(scratch, { recursive: true });
  return {
    root,
    scratch,
    env: process.env,
    show: async (state) => {
      rmSync(root, { recursive: true, force: true });
      const view = state === 'before' ? before : after;
      for (const { path } of view.files) {
        mkdirSync(dirname(join(root, path)), { recursive: true });
        writeFileSync(join(root, path), view.text(path));
      }
    },
  };
}
