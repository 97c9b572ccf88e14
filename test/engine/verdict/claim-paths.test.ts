import { describe, expect, test } from 'vitest';
import type { Claim } from '../../../src/core/verdict.ts';
import { changesBetween } from '../../../src/engine/verdict/changes-between.ts';
import { claimPaths, joinedPaths } from '../../../src/engine/verdict/claim-paths.ts';
import { textEntry } from '../../../src/workspace/create-view.ts';
import type { FileEntry } from '../../../src/workspace/view.ts';
import { memoryView } from '../../helpers/memory-view.ts';

type Files = Readonly<Record<string, string>>;

function claimsOf(before: Files, after: Files): Record<string, Claim['by']> {
  const [old, now] = [memoryView(before), memoryView(after)];
  return Object.fromEntries(claimPaths(old, now, changesBetween(old, now)).map(({ path, by }) => [path, by]));
}

/** A change of one file in a workspace of others. */
const claimOf = (path: string, was: string | null, is: string | null, others: Files = {}): Claim['by'] | undefined => {
  const side = (text: string | null): Files => (text === null ? others : { ...others, [path]: text });
  return claimsOf(side(was), side(is))[path];
};

describe('what no rung reads is claimed by nothing', () => {
  test.each([
    '.cargo/config.toml',
    '.envrc',
    '.npmrc',
    '.gitignore',
    '.github/workflows/ci.yml',
    '.vscode/tasks.json',
    'Makefile',
    'Cargo.lock',
    'Cargo.toml',
    'clippy.toml',
    'build.sh',
    'conftest.ini',
    'package-lock.json',
    'rust-toolchain.toml',
    'setup.cfg',
    'shop/settings.json',
    'src/data.txt',
    'src/schema.sql',
    'src/template.html',
    'types/m.pyi',
    'tests/cmd/basic.md',
    'src/prompts/system.md',
    'docs',
  ])('%s', (path) => {
    expect([claimOf(path, null, 'a\n'), claimOf(path, 'a\n', 'b\n'), claimOf(path, 'a\n', null)]).toEqual([
      'nothing',
      'nothing',
      'nothing',
    ]);
  });
});

describe('named classes that nothing reads are inert', () => {
  test.each([
    'README.md',
    'CHANGELOG.md',
    'crates/press/README.md',
    'docs/guide/begin.md',
    'docs/index.rst',
    'LICENSE',
    'LICENSE-MIT',
    'LICENSE.txt',
    'AUTHORS',
    'CONTRIBUTING.md',
    'ARCHITECTURE.md',
    'CODEOWNERS',
    '.github/CODEOWNERS',
    '.github/PULL_REQUEST_TEMPLATE.md',
    'omni-refactor.baseline',
    'omni-refactor.toml',
  ])('%s', (path) => {
    expect([claimOf(path, null, 'a\n'), claimOf(path, 'a\n', 'b\n'), claimOf(path, 'a\n', null)]).toEqual([
      'inert',
      'inert',
      'inert',
    ]);
  });
});

