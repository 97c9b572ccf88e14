import { expect, test } from 'vitest';
import { staysAFile } from '../../../../analyzers/readings/python/stays-a-file.ts';
import { pythonSplitModule } from '../../../../codemods/python/split-module/index.ts';
import { proveStatic } from '../../../../src/engine/prove/python/prove-static.ts';
import { handPlan } from '../../../helpers/plan-python.ts';
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

test.each([
  [
    'import pkgutil, importlib\nfrom pkg import plugins\n\nALL = [importlib.import_module(one.name) for one in pkgutil.iter_modules(plugins.__path__)]\n',
    /loader.py:4 lists the files of this folder/,
  ],
  [
    'import pkgutil, importlib\nfrom pkg import others\n\nALL = [importlib.import_module(one.name) for one in pkgutil.iter_modules(others.__path__)]\n',
    /^$/,
  ],
])('a loader beside the folder loads a new file too: %s', (loader, says) => {
  const before = {
    'pkg/plugins/__init__.py': '',
    'pkg/loader.py': loader,
    'pkg/plugins/csv.py': `def f():\n    return 1\n\n\n${TAIL}`,
  };
  const after = {
    'pkg/plugins/csv.py': `from .csv_part import f as f\n\n\n${TAIL}`,
    'pkg/plugins/csv_part.py': '__name__ = "pkg.plugins.csv"\n\n\ndef f():\n    return 1\n',
  };
  expect(said(before, after)).toMatch(says);
});

test.each([
  ['Path(__file__).parent / "a.json"', ''],
  ['Path(__file__).resolve().parent.parent', ''],
  ['Path(__file__).with_name("a.json")', ''],
  ['Path(os.path.dirname(os.path.abspath(__file__)))', ''],
  ['Path(__file__).stem', '__file__ is another file there'],
  ['Path(__file__).with_suffix(".json")', '__file__ is another file there'],
  ['Path(__file__).read_text()', '__file__ is another file there'],
  ['os.path.join(os.path.dirname(__file__), Path(__file__).name)', '__file__ is another file there'],
])('a unit that moves within its folder reads %s', (read, says) => {
  const head = 'import os\nfrom pathlib import Path\n\n';
  const body = `def f():\n    return ${read}\n`;
  const before = { 'pkg/core.py': `${head}\n${body}\n\n${TAIL}` };
  const after = {
    'pkg/core.py': `${head}from ._part import f as f\n\n\n${TAIL}`,
    'pkg/_part.py': `${head}__name__ = "pkg.core"\n\n\n${body}`,
  };
  expect(said(before, after)).toBe(says);
});

