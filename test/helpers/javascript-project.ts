import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Evidence, Proof, Rung } from '../../src/core/evidence.ts';
import { SILENT } from '../../src/core/progress.ts';
import { javascriptProver } from '../../src/engine/prove/javascript/javascript-prover.ts';
import { diskStage } from '../engine/prove/rust/disk-stage.ts';
import { memoryView } from './memory-view.ts';

export type Files = Readonly<Record<string, string>>;

const OWN = join(import.meta.dirname, '../../node_modules');

/**
 * Proves one state against another in a folder of its own, with programs of this repository's node_modules.
 * @param packages what the project has installed
 */
export async function proveProject(
  before: Files,
  after: Files,
  rungs: readonly Rung[],
  packages: readonly string[] = ['typescript'],
): Promise<Evidence> {
  const root = mkdtempSync(join(realpathSync(tmpdir()), 'js-project-'));
  const scratch = mkdtempSync(join(realpathSync(tmpdir()), 'js-scratch-'));
  try {
    for (const name of packages) {
      mkdirSync(dirname(join(root, 'node_modules', name)), { recursive: true });
      symlinkSync(realpathSync(join(OWN, name)), join(root, 'node_modules', name));
    }
    const views = [memoryView(before), memoryView(after)] as const;
    return await javascriptProver.prove({
      before: views[0],
      after: views[1],
      changeSet: null,
      stage: diskStage(...views, root, scratch),
      rungs,
      testCommand: null,
      onProgress: SILENT,
      signal: new AbortController().signal,
    });
  } finally {
    rmSync(root, { recursive: true, force: true });
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** `B src/m.ts tsc -p tsconfig.json: proven`, without reasons, none twice. */
export const verdictsOf = (proofs: readonly Proof[]): string[] => [
  ...new Set(proofs.map(({ rung, path, configuration, verdict }) => `${rung} ${path} ${configuration}: ${verdict}`)),
];
