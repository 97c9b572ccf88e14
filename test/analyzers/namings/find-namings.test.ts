import { expect, test } from 'vitest';
import { findNamings } from '../../../analyzers/namings/find-namings.ts';
import { readManifests } from '../../../src/workspace/read-manifests.ts';
import { memoryView } from '../../helpers/memory-view.ts';

const FILES: Readonly<Record<string, string>> = {
  'Cargo.toml':
    '[package]\nname = "demo"\nversion = "0.1.0"\nedition = "2021"\ninclude = [\n  "src/lib.rs",\n  "src/parse.rs",\n]\n',
  'src/lib.rs': 'pub mod parse;\n',
  'src/parse.rs': 'pub fn parse() {}\n',
  'src/other.rs': '#[path = "parse.rs"]\nmod again;\n// see src/parse.rs\nuse crate::parse;\n',
  'src/parse_more.rs': 'pub const NAME: &str = "src/reparse.rs";\n',
  'tests/source.rs':
    '#[test]\nfn is_short() {\n    let text = include_str!("../src/parse.rs");\n    let again = std::fs::read_to_string("src/parse.rs").unwrap();\n    assert!(text.len() < 99 && again.len() < 99);\n}\n',
  'tests/logs.rs': 'fn init() {\n    std::env::set_var("RUST_LOG", "demo::parse=debug,demo::parser=info");\n}\n',
  'tests/ui/bad.stderr': 'error: no\n --> src/parse.rs:3:1\n',
  'tests/snapshots/it.snap': '---\nsource: src/parse.rs\n---\nx\n',
  'build.rs': 'fn main() {\n    println!("cargo:rerun-if-changed=src/parse.rs");\n}\n',
  CODEOWNERS: '* @all\n/src/parse.rs @parsers\n/src/parse.rs.orig @nobody\n',
  'codecov.yml': 'ignore:\n  - "src/parse.rs"\n',
  '.github/workflows/ci.yml': 'on:\n  push:\n    paths:\n      - "src/parse.rs"\n',
  'README.md': 'The parser is in src/parse.rs.\n',
  'pyproject.toml':
    '[project]\nname = "orchard"\n\n[[tool.mypy.overrides]]\nmodule = "orchard.cellar"\n\n[tool.coverage.run]\nomit = ["orchard/cellar.py"]\n',
  'orchard/__init__.py': '',
  'orchard/cellar.py': 'import logging\n',
  'tests/test_cellar.py':
    'import logging\nlogging.getLogger("orchard.cellar").setLevel(10)\nfrom orchard.cellar import x\n',
};

const said = (path: string): string[] =>
  findNamings(memoryView(FILES, { readManifests }), [path]).map(({ path: at, line, why }) => `${at}:${line} ${why}`);

test('every place that names a Rust file by a string, and none that compilers follow', () => {
  expect(said('src/parse.rs')).toEqual([
    '.github/workflows/ci.yml:4 is a filter or command of CI: it does not see new files',
    'CODEOWNERS:2 gives it owners: new files need them too',
    'Cargo.toml:7 is a list of the manifest, such as `include`: new files are not on it',
    'build.rs:2 has cargo watch this file alone: new files are not watched',
    'codecov.yml:2 is a list for coverage: new files count apart',
    'tests/logs.rs:2 is a log target or filter: what moves logs below the new modules',
    'tests/snapshots/it.snap:2 is a snapshot that keeps the file it came from',
    'tests/source.rs:3 names the file as text: it may read its source',
    'tests/source.rs:4 names the file as text: it may read its source',
    'tests/ui/bad.stderr:2 is expected compiler output with file and line: it changes',
  ]);
});

test('a Python module is named by its path and by its dotted name', () => {
  expect(said('orchard/cellar.py')).toEqual([
    'pyproject.toml:5 is a setting for this file or module: new ones have none',
    'pyproject.toml:8 is a setting for this file or module: new ones have none',
    'tests/test_cellar.py:2 is a log target or filter: what moves logs below the new modules',
  ]);
});

