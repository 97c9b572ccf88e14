import { readlinkSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { journey } from '../helpers/journey.ts';
import { PROJECT_ROOT } from '../helpers/run-tool.ts';
import { tempFolder } from '../helpers/temp-workspace.ts';
import { startPty } from '../tui/helpers/pty-screen.ts';

const RULES = `id: one
language: python
rule: { pattern: one($A) }
fix: uno($A)
---
id: two
language: python
rule: { pattern: two($A) }
fix: due($A)
`;
const FILES = { 'all.yml': RULES, 'x/a.py': 'one(1)\n\n\n\ntwo(2)\n', 'x/b.py': 'one(1)\n' };

test('a run is restricted to changed files, to files by name, and to one rule', async () => {
  const { json, omni, write, git } = journey('python', FILES);
  write({ 'x/b.py': 'one( 1 )\n', 'x/c.py': 'two(1)\n' });
  const changed = (report: { files: readonly { path: string; status: string }[] }): string[] =>
    report.files.filter(({ status }) => status === 'changed').map(({ path }) => path);
  expect(changed(await json('run', 'run all.yml x --dry-run'))).toEqual(['x/a.py', 'x/b.py', 'x/c.py']);
  expect(changed(await json('run', 'run all.yml x --dry-run --affected HEAD'))).toEqual(['x/b.py', 'x/c.py']);
  git('checkout', '-q', '-b', 'branch');
  git('add', '-A');
  git('commit', '-q', '-m', 'more');
  expect(changed(await json('run', 'run all.yml --dry-run --affected main'))).toEqual(['x/b.py', 'x/c.py']);
  expect(changed(await json('run', 'run all.yml --dry-run --only x/a.py'))).toEqual(['x/a.py']);
  expect(changed(await json('run', 'run all.yml x --dry-run --only two'))).toEqual(['x/a.py', 'x/c.py']);
  expect(await omni('run all.yml --only three --dry-run')).toMatchObject({
    exitCode: 2,
    stderr: expect.stringContaining('names nothing of this run'),
  });
  expect(await omni('run all.yml --affected gone --dry-run')).toMatchObject({ exitCode: 2 });
});

test('a pipe cannot be asked', async () => {
  const { omni, tree } = journey('python', FILES);
  const before = tree();
  const refused = await omni('run all.yml --review');
  expect(refused).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('there is nobody to ask') });
  expect(tree()).toEqual(before);
});

test('every edit is asked for on a terminal; one journal, one undo', async () => {
  const { root, tree } = journey('python', FILES);
  const before = tree();
  const program = [process.execPath, join(PROJECT_ROOT, 'dist/src/cli/main.js')];
  const env = { OMNI_REFACTOR_STATE: tempFolder(), NO_COLOR: '1', TERM: 'dumb' };
  const screen = startPty({ command: [...program, 'run', 'all.yml', 'x', '--review'], cwd: root, env });
  await screen.until('1 of 3  x/a.py:1', 60_000);
  screen.press('n');
  await screen.until('2 of 3  x/a.py:5', 60_000);
  screen.press('y');
  await screen.until('3 of 3  x/b.py:1', 60_000);
  screen.press('q');
  expect(await screen.exit).toBe(0);
  expect(screen.text()).toContain('Applied');
  expect(tree()).toEqual({ ...before, 'x/a.py': expect.stringContaining('one(1)\n\n\n\ndue(2)\n') });
  const undone = startPty({ command: [...program, 'undo'], cwd: root, env });
  expect(await undone.exit).toBe(0);
  expect(tree()).toEqual(before);
});

test('a review goes on behind a file that is taken or left as a whole', async () => {
  const { root, tree } = journey('python', { ...FILES, 'x/c.py': 'one(1)\n\n\n\ntwo(2)\n', 'x/d.py': 'two(3)\n' });
  const command = [process.execPath, join(PROJECT_ROOT, 'dist/src/cli/main.js'), 'run', 'all.yml', 'x', '--review'];
  const screen = startPty({
    command,
    cwd: root,
    env: { OMNI_REFACTOR_STATE: tempFolder(), NO_COLOR: '1', TERM: 'dumb' },
  });
  await screen.until('1 of 6  x/a.py:1', 60_000);
  screen.press('f');
  await screen.until('3 of 6  x/b.py:1', 60_000);
  screen.press('n');
  await screen.until('4 of 6  x/c.py:1', 60_000);
  screen.press('s');
  await screen.until('6 of 6  x/d.py:1', 60_000);
  screen.press('f');
  expect(await screen.exit).toBe(0);
  expect([tree()['x/a.py'], tree()['x/b.py'], tree()['x/c.py'], tree()['x/d.py']]).toEqual([
    '644 uno(1)\n\n\n\ndue(2)\n',
    '644 one(1)\n',
    '644 one(1)\n\n\n\ntwo(2)\n',
    '644 due(3)\n',
  ]);
});

test('what --param gives is given to every codemod of a run', async () => {
  const transform = `module.exports = (f, api, options) => f.source + options.word + '();\\n';`;
  const { json, tree } = journey('python', { 'a.cjs': transform, 'b.cjs': transform, 'js/a.js': 'a();\n' });
  await json('run', 'run a.cjs js --and b.cjs --param word=z --allow-dirty');
  expect(tree()['js/a.js']).toBe('644 a();\nz();\nz();\n');
});

test('a file that changes while the run goes on is not overwritten, and nothing else is written', async () => {
  const { omni, tree } = journey('python', {
    't.cjs': `module.exports = (f) => {
      if (f.path.endsWith('/b.js')) require('node:fs').appendFileSync(f.path, 'mine();\\n');
      return f.source + 'z();\\n';
    };`,
    'js/a.js': 'a();\n',
    'js/b.js': 'b();\n',
  });
  const refused = await omni('run t.cjs js --allow-dirty');
  expect(refused).toMatchObject({ exitCode: 3, stderr: expect.stringContaining('js/b.js') });
  expect([tree()['js/a.js'], tree()['js/b.js']]).toEqual([
    expect.stringMatching(/a\(\);\n$/),
    expect.stringMatching(/b\(\);\nmine\(\);\n/),
  ]);
});

test('a symbolic link is named and left alone', async () => {
  const { json, root, tree } = journey('python', { 'all.yml': RULES, 'x/a.py': 'one(1)\n' });
  symlinkSync('a.py', join(root, 'x/link.py'));
  const report = await json('run', 'run all.yml x --allow-dirty');
  expect(report.files).toMatchObject([
    { path: 'x/a.py', status: 'changed' },
    { path: 'x/link.py', status: 'skipped', why: 'it is a symbolic link' },
  ]);
  expect(readlinkSync(join(root, 'x/link.py'))).toBe('a.py');
  expect(tree()['x/a.py']).toContain('uno(1)');
});
