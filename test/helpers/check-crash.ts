import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { SILENT } from '../../src/core/progress.ts';
import { applyChangeSets } from '../../src/engine/apply/apply-change-sets.ts';
import { findUnfinished } from '../../src/engine/apply/list-history.ts';
import { resumeApply, undoLast } from '../../src/engine/apply/undo-last.ts';
import type { Lock } from '../../src/engine/state/with-lock.ts';
import { readTree } from './disk-tree.ts';
import { applyOptions, SPLIT } from './locked-workspace.ts';

export type Files = Record<string, string>;
export type Sides = { readonly old: Files; readonly new: Files };

/**
 * After a crash: each file is whole, and what it was before or after; the next run is told; undo gives all old and, from the same
 * wreck, resume gives all new. Returns which of the three the wreck was.
 */
export async function checkCrash(
  at: { root: string; lock: Lock; home: string },
  was: Sides,
): Promise<'old' | 'new' | 'open'> {
  const { root, lock, home } = at;
  const found = readTree(root);
  for (const path of new Set([...Object.keys(was.old), ...Object.keys(was.new)]))
    if (!path.endsWith('/')) expect([was.old[path], was.new[path]], path).toContain(found[path]);
  for (const path of Object.keys(found))
    if (!(path in was.old) && !(path in was.new)) expect(path).toMatch(/\.omni-.*\.tmp$/);
  if ((await findUnfinished(lock.state)) === null) {
    expect([was.old, was.new]).toContainEqual(found);
    return JSON.stringify(found) === JSON.stringify(was.old) ? 'old' : 'new';
  }
  await expect(applyChangeSets(applyOptions(lock, SPLIT))).rejects.toMatchObject({ exitCode: 3 });
  const parts = ['ws', 'state'];
  for (const part of parts) copy(join(home, part), join(home, 'kept', part));
  await undoLast({ lock, onProgress: SILENT });
  expect(readTree(root)).toEqual(was.old);
  for (const part of parts) copy(join(home, 'kept', part), join(home, part));
  await resumeApply({ lock, onProgress: SILENT });
  expect(readTree(root)).toEqual(was.new);
  expect(await findUnfinished(lock.state)).toBeNull();
  return 'open';
}

function copy(from: string, to: string): void {
  rmSync(to, { recursive: true, force: true });
  cpSync(from, to, { recursive: true, verbatimSymlinks: true });
}
