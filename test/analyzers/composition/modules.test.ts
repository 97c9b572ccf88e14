import { expect, test } from 'vitest';
import { composition } from '../../../analyzers/composition/index.ts';
import type { CrateTarget, Manifests } from '../../../src/workspace/manifests.ts';
import { memoryView } from '../../helpers/memory-view.ts';

const NONE: Manifests = { crates: [], distributions: [], packages: [], problems: [] };
const crate = (dir: string, name: string, targets: readonly Omit<CrateTarget, 'procMacro'>[]) => ({
  name,
  dir,
  manifest: `${dir}/Cargo.toml`,
  edition: '2021' as const,
  cargoRoot: dir,
  targets: targets.map((target) => ({ ...target, procMacro: false })),
  features: [],
});
const python = (importRoots: readonly string[]) => [
  { name: 'd', dir: '', manifest: 'pyproject.toml', importRoots, mixed: false },
];

const idsOf = (files: Record<string, string>, manifests: Partial<Manifests> = {}) =>
  Object.fromEntries(composition.run(memoryView(files, { readManifests: () => ({ ...NONE, ...manifests }) })).moduleOf);

test('Rust modules of all targets; a file of two targets belongs to the library', () => {
  const crates = [
    crate('a', 'my-tool', [
      { kind: 'bin', name: 'my-tool', path: 'a/src/main.rs' },
      { kind: 'lib', name: 'my_tool', path: 'a/src/lib.rs' },
      { kind: 'test', name: 'it', path: 'a/tests/it.rs' },
      { kind: 'build', name: 'build-script-build', path: 'a/build.rs' },
    ]),
  ];
  const files = {
    'a/src/lib.rs': 'mod shared; mod inline { mod file; } include!("x.in");',
    'a/src/x.in': 'mod y;',
    'a/src/y.rs': '',
    'a/src/main.rs': 'mod shared; mod own;',
    'a/src/shared.rs': '',
    'a/src/own.rs': '',
    'a/src/inline/file.rs': '',
    'a/tests/it.rs': 'mod common;',
    'a/tests/common/mod.rs': '',
    'a/build.rs': '',
    'a/src/orphan.rs': 'mod child;',
    'a/src/orphan/child.rs': '',
  };
  expect(idsOf(files, { crates })).toEqual({
    'a/src/lib.rs': 'my_tool',
    'a/src/x.in': 'my_tool',
    'a/src/y.rs': 'my_tool::y',
    'a/src/inline/file.rs': 'my_tool::inline::file',
    'a/src/shared.rs': 'my_tool::shared',
    'a/src/main.rs': 'my_tool[bin my-tool]',
    'a/src/own.rs': 'my_tool[bin my-tool]::own',
    'a/tests/it.rs': 'my_tool[test it]',
    'a/tests/common/mod.rs': 'my_tool[test it]::common',
    'a/build.rs': 'my_tool[build]',
    'a/src/orphan.rs': 'a/src/orphan.rs',
    'a/src/orphan/child.rs': 'a/src/orphan.rs::child',
  });
});

test('Rust without Cargo.toml: roots by name, then what nothing names', () => {
  expect(idsOf({ 'main.rs': 'mod a;', 'a.rs': '', 'b.rs': 'mod c;', 'b/c.rs': '' })).toEqual({
    'main.rs': 'main.rs',
    'a.rs': 'main.rs::a',
    'b.rs': 'b.rs',
    'b/c.rs': 'b.rs::c',
  });
});

// Files, import roots of the one distribution (null: no manifest), and the ids.
test.each([
  ['src layout', ['src'], { 'src/p/__init__.py': 'p', 'src/p/m.py': 'p.m', 'tests/test_m.py': 'test_m' }],
  ['namespace package', ['src'], { 'src/ns/p/__init__.py': 'ns.p', 'src/ns/p/m.pyi': 'ns.p.m' }],
  ['flat layout', [''], { 'p/__init__.py': 'p', 'p/q/__init__.py': 'p.q', 'tests/test_m.py': 'tests.test_m' }],
  [
    'no manifest',
    null,
    { 'lib/p/__init__.py': 'p', 'lib/p/q/__init__.py': 'p.q', 'lib/p/q/m.py': 'p.q.m', 'lib/run.py': 'run' },
  ],
  ['no identifier', null, { 'my-script.py': 'my-script.py', '__init__.py': '__init__' }],
])('Python: %s', (_title, importRoots, ids) => {
  const files = Object.fromEntries(Object.keys(ids).map((path) => [path, '']));
  expect(idsOf(files, importRoots ? { distributions: python(importRoots) } : {})).toEqual(ids);
});

test('JavaScript: the path without extension', () => {
  expect(idsOf({ 'a/b.ts': '', 'a/c.test.tsx': '', 'a/d.d.ts': '' })).toEqual({
    'a/b.ts': 'a/b',
    'a/c.test.tsx': 'a/c.test',
    'a/d.d.ts': 'a/d',
  });
});

test('what cannot be resolved says why; a ring of includes ends', () => {
  const files = {
    'lib.rs':
      'include!("a.rs"); include!(env!("OTHER")); include!(concat!(env!("OUT_DIR"), "/g.rs")); include_str!("/etc/x"); mod gone;',
    'a.rs': 'include!("lib.rs");',
  };
  const { splices } = composition.run(memoryView(files));
  expect(splices.filter(({ unresolved }) => unresolved !== null).map(({ unresolved }) => unresolved)).toEqual([
    'the path is computed by env!("OTHER")',
    'generated at build time',
    'outside of the workspace: /etc/x',
    'no such file: gone.rs or gone/mod.rs',
  ]);
});

test('folders that conditions choose for an inline module: each is looked into, and its own where no path is sure', () => {
  const crates = [crate('', 'a', [{ kind: 'lib', name: 'a', path: 'src/lib.rs' }])];
  const text = (attributes: string): string =>
    `${attributes}\npub mod os {\n    pub mod kind;\n    mod inner {\n        mod deep;\n    }\n}\n`;
  const files = {
    'src/on_unix/kind.rs': '',
    'src/other/kind/mod.rs': '',
    'src/os/kind.rs': '',
    'src/other/inner/deep.rs': '',
  };
  const modulesOf = (attributes: string) =>
    Object.entries(idsOf({ ...files, 'src/lib.rs': text(attributes) }, { crates }))
      .flatMap(([path, id]) => (id.startsWith('a::') ? [path] : []))
      .sort();
  const unix = '#[cfg_attr(unix, path = "on_unix")]';
  expect(modulesOf(`${unix}\n#[cfg_attr(not(unix), path = "other")]`)).toEqual(Object.keys(files).sort());
  expect(modulesOf(unix)).toEqual(['src/on_unix/kind.rs', 'src/os/kind.rs']);
  expect(modulesOf('#[path = "other"]')).toEqual(['src/other/inner/deep.rs', 'src/other/kind/mod.rs']);
  expect(modulesOf(`${unix}\n#[path = "other"]`)).toEqual([
    'src/on_unix/kind.rs',
    'src/other/inner/deep.rs',
    'src/other/kind/mod.rs',
  ]);
  expect(modulesOf('')).toEqual(['src/os/kind.rs']);
});
