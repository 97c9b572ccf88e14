import { execFileSync } from 'node:child_process';
import {
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { EMPTY_CHANGE_SET } from '../../../src/core/change-set.ts';
import { hashOf } from '../../../src/core/hash.ts';
import { SILENT } from '../../../src/core/progress.ts';
import { openStage, stageEnvironment } from '../../../src/engine/stage/open-stage.ts';
import { stateFolderOf } from '../../../src/engine/state/state-folder.ts';
import type { Lock } from '../../../src/engine/state/with-lock.ts';
import { readTree, writeTree } from '../../helpers/disk-tree.ts';
import { lockedWorkspace, SPLIT, SPLIT_TREE } from '../../helpers/locked-workspace.ts';

const open = (lock: Lock, changeSets = [SPLIT], more = {}) =>
  openStage({ lock, changeSets, signal: new AbortController().signal, onProgress: SILENT, ...more });

const git = (root: string, ...args: string[]): string =>
  execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args], {
    cwd: root,
    encoding: 'utf8',
  }).trim();

const IGNORED = {
  '.gitignore': 'gen/\n*.so\n.venv\nnode_modules\ntarget\n*.log\n__pycache__\nCargo.lock\n',
  'gen/version.py': 'V = 1\n',
  'fast.so': 'elf',
  'debug.log': 'long',
  'Cargo.lock': 'version = 4\n',
  'target/CACHEDIR.TAG': 'Signature: 8a477f597d28d172789f06886806bc55',
  'target/debug/x.rs': '',
  '__pycache__/a.pyc': '',
  '.venv/pyvenv.cfg': 'home = /usr',
  '.venv/lib/site.py': '',
  'packages/core/index.js': 'own',
  'node_modules/left-pad/index.js': 'pad',
  'node_modules/@me/core': '-> ../../packages/core',
  'node_modules/.bin/core': '-> ../@me/core/index.js',
  'node_modules/.cache/x': '',
};

async function repository() {
  const workspace = await lockedWorkspace({ ...SPLIT_TREE, ...IGNORED, 'new.txt': 'untracked' });
  git(workspace.root, 'init', '-q');
  git(workspace.root, 'add', '.', ':!new.txt');
  git(workspace.root, 'commit', '-qm', 'first');
  git(workspace.root, 'tag', 'v1');
  return workspace;
}

