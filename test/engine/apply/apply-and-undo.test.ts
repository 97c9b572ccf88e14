import { chmodSync, readFileSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { EMPTY_CHANGE_SET } from '../../../src/core/change-set.ts';
import { hashOf } from '../../../src/core/hash.ts';
import { SILENT } from '../../../src/core/progress.ts';
import { applyChangeSets } from '../../../src/engine/apply/apply-change-sets.ts';
import { findUnfinished, listHistory, readReceipt } from '../../../src/engine/apply/list-history.ts';
import { findRedo, redoApply } from '../../../src/engine/apply/redo-apply.ts';
import { undoLast } from '../../../src/engine/apply/undo-last.ts';
import type { Lock } from '../../../src/engine/state/with-lock.ts';
import { readTree, writeTree } from '../../helpers/disk-tree.ts';
import { applyOptions, lockedWorkspace, SPLIT, SPLIT_TREE } from '../../helpers/locked-workspace.ts';

const edited = (path: string, from: string, to: string) => ({
  ...EMPTY_CHANGE_SET,
  base: [{ path, hash: hashOf(from), mode: 0o644 }],
  edit: [{ path, edits: [{ start: 0, end: from.length, text: to, reason: 'free' as const }] }],
});

describe('an apply', () => {
  test('writes each byte and mode as planned', async () => {
    const { root, lock } = await lockedWorkspace(SPLIT_TREE);
    await applyChangeSets(applyOptions(lock, SPLIT));
    expect(readTree(root)).toEqual({
      'assets/': 'folder',
      'assets/logo.png': '600 \0\xff\x01',
      'src/': 'folder',
      'src/lib.rs': `755 ${Buffer.from('\ufeffmod b;\r\nfn a() {}\r\n').toString('latin1')}`,
      'src/lib/': 'folder',
      'src/lib/deep/': 'folder',
      'src/lib/deep/b.rs': '600 fn b() {\t}',
      'src/lib/moved.rs': '644 moves\n',
      'src/link.rs': '-> lib.rs',
    });
    expect(await findUnfinished(lock.state)).toBeNull();
  });

  test('is taken back byte for byte, with modes, links and folders, and with new modification times', async () => {
    const { root, lock } = await lockedWorkspace(SPLIT_TREE);
    utimesSync(join(root, 'src/lib.rs'), 1_000_000_000, 1_000_000_000);
    const before = readTree(root);
    const receipt = await applyChangeSets(applyOptions(lock, SPLIT));
    const undone = await undoLast({ lock, onProgress: SILENT });
    expect(undone.id).toBe(receipt!.id);
    expect(readTree(root)).toEqual(before);
    expect(statSync(join(root, 'src/lib.rs')).mtimeMs).toBeGreaterThan(1_600_000_000_000);
  });

  test('that changes nothing keeps no journal', async () => {
    const { lock } = await lockedWorkspace({ 'a.py': 'x\n' });
    expect(await applyChangeSets(applyOptions(lock, edited('a.py', 'x\n', 'x\n')))).toBeNull();
    expect(await listHistory(lock.state)).toEqual([]);
  });

  test('of several change sets is one: each is based on what the one before leaves', async () => {
    const { root, lock } = await lockedWorkspace({ 'a.py': 'one' });
    await applyChangeSets(applyOptions(lock, edited('a.py', 'one', 'two'), edited('a.py', 'two', 'three')));
    expect(readFileSync(join(root, 'a.py'), 'utf8')).toBe('three');
    await undoLast({ lock, onProgress: SILENT });
    expect(readFileSync(join(root, 'a.py'), 'utf8')).toBe('one');
  });

  test('keeps a receipt that says what was done, also after the undo', async () => {
    const { lock } = await lockedWorkspace({ 'a.py': 'one', 'b.py': 'b' });
    const first = await applyChangeSets(applyOptions(lock, edited('a.py', 'one', 'two')));
    const second = await applyChangeSets(applyOptions(lock, edited('b.py', 'b', 'c')));
    expect(first!.files).toEqual([
      { path: 'a.py', before: { hash: hashOf('one'), mode: 0o644 }, after: { hash: hashOf('two'), mode: 0o644 } },
    ]);
    await undoLast({ lock, onProgress: SILENT });
    const history = (await listHistory(lock.state)).map(({ id, state, undoable }) => ({ id, state, undoable }));
    expect(history).toEqual([
      { id: second!.id, state: 'undone', undoable: false },
      { id: first!.id, state: 'applied', undoable: true },
    ]);
    expect(await readReceipt(lock.state, second!.id)).toEqual(second);
    await expect(readReceipt(lock.state, '../../etc/passwd')).rejects.toThrow("no receipt '../../etc/passwd'");
  });
});

describe('redo', () => {
  const redo = async (lock: Lock): Promise<void> => redoApply({ lock, onProgress: SILENT }, await findRedo({ lock }));
  const undo = (lock: Lock) => undoLast({ lock, onProgress: SILENT });

  test('brings undone applies back in their order, folders and modes among them, then says that there is none', async () => {
    const { root, lock } = await lockedWorkspace(SPLIT_TREE);
    await applyChangeSets(applyOptions(lock, SPLIT));
    const one = readTree(root);
    await applyChangeSets(applyOptions(lock, edited('src/lib/moved.rs', 'moves\n', 'x')));
    const two = readTree(root);
    await undo(lock);
    await undo(lock);
    await redo(lock);
    expect(readTree(root)).toEqual(one);
    await redo(lock);
    expect(readTree(root)).toEqual(two);
    await expect(redo(lock)).rejects.toMatchObject({ problem: { code: 'nothing-to-redo' } });
    await undo(lock);
    expect(readTree(root)).toEqual(one);
  });

  test('brings back what was undone last, not what another apply has left behind', async () => {
    const { root, lock } = await lockedWorkspace({ 'a.py': '1', 'b.py': '1' });
    await applyChangeSets(applyOptions(lock, edited('a.py', '1', '2')));
    await undo(lock);
    await applyChangeSets(applyOptions(lock, edited('b.py', '1', '2')));
    await expect(redo(lock)).rejects.toMatchObject({ problem: { code: 'nothing-to-redo' } });
    await undo(lock);
    await redo(lock);
    expect(readTree(root)).toEqual({ 'a.py': '644 1', 'b.py': '644 2' });
    expect((await listHistory(lock.state)).map(({ state, redoable }) => [state, redoable])).toEqual([
      ['applied', false],
      ['undone', false],
    ]);
  });

  test('refuses and writes nothing where a file changed since, or stands where a new one was', async () => {
    const { root, lock } = await lockedWorkspace(SPLIT_TREE);
    await applyChangeSets(applyOptions(lock, SPLIT));
    await undo(lock);
    const created = SPLIT.create[0]!.path;
    writeTree(root, { [created]: 'mine' });
    const mine = readTree(root);
    await expect(redo(lock)).rejects.toMatchObject({
      problem: { code: 'changed-since', why: `changed since it was undone: ${created}` },
    });
    expect(readTree(root)).toEqual(mine);
  });
});

describe('undo', () => {
  test('takes back one apply after the other, then says that there is none', async () => {
    const { root, lock } = await lockedWorkspace({ 'a.py': '1' });
    await applyChangeSets(applyOptions(lock, edited('a.py', '1', '2')));
    await applyChangeSets(applyOptions(lock, edited('a.py', '2', '3')));
    for (const expected of ['2', '1']) {
      await undoLast({ lock, onProgress: SILENT });
      expect(readFileSync(join(root, 'a.py'), 'utf8')).toBe(expected);
    }
    await expect(undoLast({ lock, onProgress: SILENT })).rejects.toMatchObject({
      problem: { code: 'nothing-to-undo' },
    });
  });

  test('keeps a folder that it made when something else lies in it now', async () => {
    const { root, lock } = await lockedWorkspace(SPLIT_TREE);
    const before = readTree(root);
    await applyChangeSets(applyOptions(lock, SPLIT));
    writeTree(root, { 'src/lib/mine.rs': 'mine' });
    await undoLast({ lock, onProgress: SILENT });
    expect(readTree(root)).toEqual({ ...before, 'src/lib/': 'folder', 'src/lib/mine.rs': '644 mine' });
  });

  test('does not mind a checkout under another umask', async () => {
    const { root, lock } = await lockedWorkspace({ 'a.py': '1' });
    await applyChangeSets(applyOptions(lock, edited('a.py', '1', '2')));
    chmodSync(join(root, 'a.py'), 0o664);
    await undoLast({ lock, onProgress: SILENT });
    expect(readTree(root)).toEqual({ 'a.py': '644 1' });
  });
});
