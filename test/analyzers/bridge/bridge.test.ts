import { expect, test } from 'vitest';
import { bridge } from '../../../analyzers/bridge/index.ts';
import { parseConfig } from '../../../src/config/parse-config.ts';
import { readManifests } from '../../../src/workspace/read-manifests.ts';
import type { View } from '../../../src/workspace/view.ts';
import { memoryView } from '../../helpers/memory-view.ts';
import { mixed, RUST } from './bridge-files.ts';

const viewOf = (files: Readonly<Record<string, string>>, config = ''): View =>
  memoryView(files, { readManifests, config: parseConfig(config, 'omni-refactor.toml') });
const toldOf = (files: Readonly<Record<string, string>>, config = ''): string[] =>
  bridge
    .run(viewOf(files, config))
    .findings.filter(({ rule }) => rule !== 'bridge-stub-absent')
    .map(({ rule, symbol, place }) => `${rule} ${symbol} ${place.path}:${place.line}`);
const used = (text: string, rust = RUST): string[] => toldOf(mixed(rust, { 'python/acme/run.py': text }));

test.each<[string, string, string[]]>([
  ['what is there', 'from acme._core import LIMIT, Point, add\nadd(1, b=2)\nPoint(x=1).moved(3)\n', []],
  ['a name that is gone', 'from acme._core import gone\n', ['bridge-missing acme._core.gone python/acme/run.py:1']],
  [
    'an attribute that is gone, through an alias',
    'import acme._core as core\nx = core.gone\n',
    ['bridge-missing acme._core.gone python/acme/run.py:2'],
  ],
  [
    'a fallback that always runs',
    'try:\n    from acme._core import gone\nexcept ImportError:\n    gone = None\n',
    ['bridge-hidden acme._core.gone python/acme/run.py:2'],
  ],
  [
    'a guard that raises again',
    'try:\n    from acme._core import gone\nexcept ImportError:\n    raise\n',
    ['bridge-missing acme._core.gone python/acme/run.py:2'],
  ],
  [
    'a test that waits for it',
    'import pytest\nwith pytest.raises(ImportError):\n    from acme._core import gone\n',
    [],
  ],
  [
    'hasattr before a use: the question alone is told',
    'from acme import _core\nif hasattr(_core, "gone"):\n    _core.gone()\n',
    ['bridge-hidden acme._core.gone python/acme/run.py:2'],
  ],
  [
    'at once of what a call makes',
    'from acme._core import Point\nPoint(1).gone()\n',
    ['bridge-missing acme._core.Point.gone python/acme/run.py:2'],
  ],
  [
    'a call of what a call makes',
    'from acme._core import Point\nPoint(1).moved(1, 2)\n',
    ['bridge-arity acme._core.Point.moved python/acme/run.py:2'],
  ],
  [
    'through a variable',
    'from acme import _core\nf = _core.add\nf()\n',
    ['bridge-arity acme._core.add python/acme/run.py:3'],
  ],
  ['a variable that something else binds too', 'from acme import _core\nf = _core.add\nf = print\nf()\n', []],
  ['as a decorator', 'from acme._core import Point\n@Point.moved\ndef f(): ...\n', []],
  [
    'as a decorator that does not fit',
    'from acme._core import Point\n@Point.origin\ndef f(): ...\n',
    ['bridge-arity acme._core.Point.origin python/acme/run.py:2'],
  ],
  [
    'by a computed import',
    'import importlib\nm = importlib.import_module("acme._core")\nm.gone\n',
    ['bridge-missing acme._core.gone python/acme/run.py:3'],
  ],
  [
    'by an import that is relative to a package',
    'from importlib import import_module\nm = import_module("._core", package="acme")\nm.gone\n',
    ['bridge-missing acme._core.gone python/acme/run.py:3'],
  ],
  [
    'None where the import fails',
    'try:\n    from acme import _core\nexcept ImportError:\n    _core = None\nif _core:\n    _core.gone()\n',
    ['bridge-missing acme._core.gone python/acme/run.py:6'],
  ],
  [
    'something else where the import fails',
    'try:\n    from acme import _core\nexcept ImportError:\n    from acme import slow\n    _core = slow\n_core.gone()\n',
    [],
  ],
  ['a member that Python gives to a class', 'from acme._core import Point\nPoint.later = 1\nPoint(1).later\n', []],
  [
    'a member that setattr gives to a class',
    'from acme._core import Point\nsetattr(Point, "later", 1)\nPoint(1).later\n',
    [],
  ],
  [
    'tests that are not meant to pass',
    'import pytest\nfrom acme._core import add\n@pytest.mark.xfail\ndef test_a():\n    add()\n@pytest.mark.skip(reason="x")\ndef test_b():\n    add()\n',
    [],
  ],
  [
    'getattr with a literal',
    'from acme import _core\nx = getattr(_core, "gone")\n',
    ['bridge-missing acme._core.gone python/acme/run.py:2'],
  ],
  ['too few', 'from acme._core import add\nadd()\n', ['bridge-arity acme._core.add python/acme/run.py:2']],
  ['too many', 'from acme._core import add\nadd(1, 2, 3)\n', ['bridge-arity acme._core.add python/acme/run.py:2']],
  ['given twice', 'from acme._core import add\nadd(1, a=1)\n', ['bridge-arity acme._core.add python/acme/run.py:2']],
  ['a splat may give all', 'from acme._core import add\nadd(*args)\n', []],
  [
    'a strange keyword',
    'from acme._core import add\nadd(1, depth=2)\n',
    ['bridge-keyword acme._core.add python/acme/run.py:2'],
  ],
  [
    'a constant that is called',
    'from acme._core import LIMIT\nLIMIT()\n',
    ['bridge-kind acme._core.LIMIT python/acme/run.py:2'],
  ],
  [
    'a class that cannot be derived from',
    'from acme._core import Point\nclass Mine(Point):\n    pass\n',
    ['bridge-kind acme._core.Point python/acme/run.py:2'],
  ],
  ['a constructor', 'from acme._core import Point\nPoint()\n', ['bridge-arity acme._core.Point python/acme/run.py:2']],
  [
    'a method of an object that only the constructor made',
    'from acme._core import Point\np = Point(1)\np.gone()\np.moved()\n',
    [
      'bridge-missing acme._core.Point.gone python/acme/run.py:3',
      'bridge-arity acme._core.Point.moved python/acme/run.py:4',
    ],
  ],
  [
    'an object that something else may have made',
    'from acme._core import Point\np = Point(1)\np = other()\np.gone()\n',
    [],
  ],
  ['a shadowed name', 'from acme._core import add\ndef f(add):\n    add()\n', []],
  ['what Python itself sets', 'from acme import _core\n_core.extra = 1\n_core.extra\n', []],
  [
    'annotations that nobody evaluates',
    'from __future__ import annotations\nfrom acme import _core\ndef f(x: _core.gone): ...\n',
    [],
  ],
])('%s', (_, text, expected) => {
  expect(used(text)).toEqual(expected);
});

