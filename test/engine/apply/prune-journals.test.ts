import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { EMPTY_CHANGE_SET } from '../../../src/core/change-set.ts';
import { hashOf } from '../../../src/core/hash.ts';
import { SILENT } from '../../../src/core/progress.ts';
import { applyChangeSets } from '../../../src/engine/apply/apply-change-sets.ts';
import { listHistory } from '../../../src/engine/apply/list-history.ts';
import { pruneJournals } from '../../../src/engine/apply/prune-journals.ts';
import { undoLast } from '../../../src/engine/apply/undo-last.ts';
import { nodeDisk } from '../../../src/engine/state/disk.ts';
import { applyOptions, lockedWorkspace } from '../../helpers/locked-workspace.ts';

const edited = (from: string, to: string) => ({
  ...EMPTY_CHANGE_SET,
  base: [{ path: 'a.py', hash: hashOf(from), mode: 0o644 }],
  edit: [{ path: 'a.py', edits: [{ start: 0, end: from.length, text: to, reason: 'free' as const }] }],
});

test('old journals go, but never the one that undo needs; their receipts stay', async () => {
  const { lock } = await lockedWorkspace({ 'a.py': '0' });
  const journals = (): number[] =>
    readdirSync(lock.state.journal).flatMap((name) => (/^\d+-/.test(name) ? [Number.parseInt(name, 10)] : []));
  await applyChangeSets(applyOptions(lock, edited('0', '1')));
  // The first change stays applied below sixty that were taken back.
  for (let round = 0; round < 60; round++) {
    await applyChangeSets(applyOptions(lock, edited('1', '2')));
    await undoLast({ lock, onProgress: SILENT });
  }
  await pruneJournals(lock.state, nodeDisk);
  expect(journals().sort((a, b) => a - b)).toEqual([1, ...Array.from({ length: 50 }, (_, i) => 12 + i)]);
  const history = await listHistory(lock.state);
  expect(history).toHaveLength(61);
  expect(history.filter(({ undoable }) => undoable).map(({ id }) => Number.parseInt(id, 10))).toEqual([1]);
  expect((await undoLast({ lock, onProgress: SILENT })).id).toBe(history.at(-1)!.id);
});

test('a run of applies keeps the newest fifty and the open one', async () => {
  const { lock } = await lockedWorkspace({ 'a.py': '0' });
  for (let i = 0; i < 53; i++) await applyChangeSets(applyOptions(lock, edited(`${i}`, `${i + 1}`)));
  // Pruned before each apply: fifty old ones and the newest.
  expect(readdirSync(lock.state.journal).filter((name) => name.endsWith('.applied.json'))).toHaveLength(51);
});
