import { expect, test } from 'vitest';
import { staysAFile } from '../../../../analyzers/readings/python/stays-a-file.ts';
import { proveStatic } from '../../../../src/engine/prove/python/prove-static.ts';
import { viewOf } from '../../../helpers/split-cases.ts';

const COMMON = { 'pkg/__init__.py': '' };

/** What S says against a split, or '' where it is proven. */
function said(before: Readonly<Record<string, string>>, after: Readonly<Record<string, string>>): string {
  const [old, now] = [viewOf({ ...COMMON, ...before }), viewOf({ ...COMMON, ...before, ...after })];
  const paths = Object.keys(after);
  return proveStatic(old, now, null, paths)
    .filter(({ verdict }) => verdict === 'failed')
    .map(({ why }) => why)
    .join('\n');
}

const TAIL = 'def one():\n    return 1\n\n\ndef two():\n    return 2\n';
const PART = (body: string) => ({
  'pkg/core.py': `from ._part import f as f\n\n\n${TAIL}`,
  'pkg/_part.py': `__name__ = "pkg.core"\n\n\n${body}`,
});
const WHOLE = (body: string) => ({ 'pkg/core.py': `${body}\n\n${TAIL}` });

test.each([
  [
    'a statement joined with the one above',
    'def f(x):\n    return\n    x.append(1)\n',
    'def f(x):\n    return x.append(1)\n',
  ],
  [
    'a call made of two statements',
    'def f(x):\n    y = str\n    (x)\n    return y\n',
    'def f(x):\n    y = str(x)\n    return y\n',
  ],
  ['two strings made one', 'def f():\n    "a"\n    "b"\n', 'def f():\n    "a" "b"\n'],
  ['blanks in a format that tells itself', 'def f(x):\n    return f"{x = }"\n', 'def f(x):\n    return f"{x=}"\n'],
])('%s is another statement', (_name, body, other) => {
  expect(said(WHOLE(body), PART(other))).toMatch(/that is new, or that stands twice/);
  expect(said(WHOLE(body), PART(body))).toBe('');
});

test('of two imports of one name the last one counts', () => {
  const others = { 'pkg/a.py': 'def g():\n    return 1\n', 'pkg/b.py': 'def g():\n    return 2\n' };
  const [first, second] = ['from .a import g\n', 'from .b import g\n'];
  const use = 'def f():\n    return g()\n';
  const before = { ...others, 'pkg/core.py': `${first}${second}\n\n${use}\n\n${TAIL}` };
  const after = (head: string) => ({
    'pkg/core.py': `${first}${second}from ._part import f as f\n\n\n${TAIL}`,
    'pkg/_part.py': `${head}\n__name__ = "pkg.core"\n\n\n${use}`,
  });
  expect(said(before, after(`${second}${first}`))).toMatch(/g means something else there/);
  expect(said(before, after(`${first}${second}`))).toBe('');
});

test('a module that comes back finds the definitions that it found before', () => {
  const plug = 'try:\n    from pkg.core import f\nexcept ImportError:\n    f = None\n';
  const f = 'def f():\n    return 1\n';
  const before = {
    'pkg/plug.py': plug,
    'pkg/core.py': `${f}\n\nfrom pkg import plug\n\n\ndef g():\n    return plug.f\n`,
  };
  const after = (facade: string) => ({
    'pkg/core.py': facade,
    'pkg/_part.py': `__name__ = "pkg.core"\n\n\n${f}`,
  });
  const g = '\n\ndef g():\n    return plug.f\n';
  expect(said(before, after(`from pkg import plug\nfrom ._part import f as f\n${g}`))).toMatch(
    /before f is bound there/,
  );
  expect(said(before, after(`from ._part import f as f\nfrom pkg import plug\n${g}`))).toBe('');
});

test('a file that is run by its path alone does not find what lies beside it', () => {
  const tool = { 'scripts/tool.py': `def f():\n    return 1\n\n\n${TAIL}` };
  const after = {
    'scripts/tool.py': `from tool_part import f as f\n\n\n${TAIL}`,
    'scripts/tool_part.py': '__name__ = "tool"\n\n\ndef f():\n    return 1\n',
  };
  const runs = { 'release.py': 'import runpy\n\nrunpy.run_path("scripts/tool.py")\n' };
  expect(said({ ...tool, ...runs }, after)).toMatch(/loaded by its path it does not find its parts/);
});

