import { expect, test } from 'vitest';
import { SILENT } from '../../../src/core/progress.ts';
import { applyChangeSets } from '../../../src/engine/apply/apply-change-sets.ts';
import { findUnfinished } from '../../../src/engine/apply/list-history.ts';
import { findRedo, redoApply } from '../../../src/engine/apply/redo-apply.ts';
import { resumeApply, undoLast } from '../../../src/engine/apply/undo-last.ts';
import type { Disk } from '../../../src/engine/state/disk.ts';
import type { Lock } from '../../../src/engine/state/with-lock.ts';
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

type Workspace = Awaited<ReturnType<typeof lockedWorkspace>>;

const PREPARED: Readonly<Record<(typeof verbs)[number], (workspace: Workspace) => Promise<unknown>>> = {
  apply: async () => null,
  undo: ({ lock }) => applyChangeSets(applyOptions(lock, SPLIT)),
  'undo an unfinished apply': (workspace) => leaveUnfinished(workspace, LATE),
  resume: (workspace) => leaveUnfinished(workspace, EARLY),
  redo: leaveUndone,
};

const undo = (lock: Lock, disk: Disk): Promise<unknown> => undoLast({ lock, onProgress: SILENT, disk });
const RUN: Readonly<Record<(typeof verbs)[number], (lock: Lock, disk: Disk) => Promise<unknown>>> = {
  apply: (lock, disk) => applyChangeSets({ ...applyOptions(lock, SPLIT), disk }),
  undo,
  'undo an unfinished apply': undo,
  resume: (lock, disk) => resumeApply({ lock, onProgress: SILENT, disk }),
  redo: async (lock, disk) => redoApply({ lock, onProgress: SILENT, disk }, await findRedo({ lock })),
};

test.each(verbs.flatMap((verb) => [[verb, false] as const, [verb, true] as const]))(
  'the disk dies at every step of %s (in the middle of a write: %s)',
  async (verb, middle) => {
    const sides = await bothSides();
    const results = new Set<string>();
    for (let at = 1, alive = false; !alive; at++) {
      const workspace = await lockedWorkspace(SPLIT_TREE);
      const { lock } = workspace;
      await PREPARED[verb](workspace);
      const seen: (keyof Disk)[] = [];
      alive = await RUN[verb](lock, dyingDisk(at, middle, seen)).then(
        () => true,
        () => false,
      );
      expect(alive).toBe(seen.length < at);
      if (!middle || seen.at(-1) === 'create') results.add(await checkCrash(workspace, sides));
    }
    expect(results).toContain('open');
  },
);

async function leaveUndone({ lock }: Workspace): Promise<void> {
  await applyChangeSets(applyOptions(lock, SPLIT));
  await undoLast({ lock, onProgress: SILENT });
}

/** Of the changes that the split makes, journal included. */
const EARLY = 19;
const LATE = 26;

/** Ends an apply behind its first renames: part of the files are new. */
async function leaveUnfinished({ lock, root }: Workspace, at: number): Promise<void> {
  const dies = dyingDisk(at, false);
  await applyChangeSets({ ...applyOptions(lock, SPLIT), disk: dies }).catch(() => null);
  expect(await findUnfinished(lock.state)).not.toBeNull();
  expect(readTree(root)).not.toEqual((await bothSides()).old);
}