describe('a document that something may read is not inert', () => {
  test.each<[string, string, Files]>([
    ['the docs of a crate', 'README.md', { 'src/lib.rs': '#![doc = include_str!("../README.md")]\n' }],
    ['a raw string', 'README.md', { 'src/lib.rs': 'const R: &str = include_str!(r#"../README.md"#);\n' }],
    [
      'bytes of a licence',
      'LICENSE',
      { 'src/m.rs': 'fn f<\'a>(x: &\'a [u8]) { let _ = include_bytes!("../LICENSE"); }\n' },
    ],
    [
      'behind lifetimes',
      'LICENSE',
      { 'src/m.rs': "impl<'a> X<'a> { fn f() -> &'static str { include_str!(\"../LICENSE\") } }\n" },
    ],
    [
      'parts of a name',
      'docs/a.md',
      { 'src/m.rs': 'const A: &str = include_str!(concat!("../docs/", "a", ".md"));\n' },
    ],
    ['a manifest readme', 'README.md', { 'Cargo.toml': '[package]\nname = "a"\nreadme = "README.md"\n' }],
    [
      'a project readme',
      'README.rst',
      { 'pyproject.toml': '[project]\nname = "a"\nreadme = { file = "README.rst" }\n' },
    ],
    ['a list of the package', 'CHANGELOG.md', { 'package.json': '{ "files": ["lib", "CHANGELOG.md"] }\n' }],
    ['a folder of the package', 'docs/a.md', { 'package.json': '{ "files": ["lib", "docs"] }\n' }],
    [
      'a step of a workflow',
      'README.md',
      { '.github/workflows/ci.yml': 'jobs:\n  t:\n    steps:\n      - run: python -m doctest README.md\n' },
    ],
    [
      'a script of a pipeline',
      'README.md',
      { '.gitlab-ci.yml': 't:\n  script:\n    - pytest --doctest-glob=README.md\n' },
    ],
    [
      'a hook',
      'README.md',
      { '.pre-commit-config.yaml': 'repos:\n  - repo: local\n    hooks:\n      - entry: doctest README.md\n' },
    ],
    ['a task', 'README.md', { 'mise.toml': '[tasks.t]\nrun = "python -m doctest README.md"\n' }],
    ['a program without an ending', 'CHANGELOG.md', { 'bin/release': '#!/bin/sh\nhead -1 CHANGELOG.md\n' }],
    ['a pattern of the package', 'README.md', { 'Cargo.toml': '[package]\ninclude = ["src/**", "README*"]\n' }],
    ['doctests of pages', 'docs/use.md', { 'pytest.ini': '[pytest]\naddopts = -q --doctest-glob=*.md\n' }],
    [
      'doctests of pages, in a list',
      'docs/use.md',
      { 'pyproject.toml': '[tool.pytest.ini_options]\naddopts = ["--doctest-glob", "docs/*.md"]\n' },
    ],
    [
      'doctests of a workflow',
      'docs/use.rst',
      { '.github/workflows/a.yml': "jobs:\n  t:\n    steps:\n      - run: pytest --doctest-glob='*.rst'\n" },
    ],
    ['a file of the package', 'shop/NEWS.txt', { 'shop/__init__.py': '' }],
    ['package data', 'shop/docs/help.md', { 'setup.cfg': '[options.package_data]\nshop = docs/*.md\n' }],
    ['a long description', 'README.md', { 'setup.py': 'setup(long_description=open("README.md").read())\n' }],
    ['setup.cfg', 'README.md', { 'setup.cfg': '[metadata]\nlong_description = file: README.md\n' }],
    ['MANIFEST.in', 'docs/a.md', { 'MANIFEST.in': 'recursive-include docs *.md\n' }],
    ['a test', 'docs/commands.md', { 'tests/it.rs': 'fn t() { std::fs::read_to_string("docs/commands.md"); }\n' }],
    ['all of a folder', 'docs/commands.md', { 'build.rs': 'fn main() { std::fs::read_dir("docs"); }\n' }],
    ['all of a kind', 'docs/a.md', { 'conftest.py': 'DOCS = list(ROOT.glob("**/*.md"))\n' }],
    [
      'computed names',
      'docs/a.md',
      { 'shop/help.py': 'def read(topic):\n    return open(f"docs/{topic}.md").read()\n' },
    ],
    [
      'an import',
      'README.md',
      { 'src/about.ts': "import text from '../README.md?raw';\nimport other from './README.md';\n" },
    ],
  ])('%s', (_, path, others) => {
    expect(claimOf(path, 'a\n', 'b\n', others)).toBe('nothing');
  });

  test.each<[string, string, Files]>([
    [
      'a workflow that starts for others',
      'README.md',
      { '.github/workflows/ci.yml': 'on:\n  push:\n    paths-ignore: [README.md]\n' },
    ],
    ['doctests of others', 'docs/use.md', { 'pytest.ini': '[pytest]\naddopts = --doctest-glob=*.rst\n' }],
    ['a comment', 'README.md', { 'src/lib.rs': '//! See README.md for more.\n' }],
    ['a web address', 'README.md', { 'Cargo.toml': '[package]\nhomepage = "https://example.org/README.md"\n' }],
    ['a sentence', 'docs/a.md', { 'src/m.rs': 'const HELP: &str = "for more see docs/a.md please";\n' }],
    ['what is left out', 'docs/a.md', { 'Cargo.toml': '[package]\nexclude = ["docs", "*.md"]\n' }],
    ['another file of the name', 'docs/a.md', { 'src/m.rs': 'const A: &str = include_str!("data.md");\n' }],
    ['a name of an environment', 'docs/a.md', { 'pyproject.toml': '[tool.hatch.envs.docs]\nfeatures = ["docs"]\n' }],
  ])('%s reads nothing', (_, path, others) => {
    expect(claimOf(path, 'a\n', 'b\n', others)).toBe('inert');
  });
});

