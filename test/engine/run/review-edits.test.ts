import { expect, test } from 'vitest';
import { type ChangeSet, EMPTY_CHANGE_SET } from '../../../src/core/change-set.ts';
import type { RunFile, RunResult } from '../../../src/core/run-result.ts';
import { editsToReview, takenOnly } from '../../../src/engine/run/review-edits.ts';
import { memoryView } from '../../helpers/memory-view.ts';

const FILES = { 'a.ts': 'one(1);\n\n\ntwo(2);\nthree(3);\n', 'b.ts': 'f(\n  1,\n\n\n  2,\n);\n', 'c.rs': '' };
const view = memoryView(FILES);

const edit = (path: keyof typeof FILES, from: string, text: string) => {
  const start = FILES[path].indexOf(from);
  return { start, end: start + from.length, text, reason: 'free' as const };
};

const changeSet: ChangeSet = {
  ...EMPTY_CHANGE_SET,
  edit: [
    { path: 'a.ts', edits: [edit('a.ts', 'one', 'uno'), edit('a.ts', 'two', 'due'), edit('a.ts', 'three', 'tre')] },
    { path: 'b.ts', edits: [edit('b.ts', 'f(', 'f(('), edit('b.ts', '2,\n)', '2))')] },
  ],
  move: [{ from: 'c.rs', to: 'd.rs' }],
};

const row = (path: string, movedTo: string | null = null): RunFile => ({
  path,
  status: 'changed',
  why: null,
  whole: [],
  unstable: [],
  movedTo,
});

const RESULT: RunResult = {
  codemods: ['x'],
  files: [row('a.ts'), row('b.ts'), row('c.rs', 'd.rs')],
  changeSet,
  stats: {},
  reports: [],
  parses: 0,
  isWhole: true,
};

test('edits on lines beside one another are one question, a move is one with all its edits', () => {
  expect(
    editsToReview(view, changeSet).map(({ path, line, edits, movedTo }) => [path, line, edits.length, movedTo]),
  ).toEqual([
    ['a.ts', 1, 1, null],
    ['a.ts', 4, 2, null],
    ['b.ts', 1, 1, null],
    ['b.ts', 5, 1, null],
    ['c.rs', 1, 0, 'd.rs'],
  ]);
});

test('what is declined stays, and every file is accounted for', () => {
  const [, second] = editsToReview(view, changeSet);
  const taken = takenOnly(view, RESULT, [second!]);
  const after = view.overlay(taken.changeSet);
  expect(after.text('a.ts')).toBe('one(1);\n\n\ndue(2);\ntre(3);\n');
  expect(after.text('b.ts')).toBe(FILES['b.ts']);
  expect(after.file('c.rs')).toBeDefined();
  expect(taken.files.map(({ status, why }) => [status, why])).toEqual([
    ['changed', null],
    ['skipped', 'declined in the review'],
    ['skipped', 'declined in the review'],
  ]);
  expect(taken.stats).toEqual({ 'edits taken': 1, 'edits declined': 4 });
});

test('a part that does not parse without the rest fails its file', () => {
  const [, , third] = editsToReview(view, changeSet);
  const taken = takenOnly(view, RESULT, [third!]);
  expect(taken.files[1]).toMatchObject({
    status: 'failed',
    why: expect.stringContaining('does not parse without the rest'),
  });
  expect(taken.changeSet.edit).toEqual([]);
});