test('a package that loads what lies in its folder loads a new file too', () => {
  const list =
    'import importlib, pathlib\n\nFOUND = [one.stem for one in pathlib.Path(__path__[0]).glob("[a-z]*.py")]\nALL = [importlib.import_module(f"{__name__}.{one}") for one in FOUND]\n';
  const before = { 'pkg/plugins/__init__.py': list, 'pkg/plugins/csv.py': `def f():\n    return 1\n\n\n${TAIL}` };
  const after = {
    'pkg/plugins/csv.py': `from .csv_part import f as f\n\n\n${TAIL}`,
    'pkg/plugins/csv_part.py': '__name__ = "pkg.plugins.csv"\n\n\ndef f():\n    return 1\n',
  };
  expect(said(before, after)).toMatch(/plugins\/__init__.py:3 lists the files of this folder/);
});

test('pytest collects no test twice', () => {
  const before = { 'tests/test_a.py': `def test_f():\n    assert 1\n\n\n${TAIL}` };
  const after = {
    'tests/test_a.py': `from test_b import test_f as test_f\n\n\n${TAIL}`,
    'tests/test_b.py': '__name__ = "test_a"\n\n\ndef test_f():\n    assert 1\n',
  };
  expect(said(before, after)).toMatch(/pytest collects test_f here, and once more from/);
});

test('a part under its own name is proven for less', () => {
  const body = 'def f():\n    return 1\n';
  const [before, after] = [viewOf({ ...COMMON, ...WHOLE(body) }), viewOf({ ...COMMON, ...PART(body) })];
  const nameless = viewOf({ ...COMMON, ...PART(body), 'pkg/_part.py': body });
  const weakened = (now: typeof after) =>
    proveStatic(before, now, null, ['pkg/core.py', 'pkg/_part.py']).map((proof) => proof.weakened !== undefined);
  expect(weakened(after)).toEqual([false, false]);
  expect(weakened(nameless)).toEqual([false, true]);
});

test.each([
  ['tests/conftest.py', {}, /of this name/],
  ['tests/test_big.py', {}, /collected from files/],
  ['checks/check_big.py', { 'pytest.ini': '[pytest]\npython_files = check_*.py\n' }, /collected from files/],
  ['app/management/commands/sync.py', {}, /frameworks list/],
  [
    'app/plugins/csv.py',
    {
      'app/plugins/__init__.py':
        'import importlib, pathlib\nfor one in pathlib.Path(__path__[0]).glob("*.py"):\n    importlib.import_module(one.stem)\n',
    },
    /finds files/,
  ],
  [
    'tools/plug.py',
    { 'run.py': 'import importlib.util\nimportlib.util.spec_from_file_location(n, HERE / "tools" / f"{n}.py")\n' },
    /finds files/,
  ],
  ['tools/dash.py', { Dockerfile: 'CMD streamlit run tools/dash.py\n' }, /Dockerfile:1 names it by its path/],
  ['tools/hook.py', { 'cfg.json': '{"hook": "tools/hook.py"}\n' }, /cfg.json:1 names it by its path/],
] as const)('%s stays one file', (path, others, why) => {
  expect(staysAFile(viewOf({ ...others, [path]: TAIL }), path)).toMatch(why);
});

test.each([
  ['pkg/core.py', { 'setup.py': 'from setuptools import setup\n\nsetup(packages=["pkg"])\n' }],
  ['pkg/core.py', { 'tests/test_core.py': 'from pkg import core\n\n\ndef test():\n    assert core\n' }],
  ['pkg/core.py', { 'pkg/data.py': 'import os\n\nHERE = os.path.dirname(__file__)\nALL = os.listdir(HERE)\n' }],
  ['pkg/core.py', { 'README.md': 'See pkg/core.py\n', 'pkg/listing.py': 'import os\n\nos.listdir("/data")\n' }],
] as const)('%s may become a package', (path, others) => {
  expect(staysAFile(viewOf({ ...COMMON, ...others, [path]: TAIL }), path)).toBeNull();
});
