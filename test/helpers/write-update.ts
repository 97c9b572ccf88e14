import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Tested } from '../../src/engine/run/codemod-cases/test-suites.ts';
import type { updateOf } from '../../src/engine/run/codemod-cases/update-cases.ts';
import { memoryView } from './memory-view.ts';

/** Writes what `omni-refactor test --update` would write, for cases of this repository, which its configuration leaves out. */
export function writeUpdate(update: typeof updateOf, root: string, tested: readonly Tested[]): void {
  for (const { case: each } of tested) rmSync(join(each.folder, 'expected'), { recursive: true, force: true });
  for (const { path, parts } of update(memoryView({}), root, tested).create) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), parts.map((part) => ('text' in part ? part.text : '')).join(''));
  }
}
