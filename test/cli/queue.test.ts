import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { SCHEMAS } from '../../src/report/schemas.ts';
import { readTree } from '../helpers/disk-tree.ts';
import { runOmni } from '../helpers/run-omni.ts';
import { tempWorkspace } from '../helpers/temp-workspace.ts';

const group = (name: string): string =>
  Array.from(
    { length: 5 },
    (_, i) =>
      `def ${name}_${i}(x):\n${'    x = x + 1\n'.repeat(6)}    return ${i === 0 ? 'x' : `${name}_${i - 1}(x)`}\n\n`,
  ).join('\n');
const large = (one: string, two: string): string => `${group(one)}\n${group(two)}`;

const BROKEN = `${large('corner', 'reader')}\ndef (:\n`;
const workspace = (more: Readonly<Record<string, string>> = {}): string =>
  tempWorkspace({
    'omni-refactor.toml': '[budget]\nfile-lines = 60\n',
    'pkg/__init__.py': '',
    'pkg/first.py': large('circle', 'parser'),
    'pkg/second.py': BROKEN,
    'pkg/third.py': large('square', 'writer'),
    'queue.txt': '# what is to be divided\npkg/first.py\n\npkg/second.py\npkg/third.py\npkg/third.py\n',
    ...more,
  });

const rowsOf = (stdout: string) => SCHEMAS.queue.parse(JSON.parse(stdout)).rows;

test('together: what fails is named, the others are one run and one undo', async () => {
  const root = workspace();
  const before = readTree(root);
  const run = await runOmni(root, ['queue', 'queue.txt', '--evidence', 'S', '--json']);
  expect(run.exitCode, run.stderr).toBe(1);
  const rows = rowsOf(run.stdout);
  expect(rows).toMatchObject([
    { path: 'pkg/first.py', outcome: 'proven', why: null, earlier: false },
    { path: 'pkg/second.py', outcome: 'refused' },
    { path: 'pkg/third.py', outcome: 'proven' },
  ]);
  expect(rows[0]!.made.length).toBeGreaterThan(0);
  expect(rows[0]!.receipt).toBe(rows[2]!.receipt);
  expect(rows[1]!.why).toMatch(/^[A-Z]\d+: /);
  expect((await runOmni(root, ['undo'])).exitCode).toBe(0);
  expect(readTree(root)).toEqual(before);
});

test('each by itself: a receipt and two commits for each, and a later run of the same queue goes on', async () => {
  const root = workspace();
  const git = (...args: string[]): string => execFileSync('git', args, { cwd: root, encoding: 'utf8' });
  git('init', '-q');
  git('config', 'user.name', 'A');
  git('config', 'user.email', 'a@example.org');
  git('add', '-A');
  git('commit', '-qm', 'base');
  const asked = ['queue', '--over-budget', '--each', '--commit', '--evidence', 'S'];
  const run = await runOmni(root, [...asked, '--json']);
  expect(run.exitCode, run.stderr).toBe(1);
  const rows = rowsOf(run.stdout);
  expect(rows.map(({ outcome, commits }) => [outcome, commits.length])).toEqual([
    ['proven', 2],
    ['refused', 0],
    ['proven', 2],
  ]);
  expect(rows[0]!.receipt).not.toBe(rows[2]!.receipt);
  expect(git('log', '--format=%b')).toContain(`Omni-Refactor-Receipt: ${rows[0]!.receipt}`);
  expect(git('status', '--porcelain')).toBe('');

  const again = await runOmni(root, [...asked, '--resume', '--json']);
  expect(again.stderr).toContain('3 of the queue ended in an earlier run.');
  expect(rowsOf(again.stdout).map(({ outcome, earlier }) => [outcome, earlier])).toEqual([
    ['proven', true],
    ['refused', true],
    ['proven', true],
  ]);
  // What has changed since is tried again.
  writeFileSync(join(root, 'pkg/second.py'), BROKEN.replace('def (:\n', ''));
  git('commit', '-qam', 'mend');
  const mended = await runOmni(root, [...asked, '--resume', '--json']);
  expect(mended.exitCode, mended.stderr).toBe(0);
  expect(rowsOf(mended.stdout).map(({ outcome, earlier }) => [outcome, earlier])).toEqual([
    ['proven', true],
    ['proven', false],
    ['proven', true],
  ]);
});

test('a summary in Markdown; a plan that does not fit is left out', async () => {
  const root = workspace();
  await runOmni(root, ['plan', 'pkg/first.py', '-o', 'first.yaml']);
  await runOmni(root, ['plan', 'pkg/third.py', '-o', 'third.yaml']);
  writeFileSync(join(root, 'pkg/third.py'), `${large('square', 'writer')}\nX = 1\n`);
  writeFileSync(join(root, 'queue.txt'), 'first.yaml\nthird.yaml\n');
  const run = await runOmni(root, ['queue', 'queue.txt', '--evidence', 'S', '--markdown']);
  expect(run.exitCode, run.stderr).toBe(1);
  expect(run.stdout).toMatch(/^## Splits: 1 proven, 1 refused\n/);
  expect(run.stdout).toMatch(/\| <code>pkg\/first\.py<\/code> \| proven \| \d+ → \d+ \| \d+ \|/);
  expect(run.stdout).toContain('### Left out');
  expect(readTree(root)).toHaveProperty(['pkg/first/']);
});

test('a dry run writes nothing, and what cannot be asked is said before anything is done', async () => {
  const root = workspace({ 'empty.txt': '# nothing\n' });
  const before = readTree(root);
  const dry = await runOmni(root, ['queue', 'queue.txt', '--dry-run']);
  expect(dry.exitCode).toBe(1);
  expect(dry.stdout).toContain('2 proven, 1 refused (S; dry run: nothing was written)');
  expect(readTree(root)).toEqual(before);
  expect(await runOmni(root, ['queue'])).toMatchObject({ exitCode: 2 });
  expect(await runOmni(root, ['queue', 'empty.txt'])).toMatchObject({ exitCode: 2 });
  expect(await runOmni(root, ['queue', 'nothing.txt'])).toMatchObject({ exitCode: 2 });
  expect((await runOmni(root, ['queue', 'nothing.txt'])).stderr).toContain('Name a queue: a text file');
});

test('a line that names no file of the workspace is left out, and the others go on', async () => {
  const root = workspace({ 'queue.txt': 'pkg/first.py\npkg/gone.py\npkg\n../out.py\n' });
  const run = await runOmni(root, ['queue', 'queue.txt', '--evidence', 'S', '--json']);
  expect(run.exitCode, run.stderr).toBe(1);
  expect(rowsOf(run.stdout)).toMatchObject([
    { path: '../out.py', outcome: 'refused' },
    { path: 'pkg', outcome: 'refused', why: expect.stringContaining('is a folder') },
    { path: 'pkg/first.py', outcome: 'proven' },
    { path: 'pkg/gone.py', outcome: 'refused', why: expect.stringContaining('pkg/gone.py cannot be opened') },
  ]);
});
