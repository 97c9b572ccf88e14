import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { EMPTY_CHANGE_SET } from '../../../src/core/change-set.ts';
import { hashOf } from '../../../src/core/hash.ts';
import { SILENT } from '../../../src/core/progress.ts';
import { applyChangeSets } from '../../../src/engine/apply/apply-change-sets.ts';
import { sameButFormatting } from '../../../src/engine/apply/same-but-formatting.ts';
import { undoLast } from '../../../src/engine/apply/undo-last.ts';
import { readTree } from '../../helpers/disk-tree.ts';
import { applyOptions, lockedWorkspace } from '../../helpers/locked-workspace.ts';

const RUST = 'fn one() {}\nfn two() {}\n';
const TREE = {
  'a b.rs': RUST,
  'gone.rs': 'gone, no newline',
  'run.sh': { bytes: '#!/bin/sh\r\n', mode: 0o755 },
} as const;
const SET = {
  ...EMPTY_CHANGE_SET,
  base: [
    { path: 'a b.rs', hash: hashOf(RUST), mode: 0o644 },
    { path: 'gone.rs', hash: hashOf('gone, no newline'), mode: 0o644 },
    { path: 'run.sh', hash: hashOf('#!/bin/sh\r\n'), mode: 0o755 },
  ],
  edit: [{ path: 'a b.rs', edits: [{ start: 0, end: 11, text: 'fn three(a: u8) { a; }', reason: 'free' as const }] }],
  create: [{ path: 'new/🦀.rs', mode: 0o644, parts: [{ text: 'new\r\n', reason: 'free' as const }] }],
  delete: [{ path: 'gone.rs' }],
  move: [{ from: 'run.sh', to: 'bin/run.sh' }],
};

const refusal = async (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error) => error.problem,
  );

test('a file that changed since is not overwritten; the reverse patch is written and does what undo would', async () => {
  const { root, lock } = await lockedWorkspace(TREE);
  const before = readTree(root);
  execFileSync('git', ['init', '-q'], { cwd: root });
  await applyChangeSets(applyOptions(lock, SET));
  writeFileSync(join(root, 'a b.rs'), `${readFileSync(join(root, 'a b.rs'), 'utf8')}fn mine() {}\n`);
  const mine = readTree(root);
  const problem = await refusal(undoLast({ lock, onProgress: SILENT }));
  expect(problem).toMatchObject({ code: 'undo-refused', why: 'changed since: a b.rs' });
  expect(readTree(root)).toEqual(mine);
  const patch = /The reverse patch is (\S+\.patch)/.exec(problem.whatToDo)![1]!;
  execFileSync('git', ['apply', '-C0', patch], { cwd: root, stdio: 'pipe' });
  expect(readTree(root)).toEqual({ ...before, 'a b.rs': `${before['a b.rs']}fn mine() {}\n` });
});

test('a file that was only reformatted is taken back when asked, and only then', async () => {
  const { root, lock } = await lockedWorkspace(TREE);
  const before = readTree(root);
  await applyChangeSets(applyOptions(lock, SET));
  writeFileSync(join(root, 'a b.rs'), 'fn three(\n    a: u8,\n) {\n    a;\n}\nfn two() {}\n');
  expect((await refusal(undoLast({ lock, onProgress: SILENT }))).code).toBe('undo-refused');
  writeFileSync(join(root, 'new/🦀.rs'), 'changed');
  expect((await refusal(undoLast({ lock, onProgress: SILENT, discardFormatting: true }))).why).toBe(
    'changed since: new/🦀.rs',
  );
  writeFileSync(join(root, 'new/🦀.rs'), 'new\r\n');
  await undoLast({ lock, onProgress: SILENT, discardFormatting: true });
  expect(readTree(root)).toEqual(before);
});

test.each([
  ['a.rs', 'fn f(a:u8){g(a)}', 'fn f(a: u8) {\n    g(a,)\n}\n', true],
  ['a.rs', 'fn f() { g(a) }', 'fn f() { g(b) }', false],
  ['a.rs', 'type T = (u8,);', 'type T = (u8);', false],
  ['a.rs', 'fn f() { m!(a) }', 'fn f() { m!(a,) }', false],
  ['a.rs', 'const S: &str = "a b";', 'const S: &str = "a  b";', false],
  ['a.rs', 'fn f() {} // one ', 'fn f() {}\n// one', true],
  ['a.rs', 'fn f() {} // one', 'fn f() {} // two', false],
  ['a.py', 'if a:\n  b\n  c\n', 'if a:\n    b\n    c\n', true],
  ['a.py', 'if a:\n  b\n  c\n', 'if a:\n  b\nc\n', false],
  ['a.py', 'x = [1,\n2]\n', 'x = [\n    1,\n    2,\n]\n', true],
  ['a.py', 'x[1]\n', 'x[1,]\n', false],
  ['a.py', 'x = (1)\n', 'x = (1,)\n', false],
  ['a.py', "x = 'a b'\n", "x = 'a  b'\n", false],
  ['a.py', "x = f'{a} b'\n", "x = f'{a}  b'\n", false],
  ['a.ts', 'f(a)', 'f(\n  a,\n)', true],
  ['a.ts', '[]', '[,]', false],
  ['a.ts', '/ a/', '/a/', false],
  ['a.tsx', '<b> a</b>', '<b>a</b>', false],
  ['a.rs', "const C: char = ' ';", "const C: char = '\t';", false],
  ['a.ts', 'return\na', 'return a', false],
  ['a.txt', 'a b', 'a  b', false],
])('%s: %j and %j differ by formatting only: %s', (path, before, after, expected) => {
  expect(sameButFormatting(path, before, after)).toBe(expected);
});
