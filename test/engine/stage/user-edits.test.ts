import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { SILENT } from '../../../src/core/progress.ts';
import { applyChangeSets } from '../../../src/engine/apply/apply-change-sets.ts';
import { findUnfinished, listHistory } from '../../../src/engine/apply/list-history.ts';
import { resumeApply, undoLast } from '../../../src/engine/apply/undo-last.ts';
import { inPlaceStage } from '../../../src/engine/stage/in-place-stage.ts';
import { openStage } from '../../../src/engine/stage/open-stage.ts';
import { readTree, writeTree } from '../../helpers/disk-tree.ts';
import { applyOptions, DRAFT, lockedWorkspace, SPLIT, SPLIT_TREE } from '../../helpers/locked-workspace.ts';

const codeOf = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'none',
    (error) => error.problem?.code ?? String(error),
  );

describe('edits made while the proof runs', () => {
  const edits: readonly [string, Record<string, string>, string][] = [
    ['of a file that the change edits', { 'src/lib.rs': 'MINE' }, 'base-changed'],
    ['of a file that the change deletes', { 'src/old.rs': 'MINE' }, 'base-changed'],
    ['of a file that the change moves', { 'src/from.rs': 'MINE' }, 'base-changed'],
    ['at a path that the change creates', { 'src/lib/deep/b.rs': 'MINE' }, 'path-taken'],
    ['at a path that the change moves to', { 'assets/logo.png': 'MINE' }, 'path-taken'],
  ];

  test.each(edits)('%s are never overwritten', async (_, edit, code) => {
    const { root, lock } = await lockedWorkspace(SPLIT_TREE);
    await openStage(applyOptions(lock, SPLIT));
    writeTree(root, edit);
    const mine = readTree(root);
    expect(await codeOf(applyChangeSets(applyOptions(lock, SPLIT)))).toBe(code);
    expect(readTree(root)).toEqual(mine);
    expect(await listHistory(lock.state)).toEqual([]);
  });

  test('do not reach the copy: the state before is shown again, or the run ends', async () => {
    const { root, lock } = await lockedWorkspace({ ...SPLIT_TREE, 'other.rs': 'x' });
    const stage = await openStage(applyOptions(lock, SPLIT));
    const before = readTree(stage.root);
    await stage.show('after');
    writeFileSync(join(root, 'other.rs'), 'y');
    await stage.show('before');
    expect(readTree(stage.root)).toEqual(before);
    await stage.show('after');
    writeFileSync(join(root, 'src/lib.rs'), 'MINE');
    expect(await codeOf(stage.show('before'))).toBe('changed-while-proving');
  });

  test('a copy that is not what the view has read ends the run', async () => {
    const { lock } = await lockedWorkspace(SPLIT_TREE);
    expect(await codeOf(openStage({ ...applyOptions(lock, SPLIT), hashes: new Map([['src/old.rs', 'other']]) }))).toBe(
      'changed-while-proving',
    );
  });
});

describe('a stage in place', () => {
  test('shows the change in the tree, is found after a crash, and puts the tree back', async () => {
    const { root, lock } = await lockedWorkspace(SPLIT_TREE);
    const before = readTree(root);
    const stage = await inPlaceStage(applyOptions(lock, SPLIT));
    expect(readTree(root)).toEqual(before);
    await stage.show('after');
    expect(readFileSync(join(root, 'src/lib/deep/b.rs'), 'utf8')).toBe('fn b() {\t}');
    expect(await findUnfinished(lock.state)).not.toBeNull();
    await stage.close();
    await stage.close();
    expect(readTree(root)).toEqual(before);
    expect(await findUnfinished(lock.state)).toBeNull();
    expect(await codeOf(undoLast({ lock, onProgress: SILENT }))).toBe('nothing-to-undo');
  });

  test('keeps the change with a receipt, and it can be undone', async () => {
    const { root, lock } = await lockedWorkspace(SPLIT_TREE);
    const before = readTree(root);
    const stage = await inPlaceStage(applyOptions(lock, SPLIT));
    await stage.show('after');
    const receipt = await stage.keep({ ...DRAFT, inPlace: true });
    await stage.close();
    expect((await listHistory(lock.state)).map(({ id, state }) => `${id} ${state}`)).toEqual([
      `${receipt!.id} applied`,
    ]);
    expect(readTree(root)['src/old.rs']).toBeUndefined();
    expect(receipt!.outcome).toBe('proven');
    await undoLast({ lock, onProgress: SILENT });
    expect(readTree(root)).toEqual(before);
  });

  test('that was interrupted can be undone, not resumed: it was not proven', async () => {
    const { root, lock } = await lockedWorkspace(SPLIT_TREE);
    const before = readTree(root);
    await (await inPlaceStage(applyOptions(lock, SPLIT))).show('after');
    expect(await codeOf(resumeApply({ lock, onProgress: SILENT }))).toBe('unproven-change');
    expect(await codeOf(openStage(applyOptions(lock)))).toBe('unfinished-apply');
    await undoLast({ lock, onProgress: SILENT });
    expect(readTree(root)).toEqual(before);
  });
});