test('a source that is gone is claimed by what stands for it, or by S as a part that was joined', () => {
  expect(claimsOf({ 'a.py': 'x = 1\n' }, { 'a/__init__.py': 'x = 1\n' })).toEqual({
    'a.py': 'rungs',
    'a/__init__.py': 'rungs',
  });
  expect(claimsOf({ 'a.py': 'x = 1\n', 'b.py': '' }, { 'b.py': 'y = 1\n', 'c.py': '' })).toEqual({
    'a.py': 'nothing',
    'b.py': 'rungs',
    'c.py': 'rungs',
  });
  for (const [before, after] of [
    [{ 'a.py': 'x = 1\n', 'b.py': '' }, { 'b.py': '' }],
    [{ 'a.py': '', 'a/__init__.py': '' }, { 'a/__init__.py': '' }],
  ] as const) {
    const [old, now] = [memoryView(before), memoryView(after)];
    const claims = claimPaths(old, now, changesBetween(old, now));
    expect(claims).toMatchObject([{ path: 'a.py', by: 'rungs', joined: true }]);
    expect(joinedPaths(claims)).toEqual(['a.py']);
  }
});

describe('state and mode', () => {
  const entry = (path: string, more: Partial<FileEntry> = {}): FileEntry => ({ ...textEntry(path, 'x\n'), ...more });
  const judged = (before: readonly FileEntry[], after: readonly FileEntry[]): readonly Claim[] => {
    const [old, now] = [before, after].map((files) => memoryView({}, { files, read: () => 'x\n' })) as [never, never];
    return claimPaths(old, now, changesBetween(old, now));
  };

  test('a link, a binary and an unreadable file are claimed by nothing, whatever they are called', () => {
    for (const state of ['symlink', 'binary', 'not-utf8', 'unreadable', 'too-large'] as const)
      for (const path of ['README.md', 'src/m.rs'])
        expect(judged([], [entry(path, { state, key: '' })])).toMatchObject([{ path, by: 'nothing' }]);
    expect(judged([entry('logo.png', { state: 'binary', key: 'a' })], [])).toMatchObject([{ by: 'nothing' }]);
  });

  test('what becomes executable, or ceases to be, is claimed by nothing', () => {
    expect(judged([], [entry('src/m.rs', { mode: 0o755 })])).toMatchObject([{ by: 'nothing' }]);
    expect(judged([entry('LICENSE')], [entry('LICENSE', { mode: 0o755 })])).toMatchObject([{ by: 'nothing' }]);
    expect(judged([entry('tool.py', { mode: 0o755 })], [entry('tool.py')])).toMatchObject([{ by: 'nothing' }]);
    expect(judged([entry('a.rs')], [entry('a.rs', { mode: 0o664 })])).toEqual([]);
    expect(judged([entry('tool.py', { mode: 0o755 })], [entry('tool/__init__.py', { mode: 0o755 })])).toMatchObject([
      { by: 'rungs' },
      { by: 'rungs' },
    ]);
  });

  test('two unreadable files are not taken for equal', () => {
    const lost = { state: 'unreadable', key: '', bytes: 0 } as const;
    expect(judged([entry('key.pem', lost)], [entry('key.pem', { ...lost })])).toMatchObject([{ by: 'nothing' }]);
  });
});
