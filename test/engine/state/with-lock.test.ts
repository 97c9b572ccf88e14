import { writeFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { EMPTY_CHANGE_SET } from '../../../src/core/change-set.ts';
import { hashOf } from '../../../src/core/hash.ts';
import { applyChangeSets } from '../../../src/engine/apply/apply-change-sets.ts';
import { listHistory } from '../../../src/engine/apply/list-history.ts';
import { ownMark } from '../../../src/engine/state/process-mark.ts';
import { stateFolderOf, stateHome } from '../../../src/engine/state/state-folder.ts';
import { withLock } from '../../../src/engine/state/with-lock.ts';
import { readTree, temporaryFolder } from '../../helpers/disk-tree.ts';
import { applyOptions, lockedWorkspace } from '../../helpers/locked-workspace.ts';

const optionsFor = (state: Parameters<typeof withLock>[0]['state'], notes: string[] = [], waitMs?: number) => ({
  state,
  signal: new AbortController().signal,
  onProgress: (event: { type: string; text?: string }) => void (event.type === 'note' && notes.push(event.text!)),
  ...(waitMs === undefined ? {} : { waitMs }),
});

describe('two runs at once', () => {
  test('work one after the other; the second says that it waits', async () => {
    const { lock } = await lockedWorkspace({});
    const order: string[] = [];
    const notes: string[] = [];
    const run = (name: string) =>
      withLock(optionsFor(lock.state, notes), async () => {
        order.push(`${name} begins`);
        await sleep(150);
        order.push(`${name} ends`);
      });
    await Promise.all([run('a'), run('b'), run('c')]);
    for (let at = 0; at < order.length; at += 2) expect(order[at]!.split(' ')[0]).toBe(order[at + 1]!.split(' ')[0]);
    expect(order).toHaveLength(6);
    expect(notes).toContain(`Waiting for process ${process.pid}, which is using this workspace.`);
    expect((await readdir(dirname(lock.state.lock))).filter((name) => name.startsWith('lock'))).toEqual([]);
  });

  test('lose nothing: each reads what the one before has written', async () => {
    const { root, lock } = await lockedWorkspace({ 'a.py': '' });
    const add = (from: string, to: string) => ({
      ...EMPTY_CHANGE_SET,
      base: [{ path: 'a.py', hash: hashOf(from), mode: 0o644 }],
      edit: [{ path: 'a.py', edits: [{ start: from.length, end: from.length, text: to, reason: 'free' as const }] }],
    });
    const append = () =>
      withLock(optionsFor(lock.state), async (held) => {
        const now = readTree(root)['a.py']!.slice(4);
        await applyChangeSets(applyOptions(held, add(now, 'x')));
      });
    await Promise.all([append(), append(), append()]);
    expect(readTree(root)['a.py']).toBe('644 xxx');
    expect((await listHistory(lock.state)).map(({ id }) => id.slice(0, 4))).toEqual(['0003', '0002', '0001']);
  });

  test('the second refuses when it is not to wait, and stops waiting on Ctrl-C', async () => {
    const { lock } = await lockedWorkspace({});
    await withLock(optionsFor(lock.state), async () => {
      await expect(withLock(optionsFor(lock.state, [], 0), async () => 1)).rejects.toMatchObject({
        problem: { code: 'workspace-busy' },
        exitCode: 3,
      });
      const stop = AbortSignal.timeout(150);
      await expect(withLock({ ...optionsFor(lock.state), signal: stop }, async () => 1)).rejects.toMatchObject({
        exitCode: 130,
      });
    });
  });
});

test.each([
  ['an ended process', { pid: 2 ** 22 + 1, host: hostname(), began: '1' }, true],
  ['a later process of the same number', { ...ownMark(), began: '1' }, process.platform === 'linux'],
  ['a living process', ownMark(), false],
  ['a process on another machine', { pid: 1, host: 'elsewhere', began: '' }, false],
])('a lock of %s', async (_, mark, taken) => {
  const { lock } = await lockedWorkspace({});
  writeFileSync(lock.state.lock, JSON.stringify({ ...mark, token: 'other' }));
  const got = await withLock(optionsFor(lock.state, [], 0), async () => true).catch(() => false);
  expect(got).toBe(taken);
});

test('an error in the work frees the lock', async () => {
  const { lock } = await lockedWorkspace({});
  await expect(withLock(optionsFor(lock.state), () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  expect(await withLock(optionsFor(lock.state, [], 0), async () => 'free')).toBe('free');
});

test('the state folder: one for each real path, where the environment says', async () => {
  const home = temporaryFolder();
  const state = await stateFolderOf(home, { OMNI_REFACTOR_STATE: '/s', XDG_STATE_HOME: '/x' });
  expect(state.id).toMatch(/^omni-test-\w+-[0-9a-f]{16}$/);
  expect(state.journal).toBe(join('/s', state.id, 'journal'));
  expect(stateHome({ XDG_STATE_HOME: '/x' })).toBe('/x/omni-refactor');
  expect(stateHome({ XDG_STATE_HOME: 'relative' })).toMatch(/\.local\/state\/omni-refactor$/);
  expect((await stateFolderOf(join(home, '.'), {})).id).toBe(state.id);
});