test('a package that re-exports all is seen through', () => {
  const files = mixed(RUST, {
    'python/acme/__init__.py': 'from ._core import *\nfrom .more import own\n',
    'python/acme/more.py': 'own = 1\n',
    'tests/test_it.py': 'import acme\nfrom acme import Point, own, gone\nacme.add()\nacme.lost\n',
  });
  expect(toldOf(files)).toEqual([
    'bridge-missing acme._core.gone tests/test_it.py:2',
    'bridge-arity acme._core.add tests/test_it.py:3',
    'bridge-missing acme._core.lost tests/test_it.py:4',
  ]);
});

test('a package that answers for names itself is open', () => {
  const files = mixed(RUST, {
    'python/acme/__init__.py': 'from ._core import *\ndef __getattr__(name): ...\n',
    'tests/test_it.py': 'from acme import gone\n',
  });
  expect(toldOf(files)).toEqual([]);
});

test.each<[string, string]>([
  ['a macro registers', RUST.replace('m.add("LIMIT", 10)?;', 'add_all!(m, A, B);')],
  ['a name is computed', RUST.replace('m.add("LIMIT", 10)?;', 'm.add(name(), 10)?;')],
  ['a class is made by a macro', RUST.replace('m.add("LIMIT", 10)?;', 'm.add_class::<Made>()?;')],
  ['a helper is not found', RUST.replace('m.add("LIMIT", 10)?;', 'elsewhere::register(m)?;')],
  ['a syntax error', `${RUST}\nfn (\n`],
])('%s: unknown, and no false alarm', (_, rust) => {
  const result = bridge.run(viewOf(mixed(rust, { 'python/acme/run.py': 'from acme._core import gone\n' })));
  expect(result.findings.filter(({ rule }) => rule === 'bridge-missing')).toEqual([]);
  expect(result.unknown.map(({ path }) => path)).toContain('src/lib.rs');
});

test('a feature that is off by default is unknown, one that is on holds', () => {
  const at = (feature: string): string =>
    RUST.replace('m.add("LIMIT", 10)?;', `#[cfg(feature = "${feature}")]\n    m.add("MORE", 1)?;`);
  const conditional = (feature: string): unknown =>
    bridge.run(viewOf(mixed(at(feature), {}))).details[0]!.values!.conditional;
  expect(conditional('usual')).toEqual([]);
  expect(conditional('rare')).toEqual([expect.stringContaining('acme._core.MORE')]);
  expect(used('from acme._core import MORE\n', at('rare'))).toEqual([]);
});

