import { expect, test } from 'vitest';
import { EMPTY_CHANGE_SET } from '../../../src/core/change-set.ts';
import type { RunFile, RunResult } from '../../../src/core/run-result.ts';
import { joinRuns } from '../../../src/engine/run/join-runs.ts';

const file = (path: string, movedTo: string | null = null): RunFile => ({
  path,
  status: 'changed',
  why: null,
  whole: [],
  unstable: [],
  movedTo,
});

const moving = (from: string, to: string): RunResult => ({
  codemods: ['move'],
  files: [file(from, to)],
  changeSet: {
    ...EMPTY_CHANGE_SET,
    base: [{ path: from, hash: from, mode: 0o644 }],
    edit: [{ path: from, edits: [{ start: 0, end: 0, text: 'x', reason: 'free' }] }],
    move: [{ from, to }],
  },
  stats: { moved: 1 },
  reports: [{ path: from, text: 'moved' }],
  parses: 1,
  isWhole: true,
});

test('two files that shards move to one place: the first by path goes, the other fails', () => {
  const { files, changeSet, stats, parses, reports } = joinRuns([moving('b.rs', 'c.rs'), moving('a.rs', 'c.rs')]);
  expect(files.map(({ path, status, movedTo }) => [path, status, movedTo])).toEqual([
    ['a.rs', 'changed', 'c.rs'],
    ['b.rs', 'failed', null],
  ]);
  expect(changeSet.move).toEqual([{ from: 'a.rs', to: 'c.rs' }]);
  expect(changeSet.edit.map(({ path }) => path)).toEqual(['a.rs']);
  expect({ stats, parses, paths: reports.map(({ path }) => path) }).toEqual({
    stats: { moved: 2 },
    parses: 2,
    paths: ['a.rs', 'b.rs'],
  });
});
