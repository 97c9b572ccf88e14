import { expect, test } from 'vitest';
import { textEntry } from '../../src/workspace/create-view.ts';
import { readManifests } from '../../src/workspace/read-manifests.ts';

const read = (files: Readonly<Record<string, string>>) =>
  readManifests(
    Object.entries(files).map(([path, text]) => textEntry(path, text)),
    (path) => files[path]!,
  );

const PROJECT = '[project]\nname = "demo"\n';

test.each<[string, Record<string, string>, object]>([
  [
    'src layout',
    { 'pyproject.toml': PROJECT, 'src/demo/__init__.py': '' },
    { name: 'demo', importRoots: ['src'], mixed: false },
  ],
  ['flat layout', { 'pyproject.toml': PROJECT, 'demo/__init__.py': '', 'src/lib.rs': '' }, { importRoots: [''] }],
  ['a namespace package in src', { 'pyproject.toml': PROJECT, 'src/corp/part.py': '' }, { importRoots: ['src'] }],
  ['src that is a package', { 'pyproject.toml': PROJECT, 'src/__init__.py': '' }, { importRoots: [''] }],
  [
    'maturin with its own source folder',
    { 'pyproject.toml': `${PROJECT}[build-system]\nbuild-backend = "maturin"\n[tool.maturin]\npython-source = "py"\n` },
    { importRoots: ['py'], mixed: true },
  ],
  [
    'maturin and a python folder',
    {
      'pyproject.toml': '[build-system]\nrequires = ["maturin>=1"]\nbuild-backend = "maturin"\n',
      'python/d/__init__.py': '',
    },
    { importRoots: ['python'], mixed: true, name: '' },
  ],
  ['setuptools-rust', { 'pyproject.toml': '[build-system]\nrequires = ["setuptools-rust"]\n' }, { mixed: true }],
  [
    'setuptools where',
    { 'pyproject.toml': `${PROJECT}[tool.setuptools.packages.find]\nwhere = ["lib", "more"]\n` },
    { importRoots: ['lib', 'more'] },
  ],
  [
    'poetry from',
    { 'p/pyproject.toml': '[tool.poetry]\nname = "poem"\npackages = [{ include = "poem", from = "lib" }]\n' },
    { name: 'poem', dir: 'p', importRoots: ['p/lib'] },
  ],
  [
    'hatch packages',
    { 'pyproject.toml': `${PROJECT}[tool.hatch.build.targets.wheel]\npackages = ["source/demo"]\n` },
    { importRoots: ['source'] },
  ],
  ['flit', { 'pyproject.toml': '[tool.flit.metadata]\nmodule = "light"\n' }, { name: 'light' }],
  [
    'setup.cfg',
    { 'setup.cfg': '[metadata]\nname = cfg-demo\n[options]\npackage_dir =\n    = lib\n' },
    { name: 'cfg-demo', manifest: 'setup.cfg', importRoots: ['lib'] },
  ],
  [
    'setup.py',
    { 'setup.py': "from setuptools import setup, find_packages\nsetup(name='old', packages=find_packages('src'))\n" },
    { name: 'old', manifest: 'setup.py', importRoots: ['src'] },
  ],
])('Python: %s', (_title, files, expected) => {
  const { distributions, problems } = read(files);
  expect(problems).toEqual([]);
  expect(distributions).toEqual([expect.objectContaining(expected)]);
});

test('configuration of tools alone is no distribution', () => {
  expect(
    read({ 'pyproject.toml': '[tool.ruff]\nline-length = 100\n', 'setup.cfg': '[flake8]\nx = 1\n' }).distributions,
  ).toEqual([]);
});

test('JavaScript packages find the tsconfig above them', () => {
  const { packages } = read({
    'package.json': '{"name":"top","workspaces":["p/*"]}',
    'tsconfig.json': '{}',
    'p/a/package.json': '\ufeff{"name":"a"}',
    'p/b/package.json': '{}',
    'p/b/tsconfig.json': '{ // comments are allowed here\n}',
  });
  expect(packages.map((item) => `${item.name} ${item.dir} ${item.tsconfig}`)).toEqual([
    'a p/a tsconfig.json',
    'p/b p/b p/b/tsconfig.json',
    'top  tsconfig.json',
  ]);
});

test('broken manifests are problems with a line; the others still count', () => {
  const { crates, problems } = read({
    'bad/Cargo.toml': '[package]\nname = "x"\nname = "y"\n',
    'good/Cargo.toml': '[package]\nname = "good"\nedition = "2021"\n',
    'good/src/lib.rs': '',
    'lost/Cargo.toml': '[package]\nname = "lost"\n[[bin]]\nname = "b"\npath = "nowhere.rs"\n',
    'nameless/Cargo.toml': '[package]\nversion = "1.0.0"\n',
    'package.json': '{\n  "name": oops\n}\n',
    'py/pyproject.toml': '[project\n',
    'template/Cargo.toml': '[package]\nname = "{{name}}"\n',
    'ws/Cargo.toml': '[workspace]\nmembers = []\n',
    'ws/stray/Cargo.toml': '[package]\nname = "stray"\n',
  });
  expect(crates.map((crate) => crate.name)).toEqual(['good', 'lost', 'stray']);
  expect(problems.map(({ path, line }) => `${path}:${line}`)).toEqual([
    'bad/Cargo.toml:3',
    'lost/Cargo.toml:null',
    'nameless/Cargo.toml:null',
    'package.json:2',
    'py/pyproject.toml:1',
    'template/Cargo.toml:null',
    'ws/stray/Cargo.toml:null',
  ]);
});