test('one name given twice is told where it is given again', () => {
  const rust = RUST.replace('m.add("LIMIT", 10)?;', 'm.add_class::<Point>()?;');
  expect(toldOf(mixed(rust, {}))).toEqual(['bridge-twice acme._core.Point src/lib.rs:22']);
});

test('a stub is held to names, kinds, parameters, defaults and members', () => {
  const stub = `from typing import Protocol
class Shape(Protocol): ...
def add(a: int, b: int = 3, *, deep: int | None = None) -> int: ...
def gone() -> None: ...
LIMIT: int
class Point:
    x: int
    def __new__(cls, y: int) -> Point: ...
    def moved(self, by: int = 1) -> int: ...
    @staticmethod
    def origin() -> Point: ...
    def length(self) -> float: ...
    def lost(self) -> None: ...
`;
  expect(toldOf(mixed(RUST, { 'python/acme/_core.pyi': stub })).sort()).toEqual([
    'bridge-kind acme._core.Point.length python/acme/_core.pyi:12',
    'bridge-stub-default acme._core.Point.moved python/acme/_core.pyi:9',
    'bridge-stub-default acme._core.add python/acme/_core.pyi:3',
    'bridge-stub-extra acme._core.Point.lost python/acme/_core.pyi:13',
    'bridge-stub-extra acme._core.gone python/acme/_core.pyi:4',
    'bridge-stub-signature acme._core.Point.__new__ python/acme/_core.pyi:8',
  ]);
});

test('a stub with syntax errors is unknown, and passes nothing', () => {
  const result = bridge.run(viewOf(mixed(RUST, { 'python/acme/_core.pyi': 'def add(: ...\n' })));
  expect(result.unknown.map(({ path }) => path)).toEqual(['python/acme/_core.pyi']);
});

test.each<[string, string]>([
  ['mock.patch', 'mock.patch("acme._core.add")\nadd()\n'],
  ['patch.object', 'mock.patch.object(_core, "add")\n_core.add()\n'],
  ['monkeypatch of an object', 'monkeypatch.setattr(_core, "gone", 1)\n_core.gone()\n'],
  ['monkeypatch by a path', "monkeypatch.setattr('acme._core.add', f)\nadd()\n"],
  ['setattr', 'setattr(_core, "gone", 1)\n_core.gone\n'],
  ['a misfit that is caught', 'try:\n    add()\nexcept TypeError:\n    pass\n'],
  [
    'a misfit of a method that is caught',
    'p = Point(1)\ntry:\n    p.moved()\nexcept (ValueError, TypeError):\n    pass\n',
  ],
])('%s: what a file replaces or catches is not judged there', (_, text) => {
  expect(used(`from acme import _core\nfrom acme._core import Point, add\n${text}`)).toEqual([]);
});

test('who catches every error has not asked for the misfit', () => {
  expect(used('from acme._core import add\ntry:\n    add()\nexcept Exception:\n    pass\n')).toEqual([
    'bridge-arity acme._core.add python/acme/run.py:3',
  ]);
});

test('a name that only type checkers see may stand in the stub alone', () => {
  const files = mixed(RUST, {
    'python/acme/_core.pyi': 'from typing import Any\nAlias = dict[str, Any]\nadd: Any\nPoint: Any\nLIMIT: int\n',
    'python/acme/run.py': 'from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from acme._core import Alias\n',
  });
  expect(toldOf(files)).toEqual([]);
});

test('importers hold who may import a bridge, and a crate that is not there is told at its place', () => {
  const config =
    '[[bridge]]\nmodule = "acme._core"\ncrate = "core"\nimporters = ["acme.*"]\n\n[[bridge]]\nmodule = "x"\ncrate = "lost"\n';
  const files = mixed(RUST, {
    'python/acme/run.py': 'from acme import _core\n',
    'tools/go.py': 'from acme._core import add\n',
  });
  expect(toldOf(files, config)).toEqual([
    'bridge-config lost omni-refactor.toml:6',
    'bridge-bypass acme._core tools/go.py:1',
  ]);
});

test('two crates that make one module are unknown, never an alarm', () => {
  const files = mixed(RUST, { 'python/acme/run.py': 'from acme._core import gone\n' });
  const again = {
    ...files,
    'b/Cargo.toml': files['Cargo.toml']!.replace('"core"', '"other"'),
    'b/pyproject.toml': files['pyproject.toml']!,
    'b/src/lib.rs': files['src/lib.rs']!,
  };
  const result = bridge.run(viewOf(again));
  expect(result.findings).toEqual([]);
  expect(result.unknown.map(({ path }) => path)).toEqual(['Cargo.toml', 'b/Cargo.toml']);
});