describe('a staging copy', () => {
  test('holds what a build needs, and nothing that a build made', async () => {
    const { root, lock } = await repository();
    const stage = await open(lock);
    const { copiedIgnored, left, files } = stage.listing;
    expect({ copiedIgnored, left, files }).toEqual({
      copiedIgnored: ['Cargo.lock', 'fast.so', 'gen/version.py'],
      left: ['__pycache__/', 'debug.log', 'target/'],
      files: 7,
    });
    const copy = readTree(stage.root);
    expect(copy['.venv']).toBe(`-> ${join(root, '.venv')}`);
    expect(copy['src/link.rs']).toBe('-> lib.rs');
    expect(copy['src/lib.rs']).toBe(readTree(root)['src/lib.rs']);
    expect(Object.keys(copy).filter((path) => /target|pycache|\.log|\.cache/.test(path))).toEqual([]);
  });

  test('loads its own packages from itself, and installed ones from where they are', async () => {
    const { root, lock } = await repository();
    const stage = await open(lock);
    expect(realpathSync(join(stage.root, 'node_modules/@me/core'))).toBe(
      realpathSync(join(stage.root, 'packages/core')),
    );
    expect(realpathSync(join(stage.root, 'node_modules/.bin/core'))).toBe(
      join(realpathSync(stage.root), 'packages/core/index.js'),
    );
    expect(realpathSync(join(stage.root, 'node_modules/left-pad'))).toBe(
      join(realpathSync(root), 'node_modules/left-pad'),
    );
  });

  test('shares no inode with the tree', async () => {
    const { root, lock } = await repository();
    const stage = await open(lock);
    writeFileSync(join(stage.root, 'src/old.rs'), 'scribbled');
    expect(readFileSync(join(root, 'src/old.rs'), 'utf8')).toBe('gone\n');
    expect(statSync(join(stage.root, 'src/lib.rs')).nlink).toBe(1);
    expect(statSync(join(stage.root, 'src/lib.rs')).ino).not.toBe(statSync(join(root, 'src/lib.rs')).ino);
  });

  test('has a git of its own: same version and status, and no way back', async () => {
    const { root, lock } = await repository();
    const stage = await open(lock);
    for (const args of [
      ['describe', '--tags'],
      ['status', '--short'],
      ['rev-parse', 'HEAD'],
      ['branch', '--show-current'],
    ])
      expect(git(stage.root, ...args)).toBe(git(root, ...args));
    git(stage.root, 'commit', '-qam', 'in the copy', '--allow-empty');
    expect(git(root, 'log', '--oneline').split('\n')).toHaveLength(1);
  });

  test('shows the change and takes it away again', async () => {
    const { lock } = await repository();
    const stage = await open(lock);
    const before = readTree(stage.root);
    await stage.show('after');
    const after = readTree(stage.root);
    expect(after['src/lib/deep/b.rs']).toBe('600 fn b() {\t}');
    expect(after['src/old.rs']).toBeUndefined();
    expect(after['assets/logo.png']).toBe('600 \0\xff\x01');
    await stage.show('before');
    expect(readTree(stage.root)).toEqual(before);
  });

  test('shows another folder as the state after, for a split that somebody else made', async () => {
    const { root, lock, home } = await repository();
    const after = writeTree(join(home, 'theirs'), { 'src/lib.rs': 'mod b;', 'src/lib/b.rs': 'b' });
    const stage = await open(lock, [], { afterRoot: after });
    await stage.show('after');
    expect(readTree(stage.root)).toEqual({ ...readTree(after), 'Cargo.lock': readTree(root)['Cargo.lock'] });
  });

  test('leaves out a state folder that lies inside of the workspace', async () => {
    const { root } = await lockedWorkspace({ 'a.py': '' });
    const state = await stateFolderOf(root, { OMNI_REFACTOR_STATE: join(root, '.state') });
    const stage = await open({ state }, []);
    await open({ state }, []);
    expect(Object.keys(readTree(stage.root))).toEqual(['a.py']);
  });

  test('forgets what programs did to it, and never writes through a link that they made', async () => {
    const { root, lock } = await repository();
    const stage = await open(lock);
    const before = readTree(stage.root);
    writeTree(stage.root, { 'src/junk/x.snap': 'junk', 'target/debug/a': 'junk' });
    writeFileSync(join(stage.root, 'new.txt'), 'scribbled');
    rmSync(join(stage.root, 'gen'), { recursive: true });
    symlinkSync(join(root, 'gen'), join(stage.root, 'gen'));
    const inside = statSync(join(root, 'gen/version.py')).mtimeMs;
    await stage.show('before');
    expect(readTree(stage.root)).toEqual(before);
    expect(lstatSync(join(stage.root, 'gen')).isDirectory()).toBe(true);
    expect(statSync(join(root, 'gen/version.py')).mtimeMs).toBe(inside);
  });
});

describe('between runs', () => {
  test('unchanged files keep their times, changed ones get newer ones, gone ones go', async () => {
    const { root, lock } = await repository();
    const stage = await open(lock);
    const times = (): Record<string, number> =>
      Object.fromEntries(
        ['new.txt', 'src/lib.rs', '.git/HEAD'].map((path) => [path, statSync(join(stage.root, path)).mtimeMs]),
      );
    const first = times();
    writeFileSync(join(root, 'new.txt'), 'UNTRACKED');
    rmSync(join(root, 'src/old.rs'));
    const again = await open(lock, []);
    expect(again.root).toBe(stage.root);
    const second = times();
    expect(second['src/lib.rs']).toBe(first['src/lib.rs']);
    expect(second['.git/HEAD']).toBe(first['.git/HEAD']);
    expect(Math.floor(second['new.txt']! / 1000)).toBeGreaterThan(Math.floor(first['new.txt']! / 1000));
    expect(readFileSync(join(stage.root, 'new.txt'), 'utf8')).toBe('UNTRACKED');
    expect(readTree(stage.root)['src/old.rs']).toBeUndefined();
  });

  test('Python does not take a cached module of the other state for fresh', async () => {
    const { lock } = await lockedWorkspace({ 'm.py': 'V = 1\n' });
    const to2 = {
      ...EMPTY_CHANGE_SET,
      base: [{ path: 'm.py', hash: hashOf('V = 1\n'), mode: 0o644 }],
      edit: [{ path: 'm.py', edits: [{ start: 4, end: 5, text: '2', reason: 'free' as const }] }],
    };
    const stage = await open(lock, [to2]);
    mkdirSync(stage.scratch, { recursive: true });
    const run = (): string =>
      execFileSync('python3', ['-c', 'import m; print(m.V)'], {
        cwd: stage.root,
        env: { ...process.env, ...stageEnvironment(stage) },
        encoding: 'utf8',
      }).trim();
    const seen: string[] = [];
    for (const state of ['before', 'after', 'before', 'after'] as const) {
      await stage.show(state);
      seen.push(run());
    }
    expect(seen).toEqual(['1', '2', '1', '2']);
    expect(Object.keys(readTree(stage.root))).toEqual(['m.py']);
  });
});
