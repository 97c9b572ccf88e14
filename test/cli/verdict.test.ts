import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ChangeSet } from '../../src/core/change-set.ts';
import { type Journey, journey } from '../helpers/journey.ts';
import { NAMED_RUST } from '../helpers/named-files.ts';

const commit = ({ git }: Journey): void => {
  git('add', '-A');
  git('commit', '-qm', 'more');
};

/** A right split, committed, with a further change in the same commit. */
async function splitAnd(change: (at: Journey) => void, extra: Readonly<Record<string, string>> = {}): Promise<Journey> {
  const at = journey('rust', extra);
  expect((await at.omni('split src/stall.rs --limit 60 --evidence S')).exitCode).toBe(0);
  change(at);
  commit(at);
  return at;
}

const uncovered = async ({ json }: Journey): Promise<readonly string[]> => {
  const shown = await json('verify', 'verify HEAD~1 HEAD --evidence S');
  const bare = shown.claims.filter(({ by }) => by === 'nothing').map(({ path }) => path);
  expect(shown.outcome).toBe(bare.length === 0 ? 'proven' : 'not-proven');
  return bare;
};

describe('verify covers every path that changed', () => {
  test.each<[string, (at: Journey) => void, Readonly<Record<string, string>>, readonly string[]]>([
    ['nothing else', () => {}, {}, []],
    [
      'data that a macro reads',
      ({ write }) => write({ 'src/data.txt': 'two\n' }),
      { 'src/data.txt': 'one\n' },
      ['src/data.txt'],
    ],
    [
      'a file that is gone',
      ({ git }) => git('rm', '-q', 'src/data.txt'),
      { 'src/data.txt': 'one\n' },
      ['src/data.txt'],
    ],
    ['flags of the compiler', ({ write }) => write({ '.cargo/config.toml': '[build]\n' }), {}, ['.cargo/config.toml']],
    ['a lock file', ({ write }) => write({ 'Cargo.lock': 'version = 4\n' }), {}, ['Cargo.lock']],
    ['a profile', ({ write }) => write({ 'crate/Cargo.toml': '[profile.dev]\n' }), {}, ['crate/Cargo.toml']],
    [
      'binary data',
      ({ root }) => writeFileSync(join(root, 'src/logo.bin'), Buffer.from([0, 1, 2])),
      {},
      ['src/logo.bin'],
    ],
    ['a link', ({ root }) => symlinkSync('Cargo.toml', join(root, 'README.md')), {}, ['README.md']],
    ['a mode', ({ root }) => chmodSync(join(root, 'src/till.rs'), 0o755), {}, ['src/till.rs']],
    [
      'a folder that is usually built',
      ({ write, git }) => {
        write({ 'dist/data.json': '{}\n' });
        git('add', '-f', 'dist/data.json');
      },
      {},
      ['dist/data.json'],
    ],
    [
      'what the configuration excludes',
      ({ write }) => write({ 'vendor/x.rs': 'fn y() {}\n' }),
      { 'omni-refactor.toml': 'exclude = ["vendor/**"]\n', 'vendor/x.rs': 'fn x() {}\n' },
      ['vendor/x.rs'],
    ],
    [
      'a submodule',
      ({ git, root }) => {
        mkdirSync(join(root, 'vendor/sub'), { recursive: true });
        git('update-index', '--add', '--cacheinfo', `160000,${git('rev-parse', 'HEAD')},vendor/sub`);
      },
      {},
      ['vendor/sub'],
    ],
    [
      'a document that the crate includes',
      ({ write }) => write({ 'README.md': 'two\n' }),
      { 'README.md': 'one\n', 'src/about.rs': '#![doc = include_str!("../README.md")]\n' },
      ['README.md'],
    ],
    [
      'documents, owners and this tool’s own files',
      ({ write }) =>
        write({ 'README.md': 'a\n', 'docs/a.md': 'a\n', CODEOWNERS: '* @a\n', 'omni-refactor.baseline': '' }),
      {},
      [],
    ],
  ])('%s', async (_, change, extra, expected) => {
    expect(await uncovered(await splitAnd(change, extra))).toEqual(expected);
  });

  test('what nothing reads is nothing to verify, and a manifest alone is not proven', async () => {
    const at = journey('rust');
    at.write({ 'CHANGELOG.md': '# News\n' });
    commit(at);
    expect(await at.json('verify', 'verify HEAD~1 HEAD')).toMatchObject({ outcome: 'unchanged' });
    at.write({ 'deny.toml': '[bans]\n' });
    commit(at);
    expect(await at.omni('verify HEAD~1 HEAD')).toMatchObject({ exitCode: 3 });
  });
});