test('setuptools-rust names its modules in setup.py and pyproject.toml', () => {
  const files = mixed(RUST, { 'acme/__init__.py': '', 'acme/run.py': 'from acme._core import gone\n' });
  const { 'pyproject.toml': _, 'python/acme/__init__.py': __, ...rest } = files;
  const bySetup = {
    ...rest,
    'setup.py': 'setup(name="acme", rust_extensions=[RustExtension("acme._core", path="Cargo.toml")])\n',
  };
  const byTable = {
    ...rest,
    'pyproject.toml': '[project]\nname = "acme"\n\n[[tool.setuptools-rust.ext-modules]]\ntarget = "acme._core"\n',
  };
  for (const one of [bySetup, byTable]) expect(toldOf(one)).toEqual(['bridge-missing acme._core.gone acme/run.py:1']);
});

test('a workspace without PyO3 has nothing to look at', () => {
  expect(bridge.run(viewOf({ 'a.py': 'import b\n' }))).toMatchObject({ findings: [], checked: {}, unknown: [] });
});

test('code of Python that a module runs may export anything', () => {
  const rust = RUST.replace('m.add("LIMIT", 10)?;', 'm.py().run(c"import acme._core", None, None)?;');
  const files = mixed(rust, { 'python/acme/run.py': 'from acme._core import later\n' });
  expect(toldOf(files)).toEqual([]);
  expect(bridge.run(viewOf(files)).unknown).toMatchObject([{ path: 'src/lib.rs' }]);
});

test('helpers that call one another export nothing twice', () => {
  const rust = `${RUST.replace('m.add("LIMIT", 10)?;', 'one(m)?;')}
fn one(m: &Bound<'_, PyModule>) -> PyResult<()> { m.add("LIMIT", 10)?; two(m) }
fn two(m: &Bound<'_, PyModule>) -> PyResult<()> { one(m) }
`;
  expect(toldOf(mixed(rust, { 'python/acme/run.py': 'from acme._core import LIMIT\n' }))).toEqual([]);
});

test('a build tool that is not read may put the module into a package', () => {
  const pyproject =
    '[build-system]\nrequires = ["hatchling", "x"]\nbuild-backend = "hatchling.build"\n[project]\nname = "acme"\n';
  const python = { 'python/acme/run.py': 'from acme._core import gone\n' };
  expect(toldOf({ ...mixed(RUST, python), 'pyproject.toml': pyproject })).toEqual([
    'bridge-missing acme._core.gone python/acme/run.py:1',
  ]);
  const both = { ...python, 'python/acme/more.py': 'import _core\n' };
  expect(toldOf({ ...mixed(RUST, both), 'pyproject.toml': pyproject })).toEqual([]);
});

test('a manifest that cannot be read is unknown, and importers that are not there are told', () => {
  const broken = { ...mixed(RUST, {}), 'Cargo.toml': '[package\npyo3 = 1\n' };
  expect(bridge.run(viewOf(broken)).unknown).toMatchObject([{ path: 'Cargo.toml' }]);
  const config = '[[bridge]]\nmodule = "acme._core"\ncrate = "core"\nimporters = ["acme.lost"]\n';
  expect(toldOf(mixed(RUST, {}), config)).toEqual(['bridge-config acme.lost omni-refactor.toml:1']);
});

test('a helper of one feature and its stand-in without it: what either adds is unknown, never missing', () => {
  const rust = `#[cfg(feature = "rare")]
mod made;
#[cfg(feature = "rare")]
use made::fill;
#[cfg(not(feature = "rare"))]
fn fill(m: &Bound<'_, PyModule>) -> PyResult<()> { m.add("HAS", false) }
#[pymodule]
fn _core(m: &Bound<'_, PyModule>) -> PyResult<()> { fill(m) }
`;
  const made =
    'use pyo3::prelude::*;\npub fn fill(m: &Bound<PyModule>) -> PyResult<()> { m.add("HAS", true)?; m.add("BIG", 1) }\n';
  const files = mixed(
    rust,
    { 'python/acme/run.py': 'from acme._core import BIG, HAS, gone\n' },
    { 'src/made.rs': made },
  );
  expect(toldOf(files)).toEqual(['bridge-missing acme._core.gone python/acme/run.py:1']);
});

test('where no native module is, no source is read', () => {
  const view = viewOf({ 'acme/__init__.py': '', 'acme/run.py': 'import os\n', 'src/lib.rs': 'pub fn f() {}\n' });
  const read: string[] = [];
  const facts = (path: string): never => {
    read.push(path);
    throw new Error(`${path} was read`);
  };
  expect(bridge.run({ ...view, facts } as View).findings).toEqual([]);
  expect(read).toEqual([]);
});