test.each([
  ['', /conf.py:3 loads it by its path, where it is in no package/],
  ['from . import other\n', /^$/],
])('a file of a package that is loaded by its path cannot import its parts', (head, says) => {
  const loads = 'import importlib.util\n\nspec = importlib.util.spec_from_file_location("core", "pkg/core.py")\n';
  const before = {
    'docs/conf.py': loads,
    'pkg/other.py': '',
    'pkg/core.py': `${head}def f():\n    return 1\n\n\n${TAIL}`,
  };
  const after = {
    'pkg/core.py': `${head}from ._part import f as f\n\n\n${TAIL}`,
    'pkg/_part.py': '__name__ = "pkg.core"\n\n\ndef f():\n    return 1\n',
  };
  expect(said(before, after)).toMatch(says);
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

test.each([
  [
    'pyproject.toml',
    '[tool.setuptools.dynamic]\nversion = {attr = "pkg.core.LIMIT"}\n',
    /has LIMIT read from the text/,
  ],
  ['setup.cfg', '[metadata]\nversion = attr: pkg.core.LIMIT\n', /has LIMIT read from the text/],
  ['pyproject.toml', '[tool.setuptools.dynamic]\nversion = {attr = "pkg.other.LIMIT"}\n', /^$/],
  ['pyproject.toml', '[tool.hatch.version]\npath = "pkg/core.py"\n', /^$/],
])('%s with %j: what a build reads from the text stays there', (settings, text, says) => {
  const before = { [settings]: text, 'pkg/core.py': `LIMIT = "1.0"\n\n\n${TAIL}` };
  const after = {
    'pkg/core.py': `from ._part import LIMIT as LIMIT\n\n\n${TAIL}`,
    'pkg/_part.py': '__name__ = "pkg.core"\n\nLIMIT = "1.0"\n',
  };
  expect(said(before, after)).toMatch(says);
  const view = viewOf({ ...COMMON, ...before });
  const plan = handPlan(view, 'pkg/core.py', { part: ['assign LIMIT'] });
  const made = pythonSplitModule.run(view, { path: 'pkg/core.py', plan, notes: false });
  const refused = made.status === 'refused' ? made.refusals.map(({ hazard }) => hazard) : [];
  expect(refused.includes('H35')).toBe(!says.test(''));
});

test.each<[string, Record<string, string>, RegExp]>([
  ['a script beside it', { 'src/main.py': 'from utils import f\n\nf()\n' }, /main.py:1 imports it as utils/],
  ['a test', { 'tests/test_it.py': 'import utils\n' }, /test_it.py:1 imports it as utils/],
  ['a server', { Procfile: 'web: gunicorn --chdir src utils:app\n' }, /Procfile:1 starts it as utils/],
  [
    'a function in the cloud',
    { 'template.yaml': 'Properties:\n  Handler: utils.f\n' },
    /template.yaml:2 starts it as utils/,
  ],
  ['a target', { Makefile: 'run:\n\tPYTHONPATH=$(CURDIR)/src python -m utils\n' }, /Makefile:2 starts it as utils/],
  ['a target of another folder', { Makefile: 'run:\n\tPYTHONPATH=tools python -m utils\n' }, /^$/],
  ['a script that means another', { 'src/main.py': 'from utils import g\n' }, /^$/],
  ['a test of a dependency', { 'tests/test_it.py': 'import utils\n', 'requirements.txt': 'utils==1.0\n' }, /^$/],
  ['a script that means one at the top', { 'src/main.py': 'import utils\n', 'utils.py': '' }, /^$/],
  ['its whole name', { 'main.py': 'from src.utils import f\n' }, /^$/],
])('a module of a package that %s loads by its bare name cannot import its parts', (_, others, says) => {
  const before = { ...others, 'src/__init__.py': '', 'src/utils.py': `def f():\n    return 1\n\n\n${TAIL}` };
  const after = {
    'src/utils.py': `from ._part import f as f\n\n\n${TAIL}`,
    'src/_part.py': '__name__ = "src.utils"\n\n\ndef f():\n    return 1\n',
  };
  expect(said(before, after)).toMatch(says);
});

test.each([
  ['patch.dict(core.__dict__, {"input": lambda: "bob"})', /writes to input of the module/],
  ['monkeypatch.setitem(vars(core), "input", None)', /writes to input of the module/],
  ['patch.dict(core.__dict__, {"open": None})', /^$/],
])('a test writes a builtin into the module: %s', (call, says) => {
  const body = 'def f():\n    return input()\n';
  const test = `from pkg import core\n\n\ndef test_f(monkeypatch):\n    with ${call}:\n        core.f()\n`;
  expect(said({ ...WHOLE(body), 'tests/test_it.py': test }, PART(body))).toMatch(says);
});

test.each([
  [
    'pkg/_part.py',
    'try:\n    from pkg._part import f\nexcept ImportError:\n    f = None\n',
    /main.py asks for pkg._part, and would get/,
  ],
  ['pkg/_part.py', 'from pkg import core\n', /^$/],
])('a new file at %s beside %j: who asked for it before gets it now', (_, main, says) => {
  const body = 'def f():\n    return 1\n';
  expect(said({ ...WHOLE(body), 'main.py': main }, PART(body))).toMatch(says);
});

test.each([
  ['optparse/__init__.py', 'optparse/_part.py', '._part', 'optparse', /^$/],
  ['core.py', 'textwrap.py', 'textwrap', 'core', /textwrap is a module of the standard library/],
])('%s and its part %s: below a name of the standard library, and beside it', (path, part, asked, own, says) => {
  const before = { [path]: `def f():\n    return 1\n\n\n${TAIL}` };
  const after = {
    [path]: `from ${asked} import f as f\n\n\n${TAIL}`,
    [part]: `__name__ = "${own}"\n\n\ndef f():\n    return 1\n`,
  };
  expect(said(before, after)).toMatch(says);
});
