import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { fingerprint } from '../../bench/corpus/fingerprint.ts';
import { AUTHORS, measureBlame, writeHistory } from '../../bench/corpus/measure-blame.ts';
import type { ChangeSet } from '../../src/core/change-set.ts';
import { runOmni } from '../helpers/run-omni.ts';
import { PROJECT_ROOT } from '../helpers/run-tool.ts';
import { tempRepository } from '../helpers/temp-repository.ts';

const SAMPLE = join(PROJECT_ROOT, 'demo/sample');

describe.each([{ file: 'crates/press/src/press.rs' }, { file: 'python/src/orchard/cellar.py' }])(
  'split $file --commit',
  ({ file }) => {
    test('lets git blame find who wrote the moved lines, and undo adds one commit', async () => {
      const { root, git } = tempRepository();
      copySample(root);
      writeHistory(root, file);
      const [before, head] = [fingerprint(root), git('rev-parse', 'HEAD')];

      const ran = await runOmni(root, [...SPLIT(file), '--commit', '--json']);
      expect(ran).toMatchObject({ exitCode: 0 });
      const { outcome, changeSets } = JSON.parse(ran.stdout) as { outcome: string; changeSets: ChangeSet[] };
      expect(outcome).toBe('proven');
      expect(git('rev-parse', 'HEAD~2')).toBe(head);
      expect(git('status', '--porcelain')).toBe('');
      const { moved, found } = measureBlame(root, file, changeSets);
      expect(moved).toBeGreaterThan(100);
      expect(found / moved).toBeGreaterThanOrEqual(0.95);
      const glue = git('rev-parse', 'HEAD');

      expect(await runOmni(root, ['undo'])).toMatchObject({ exitCode: 0 });
      expect(git('rev-parse', 'HEAD~1')).toBe(glue);
      expect(git('diff', head, 'HEAD')).toBe('');
      expect(git('status', '--porcelain')).toBe('');
      expect(fingerprint(root)).toBe(before);
      expect(git('log', '-1', '--format=%s')).toMatch(/^Undo split /);

      expect(await runOmni(root, ['redo'])).toMatchObject({ exitCode: 0 });
      expect(git('diff', glue, 'HEAD')).toBe('');
      expect(git('status', '--porcelain')).toBe('');
      expect(git('log', '-1', '--format=%s')).toMatch(/^Redo split /);
      expect(await runOmni(root, ['undo'])).toMatchObject({ exitCode: 0 });
      expect(git('diff', head, 'HEAD')).toBe('');
    });
  },
);

test('--commit without an author is refused in one line before anything is proven', async () => {
  const { root, git } = tempRepository();
  copySample(root);
  writeHistory(root, 'crates/press/src/press.rs');
  git('config', 'user.name', '');
  for (const role of ['AUTHOR', 'COMMITTER']) vi.stubEnv(`GIT_${role}_NAME`, undefined);
  const before = fingerprint(root);
  const ran = await runOmni(root, ['split', 'crates/press/src/press.rs', '--limit', '150', '--commit']);
  vi.unstubAllEnvs();
  expect(ran).toMatchObject({ exitCode: 2, stdout: '' });
  expect(ran.stderr).toContain('git has no author');
  expect(ran.stderr).toContain('git config user.name');
  expect(ran.stderr).not.toContain('This will execute');
  expect(fingerprint(root)).toBe(before);
});

test('the measure finds nobody where every moved line was edited', async () => {
  const { root, git } = tempRepository();
  copySample(root);
  writeHistory(root, 'crates/press/src/press.rs');
  expect(new Set(git('log', '--format=%an').split('\n'))).toEqual(new Set(AUTHORS));
  const ran = await runOmni(root, [...SPLIT('crates/press/src/press.rs'), '--json']);
  const { changeSets } = JSON.parse(ran.stdout) as { changeSets: ChangeSet[] };
  for (const { path } of changeSets[0]!.create) {
    const file = join(root, path);
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^/gm, '// '));
  }
  git('add', '--all');
  git('commit', '--quiet', '--message', 'move');
  git('commit', '--quiet', '--allow-empty', '--message', 'glue');
  const { moved, found } = measureBlame(root, 'crates/press/src/press.rs', changeSets);
  expect(moved).toBeGreaterThan(100);
  expect(found).toBe(0);
});

const SPLIT = (file: string): string[] => ['split', file, '--limit', '150', '--evidence', 'S'];

const copySample = (root: string): void =>
  cpSync(SAMPLE, root, { recursive: true, filter: (path) => !/[\\/](target|__pycache__)([\\/]|$)/.test(path) });