describe('apply of a change set that somebody sent', () => {
  const text = (content: string): ChangeSet['create'][number]['parts'] => [{ text: content, reason: 'format' }];

  async function saved(): Promise<{ at: Journey; sets: ChangeSet[] }> {
    const at = journey('rust', { 'src/data.txt': 'one\n' });
    const { changeSets } = await at.json('split', 'split src/stall.rs --limit 60 --dry-run');
    return { at, sets: changeSets as ChangeSet[] };
  }

  async function applied(at: Journey, changeSets: readonly ChangeSet[]): Promise<number> {
    at.write({ 'change.json': JSON.stringify({ changeSets }) });
    const before = at.tree();
    const { exitCode } = await at.omni('apply change.json --evidence S');
    if (exitCode !== 0) expect(at.tree()).toEqual(before);
    return exitCode;
  }

  test('is written as it was made', async () => {
    const { at, sets } = await saved();
    expect(await applied(at, sets)).toBe(0);
  });

  test.each([
    '.envrc',
    '.npmrc',
    'Makefile',
    'run.sh',
    '.vscode/tasks.json',
    '.github/workflows/x.yml',
    '.cargo/config.toml',
    'README.md',
    'CODEOWNERS',
    'omni-refactor.toml',
    'tests/data.txt',
  ])('is not proven where it creates %s', async (path) => {
    const { at, sets } = await saved();
    const [set, ...rest] = sets as [ChangeSet, ...ChangeSet[]];
    const create = [...set.create, { path, mode: 0o644, parts: text('# only a comment\n') }];
    expect(await applied(at, [{ ...set, create }, ...rest])).toBe(3);
    expect(await applied(at, [{ ...set, edit: [], create: create.slice(-1), base: [] }])).toBe(3);
  });

  test('is not proven where a part can be executed', async () => {
    const { at, sets } = await saved();
    const loud = sets.map((set) => ({ ...set, create: set.create.map((one) => ({ ...one, mode: 0o755 })) }));
    expect(await applied(at, loud)).toBe(3);
  });

  test('is not proven where a manifest gets more than entries, whatever the reason says', async () => {
    const { at, sets } = await saved();
    const plan = await at.json('split', 'split src/till.rs --limit 40 --dry-run');
    const base = (plan.changeSets[0]!.base as ChangeSet['base'])[0]!;
    expect(base.path).toBe('src/till.rs');
    const [set, ...rest] = sets as [ChangeSet, ...ChangeSet[]];
    const { createHash } = await import('node:crypto');
    const manifest = at.git('show', 'HEAD:Cargo.toml');
    const own = { path: 'Cargo.toml', hash: createHash('sha256').update(`${manifest}\n`).digest('hex'), mode: 0o644 };
    const edits = [{ start: 0, end: 0, text: '[profile.dev]\nopt-level = 3\n', reason: 'manifest' as const }];
    const edit = [...set.edit, { path: 'Cargo.toml', edits }];
    expect(await applied(at, [{ ...set, base: [...set.base, own], edit }, ...rest])).toBe(3);
  });

  test('is not proven where it deletes what no prover reads', async () => {
    const { at, sets } = await saved();
    const [set, ...rest] = sets as [ChangeSet, ...ChangeSet[]];
    const { createHash } = await import('node:crypto');
    const own = { path: 'src/data.txt', hash: createHash('sha256').update('one\n').digest('hex'), mode: 0o644 };
    expect(await applied(at, [{ ...set, base: [...set.base, own], delete: [{ path: 'src/data.txt' }] }, ...rest])).toBe(
      3,
    );
  });
});

const many = (name: string): string =>
  Array.from({ length: 6 }, (_, i) => `def ${name}_${i}(x):\n${'    x = x + 1\n'.repeat(6)}    return x\n`).join(
    '\n\n',
  );

describe('what a split writes verifies as proven', () => {
  test.each<[string, 'rust' | 'python', Readonly<Record<string, string>>, string, readonly string[]]>([
    [
      'owners, a list of files and the budget',
      'rust',
      { ...NAMED_RUST, 'omni-refactor.toml': '[budget]\nfile-lines = 60\n' },
      'split src/shapes.rs --limit 60',
      ['CODEOWNERS', 'Cargo.toml', 'omni-refactor.baseline'],
    ],
    [
      'py-modules of a project',
      'python',
      {
        'pyproject.toml': '[project]\nname = "shop"\n[tool.setuptools]\npy-modules = ["shop"]\n',
        'shop.py': `${many('cask')}\n\n${many('barrel')}`,
      },
      'split shop.py --limit 60',
      ['pyproject.toml'],
    ],
    [
      'py_modules of setup.py',
      'python',
      {
        'setup.py': 'from setuptools import setup\n\nsetup(name="shop", py_modules=["shop"])\n',
        'shop.py': `${many('cask')}\n\n${many('barrel')}`,
      },
      'split shop.py --limit 60',
      ['setup.py'],
    ],
    [
      'py_modules of setup.cfg',
      'python',
      { 'setup.cfg': '[options]\npy_modules = shop\n', 'shop.py': `${many('cask')}\n\n${many('barrel')}` },
      'split shop.py --limit 60',
      ['setup.cfg'],
    ],
    [
      'a package',
      'python',
      { 'omni-refactor.toml': '[budget]\nfile-lines = 40\n' },
      'split orchard/cellar.py --limit 40',
      ['orchard/cellar/__init__.py'],
    ],
    [
      'module maps',
      'rust',
      { 'ARCHITECTURE.md': '# Map\n\n<!-- omni-refactor:modules -->\n<!-- /omni-refactor:modules -->\n' },
      'split src/stall.rs --limit 60 --notes',
      ['src/stall.rs'],
    ],
  ])('%s', async (_, language, extra, line, files) => {
    const at = journey(language, extra);
    await at.omni('init');
    commit(at);
    const split = await at.omni(`${line} --evidence S`);
    expect(split, split.stdout + split.stderr).toMatchObject({ exitCode: 0 });
    commit(at);
    const shown = await at.json('verify', 'verify HEAD~1 HEAD --evidence S');
    expect(shown.claims.filter(({ by }) => by === 'nothing')).toEqual([]);
    expect(shown.outcome).toBe('proven');
    expect(shown.claims.map(({ path }) => path)).toEqual(expect.arrayContaining([...files]));
  });
});
