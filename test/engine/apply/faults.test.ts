import { chmodSync, chownSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { applyChangeSets } from '../../../src/engine/apply/apply-change-sets.ts';
import { findUnfinished, listHistory } from '../../../src/engine/apply/list-history.ts';
import { readTree } from '../../helpers/disk-tree.ts';
import { type Fault, faultyDisk, systemError } from '../../helpers/faulty-disk.ts';
import { applyOptions, lockedWorkspace, SPLIT, SPLIT_TREE } from '../../helpers/locked-workspace.ts';

const outcome = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error) => error.problem?.code ?? String(error),
  );

/** Applies on a disk with a fault; whatever happens, the tree is as before unless the apply says that it is done. */
async function applyWith(fault: Fault): Promise<string> {
  const { root, lock } = await lockedWorkspace(SPLIT_TREE);
  const before = readTree(root);
  const said = await outcome(applyChangeSets({ ...applyOptions(lock, SPLIT), disk: faultyDisk(fault) }));
  if (said === 'done') return said;
  expect(readTree(root)).toEqual(before);
  expect(await findUnfinished(lock.state)).toBeNull();
  expect(await listHistory(lock.state)).toEqual([]);
  return said;
}

describe('one failing operation, whichever it is,', () => {
  test('is told, and leaves the tree as it was', async () => {
    const codes = new Set<string>();
    let reached = true;
    for (let at = 1; reached; at++) {
      reached = false;
      let done = false;
      const said = await applyWith((verb, args, count) => {
        // Behind the last file comes only the book-keeping: the journal's own end, tested with the crashes.
        done ||=
          (verb === 'rename' && String(args[0]).endsWith('open.json')) ||
          (verb === 'remove' && String(args[0]).endsWith('.undone.json'));
        if (count !== at || done) return null;
        reached = true;
        return systemError('EIO');
      });
      // A removal of something that is not there may fail unseen; nothing else may.
      if (reached) codes.add(said);
    }
    expect([...codes]).toEqual(['write-failed']);
  });
});

describe('a disk that stays bad', () => {
  const inTree = (path: unknown): boolean => String(path).includes('/ws/');
  const cases: readonly [string, string, Fault][] = [
    ['full', 'disk-full', (verb, [path]) => (verb === 'create' && inTree(path) ? systemError('ENOSPC') : null)],
    [
      'full after two files',
      'disk-full',
      (verb, [path], n) => (verb === 'create' && inTree(path) && n > 40 ? systemError('EDQUOT') : null),
    ],
    [
      'full for the journal',
      'disk-full',
      (verb, [path]) => (verb === 'create' && !inTree(path) ? systemError('ENOSPC') : null),
    ],
    ['closed for new folders', 'not-writable', (verb) => (verb === 'makeFolder' ? systemError('EACCES') : null)],
    [
      'closed for renames',
      'not-writable',
      (verb, [path]) => (verb === 'rename' && inTree(path) ? systemError('EROFS') : null),
    ],
  ];

  test.each(cases)('%s', async (_, code, fault) => {
    expect(await applyWith(fault)).toBe(code);
  });

  test('without second names (FAT): files are renamed into their place', async () => {
    expect(await applyWith((verb, [path]) => (verb === 'link' && inTree(path) ? systemError('EPERM') : null))).toBe(
      'done',
    );
  });
});

test('Ctrl-C at any moment leaves the tree as it was, or the change complete', async () => {
  const outcomes = new Set<string>();
  for (let at = 1; at < 200; at += 2) {
    const { root, lock } = await lockedWorkspace(SPLIT_TREE);
    const before = readTree(root);
    const stop = new AbortController();
    let last = 0;
    const disk = faultyDisk((_, __, count) => {
      last = count;
      if (count === at) stop.abort();
      return null;
    });
    const said = await outcome(applyChangeSets({ ...applyOptions(lock, SPLIT), disk, signal: stop.signal }));
    outcomes.add(said);
    if (said === 'cancelled') expect(readTree(root)).toEqual(before);
    expect(await findUnfinished(lock.state)).toBeNull();
    if (at > last) break;
  }
  expect([...outcomes].sort()).toEqual(['cancelled', 'done']);
});

test('an editor that saves in the last moment wins', async () => {
  const { root, lock } = await lockedWorkspace(SPLIT_TREE);
  const save = (): void => writeFileSync(join(root, 'src/old.rs'), 'MINE');
  const disk = faultyDisk((verb, [path]) => {
    if (verb === 'link' && String(path).includes('deep')) save();
    return null;
  });
  const before = readTree(root);
  expect(await outcome(applyChangeSets({ ...applyOptions(lock, SPLIT), disk }))).toBe('rollback-failed');
  expect(readTree(root)['src/old.rs']).toBe('644 MINE');
  expect(before['src/old.rs']).toBe('644 gone\n');
});

test('a folder that this user may not write to', async () => {
  const { root, lock, home } = await lockedWorkspace(SPLIT_TREE);
  const isRoot = process.geteuid!() === 0;
  const plain = 65_534;
  if (isRoot)
    for (const path of [
      home,
      root,
      join(lock.state.journal, '..'),
      lock.state.journal,
      lock.state.receipts,
      join(home, 'state'),
    ])
      chownSync(path, plain, plain);
  if (isRoot) chmodSync(home, 0o755);
  chownSync(join(root, 'src'), process.geteuid!(), process.getegid!());
  chmodSync(join(root, 'src'), 0o555);
  const before = readTree(root);
  if (isRoot) process.seteuid!(plain);
  const set = { ...SPLIT, base: SPLIT.base.slice(0, 3), move: SPLIT.move.slice(0, 1) };
  const said = await outcome(applyChangeSets(applyOptions(lock, set))).finally(() => isRoot && process.seteuid!(0));
  chmodSync(join(root, 'src'), 0o755);
  expect(said).toBe('not-writable');
  expect({ ...readTree(root) }).toEqual(before);
});

test.each([
  ['a folder on the way is a symbolic link', { 'src/lib': '-> ../elsewhere', 'elsewhere/x': '' }, 'symlinked-parent'],
  ['a folder on the way is a file', { 'src/lib': 'a file' }, 'not-a-file'],
  ['the edited file has become a link', { 'src/old.rs': '-> other.rs', 'src/other.rs': 'gone\n' }, 'not-a-file'],
  ['the edited file has become a folder', { 'src/old.rs/x': '' }, 'not-a-file'],
])('%s: nothing is written', async (_, extra, code) => {
  const { 'src/old.rs': old, ...rest } = SPLIT_TREE;
  const { root, lock } = await lockedWorkspace({
    ...rest,
    ...('src/lib' in extra ? { 'src/old.rs': old } : {}),
    ...extra,
  });
  const before = readTree(root);
  expect(await outcome(applyChangeSets(applyOptions(lock, SPLIT)))).toBe(code);
  expect(readTree(root)).toEqual(before);
});