test('a name that only ends alike, or a crate root named without its folder, is another file', () => {
  const files = { 'a/lib.rs': '', 'b/lib.rs': '', 'x.sh': 'cat b/lib.rs lib.rs mylib.rs lib.rst\n' };
  const found = findNamings(memoryView(files), ['a/lib.rs', 'b/lib.rs']);
  expect(found.map(({ names, start }) => `${names} ${start}`)).toEqual(['b/lib.rs 4']);
});

test('a module is found by the name that it is mounted under', () => {
  const files = {
    'Cargo.toml': '[package]\nname = "de-mo"\nversion = "0.1.0"\nedition = "2021"\n',
    'src/lib.rs': '#[path = "odd.rs"]\nmod even;\nmod deep;\n',
    'src/odd.rs': '',
    'src/c++.rs': '',
    'src/deep/mod.rs': 'mod even;\n',
    'src/deep/even.rs': '',
    'tests/logs.rs':
      'const RUST_LOG: &str = "de_mo::even=info,de_mo::odd=info,de_mo::deep=info,de_mo::deep::even=info";\n',
  };
  const view = memoryView(files, { readManifests });
  const starts = (path: string): number[] => findNamings(view, [path]).map(({ start }) => start);
  const at = (name: string): number => files['tests/logs.rs'].indexOf(`de_mo::${name}=`);
  expect(starts('src/odd.rs')).toEqual([at('even')]);
  expect(starts('src/deep/mod.rs')).toEqual([at('deep')]);
  expect(starts('src/deep/even.rs')).toEqual([at('deep::even')]);
  expect(starts('src/c++.rs')).toEqual([]);
});

test('no file is parsed where no string looks like the name of the module', () => {
  const view = memoryView({ ...FILES, 'tests/logs.rs': '' }, { readManifests });
  const blind = {
    ...view,
    facts: () => {
      throw new Error('parsed');
    },
  };
  expect(findNamings(blind, ['src/parse.rs'])).toHaveLength(9);
  expect(() => findNamings({ ...blind, text: memoryView(FILES).text }, ['src/parse.rs'])).toThrow('parsed');
});

test('the path of a target and a plan of this tool name nothing', () => {
  const plan = [
    'version: 1',
    'codemod: rust/split-module',
    'base:',
    '  - path: src/lib.rs',
    'limit: 60',
    'bound: { lines: 60, setBy: [] }',
    'modules:',
    'keep:',
    'refused:',
  ].join('\n');
  const files = {
    'Cargo.toml': '[package]\nname = "a"\n\n[lib]\npath = "src/lib.rs"\n',
    'src/lib.rs': '',
    'plan.yaml': `${plan}\n`,
    'plan.json': JSON.stringify(
      {
        schemaVersion: 1,
        kind: 'plan',
        version: 1,
        codemod: 'rust/split-module',
        base: [{ path: 'src/lib.rs' }],
        limit: 1,
        bound: {},
        modules: [],
        keep: [],
        refused: [],
      },
      null,
      2,
    ),
    'other.yaml': 'watch: src/lib.rs\n',
  };
  expect(findNamings(memoryView(files), ['src/lib.rs']).map(({ path }) => path)).toEqual(['other.yaml']);
});

test.each([
  ['BUILD.bazel', 'rust_library(\n    name = "demo",\n    srcs = ["src/lib.rs", "src/parse.rs"],\n)\n'],
  ['BUILD', 'rust_library(srcs = [\n    ":x",\n    "src/parse.rs",\n])\n'],
  ['BUCK', 'rust_library(srcs = glob(["src/parse.rs"]))\n'],
  ['build/rust.bzl', 'SOURCES = ["src/parse.rs"]\n'],
  ['meson.build', "sources = files('src/parse.rs')\n"],
])('the sources that %s lists are told as what another build lacks (R92)', (path, text) => {
  const view = memoryView({ ...FILES, [path]: text }, { readManifests });
  const found = findNamings(view, ['src/parse.rs']).filter((one) => one.path === path);
  expect(found.map(({ why }) => /\(R92\)$/.test(why))).toEqual([true]);
});
