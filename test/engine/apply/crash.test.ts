import { expect, test } from 'vitest';
import { SILENT } from '../../../src/core/progress.ts';
import { applyChangeSets } from '../../../src/engine/apply/apply-change-sets.ts';
import { findUnfinished } from '../../../src/engine/apply/list-history.ts';
import { findRedo, redoApply } from '../../../src/engine/apply/redo-apply.ts';
import { resumeApply, undoLast } from '../../../src/engine/apply/undo-last.ts';
import type { Disk } from '../../../src/engine/state/disk.ts';
import { checkCrash, type Sides } from '../../helpers/check-crash.ts';
import { readTree } from '../../helpers/disk-tree.ts';
import { dyingDisk } from '../../helpers/faulty-disk.ts';
import { applyOptions, lockedWorkspace, SPLIT, SPLIT_TREE } from '../../helpers/locked-workspace.ts';

async function bothSides(): Promise<Sides> {
  const { root, lock } = await lockedWorkspace(SPLIT_TREE);
  const old = readTree(root);
  await applyChangeSets(applyOptions(lock, SPLIT));
  return { old, new: readTree(root) };
}

const verbs = ['apply', 'undo', 'undo an unfinished apply', 'resume', 'redo'] as const;

test.each(verbs.flatMap((verb) => [[verb, false] as const, [verb, true] as const]))(
  'the disk dies at every step of %s (in the middle of a write: %s)',
  async (verb, middle) => {
    const sides = await bothSides();
    const results = new Set<string>();
    for (let at = 1, alive = false; !alive; at++) {
      const workspace = await lockedWorkspace(SPLIT_TREE);
      const { lock } = workspace;
      const run = async (disk: Disk): Promise<unknown> => {
        if (verb === 'apply') return applyChangeSets({ ...applyOptions(lock, SPLIT), disk });
        if (verb === 'resume') return resumeApply({ lock, onProgress: SILENT, disk });
        if (verb === 'redo') return redoApply({ lock, onProgress: SILENT, disk }, await findRedo({ lock }));
        return undoLast({ lock, onProgress: SILENT, disk });
      };
      if (verb === 'redo') await leaveUndone(workspace);
      else if (verb === 'undo') await applyChangeSets(applyOptions(lock, SPLIT));
      else if (verb !== 'apply') await leaveUnfinished(workspace, verb === 'resume' ? EARLY : LATE);
      const seen: (keyof Disk)[] = [];
      alive = await run(dyingDisk(at, middle, seen)).then(
        () => true,
        () => false,
      );
      expect(alive).toBe(seen.length < at);
      if (!middle || seen.at(-1) === 'create') results.add(await checkCrash(workspace, sides));
    }
    expect(results).toContain('open');
  },
);

async function leaveUndone({ lock }: Awaited<ReturnType<typeof lockedWorkspace>>): Promise<void> {
  await applyChangeSets(applyOptions(lock, SPLIT));
  await undoLast({ lock, onProgress: SILENT });
}

/** Of the changes that the split makes, journal included. */
const EARLY = 19;
const LATE = 26;

/** Ends an apply behind its first renames: part of the files are new. */
async function leaveUnfinished({ lock, root }: Awaited<ReturnType<typeof lockedWorkspace>>, at: number): Promise<void> {
  const dies = dyingDisk(at, false);
  await applyChangeSets({ ...applyOptions(lock, SPLIT), disk: dies }).catch(() => null);
  expect(await findUnfinished(lock.state)).not.toBeNull();
  expect(readTree(root)).not.toEqual((await bothSides()).old);
}
