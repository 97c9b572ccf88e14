import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { ChangeSet } from '../../src/core/change-set.ts';
import type { Evidence, Proof, Rung } from '../../src/core/evidence.ts';
import { SILENT } from '../../src/core/progress.ts';
import { javascriptProver } from '../../src/engine/prove/javascript/javascript-prover.ts';
import type { View } from '../../src/workspace/view.ts';
import { diskStage } from '../engine/prove/rust/disk-stage.ts';
import { memoryView } from './memory-view.ts';

export type Files = Readonly<Record<string, string>>;

/** What a project has installed: names of packages, and the node_modules that they are linked from. */
export interface Installed {
  readonly from: string;
  readonly names: readonly string[];
}

const OWN = join(import.meta.dirname, '../../node_modules');

/** Packages of this repository. */
export const own = (...names: string[]): Installed => ({ from: OWN, names });

/** Proves one view against another in a folder of its own. */
export async function proveViews(
  [before, after]: readonly [View, View],
  changeSet: ChangeSet | null,
  rungs: readonly Rung[],
  installed: readonly Installed[],
): Promise<Evidence> {
  const root = mkdtempSync(join(realpathSync(tmpdir()), 'js-project-'));
  const scratch = mkdtempSync(join(realpathSync(tmpdir()), 'js-scratch-'));
  try {
    for (const { from, names } of installed)
      for (const name of names) {
        mkdirSync(dirname(join(root, 'node_modules', name)), { recursive: true });
        symlinkSync(realpathSync(join(from, name)), join(root, 'node_modules', name));
      }
    const stage = diskStage(before, after, root, scratch);
    const { signal } = new AbortController();
    const request = { before, after, changeSet, stage, rungs, testCommand: null, onProgress: SILENT, signal };
    return await javascriptProver.prove(request);
  } finally {
    rmSync(root, { recursive: true, force: true });
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** The same of two sets of files, with this repository's TypeScript unless another list is given. */
export const proveProject = (
  before: Files,
  after: Files,
  rungs: readonly Rung[],
  packages: readonly string[] = ['typescript'],
): Promise<Evidence> => proveViews([memoryView(before), memoryView(after)], null, rungs, [own(...packages)]);

/** `B src/m.ts tsc -p tsconfig.json: proven`, without reasons, none twice. */
export const verdictsOf = (proofs: readonly Proof[]): string[] => [
  ...new Set(proofs.map(({ rung, path, configuration, verdict }) => `${rung} ${path} ${configuration}: ${verdict}`)),
];
