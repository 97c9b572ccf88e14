import { expect, it } from 'vitest';
import { judgeShipped } from '../../../../src/engine/prove/rust/shipping/compare-lists.ts';
import { readManifests } from '../../../../src/workspace/read-manifests.ts';
import type { FileEntry } from '../../../../src/workspace/view.ts';
import { memoryView } from '../../../helpers/memory-view.ts';
import { proveOnDisk } from './disk-stage.ts';

const viewOf = (files: Readonly<Record<string, string>>) =>
  memoryView(files, { readManifests: (entries: readonly FileEntry[], read) => readManifests(entries, read) });

const LIB = 'pub mod press;\n';
const ITEM = 'pub fn juice() -> u32 {\n    1\n}\n';
const state = (lists: string, split: boolean, more: Readonly<Record<string, string>> = {}) =>
  viewOf({
    'Cargo.toml': `[package]\nname = "demo"\nversion = "0.1.0"\nedition = "2021"\n${lists}\n`,
    'src/lib.rs': LIB,
    'src/press.rs': split ? 'mod juice;\n\npub use juice::juice;\n' : ITEM,
    ...(split ? { 'src/press/juice.rs': ITEM } : {}),
    ...more,
  });

/** Failures by rung, file and configuration. */
async function failures(was: string, is: string, rungs: readonly ('S' | 'B')[]): Promise<string[]> {
  const { proofs } = await proveOnDisk(state(was, false), state(is, true), rungs);
  const failed = proofs.filter(({ verdict }) => verdict === 'failed');
  return [...new Set(failed.map(({ rung, path, configuration }) => `${rung} ${path} ${configuration}`))];
}

it('a part that the package lacks is a failure of S, and of B by what cargo lists', async () => {
  const lists = 'include = ["src/*.rs"]';
  expect(await failures(lists, lists, ['S'])).toEqual(['S src/press/juice.rs -']);
  expect(await failures(lists, lists, ['B'])).toEqual(['B src/press/juice.rs cargo package']);
  expect(await failures(lists, 'include = ["src/*.rs", "src/press/**"]', ['S', 'B'])).toEqual([]);
  expect(await failures('exclude = ["juice.rs"]', 'exclude = ["juice.rs"]', ['S'])).toEqual(['S src/press/juice.rs -']);
  expect(
    await failures('publish = false\ninclude = ["src/*.rs"]', 'publish = false\ninclude = ["src/*.rs"]', ['S', 'B']),
  ).toEqual([]);
}, 120_000);

it('so is a file that is no longer published; one that is published alone is told', () => {
  const [before, after] = [state('', false), state('', true)];
  const member = { folder: '', paths: ['src/press.rs', 'src/press/juice.rs'] };
  const judge = (was: readonly string[], is: readonly string[]): string[] =>
    judgeShipped(before, after, member, [new Set(was), new Set(is)]).map(({ path, verdict }) => `${path} ${verdict}`);
  const all = ['src/lib.rs', 'src/press.rs'];
  expect(judge(all, [...all, 'src/press/juice.rs'])).toEqual([]);
  expect(judge(all, all)).toEqual(['src/press/juice.rs failed']);
  expect(judge(all, ['src/press.rs', 'src/press/juice.rs'])).toEqual([
    'src/press.rs failed',
    'src/press/juice.rs failed',
  ]);
  expect(judge(['src/lib.rs'], ['src/lib.rs', 'src/press/juice.rs'])).toEqual(['src/press/juice.rs vacuous']);
  // What the change takes away cannot be published.
  expect(judge([...all, 'src/gone.rs'], [...all, 'src/press/juice.rs'])).toEqual([]);
});

it('a list that cargo cannot give is not run before, and a failure after', () => {
  const [before, after] = [state('', false), state('', true)];
  const member = { folder: '', paths: ['src/press.rs'] };
  expect(judgeShipped(before, after, member, ['error: x', 'error: x'])[0]?.verdict).toBe('not-run');
  expect(judgeShipped(before, after, member, [new Set(['a']), 'error: x'])[0]?.verdict).toBe('failed');
  expect(judgeShipped(before, after, member, [null, null])).toEqual([]);
});
