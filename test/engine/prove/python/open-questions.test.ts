import { expect, test } from 'vitest';
import { proveStatic } from '../../../../src/engine/prove/python/prove-static.ts';
import { viewOf } from '../../../helpers/split-cases.ts';

const HEAD = 'import logging\n\nlog = logging.getLogger("shop")\n\n\n';
const SELLS = 'def sell():\n    log.warning("sold")\n';
const STOCK = 'class Stock:\n    size = 1\n';
const REST = 'def rest():\n    return 1\n';

/** Hazards that the verdict names for a module from which one unit moved into a part, where another file has this text. */
function told(unit: string, path: string, text: string): string[] {
  const name = /(?:def|class) (\w+)/.exec(unit)![1]!;
  const needs = unit.includes('log.') ? HEAD : '';
  const other = { 'pkg/__init__.py': '', [path]: text };
  const before = viewOf({ ...other, 'pkg/shop.py': `${needs}${unit}\n\n${REST}` });
  const part = `${needs}__name__ = "pkg.shop"\n\n\n${unit}`;
  const after = viewOf({ ...other, 'pkg/shop.py': `from pkg._part import ${name}\n\n\n${REST}`, 'pkg/_part.py': part });
  const proofs = proveStatic(before, after, null, ['pkg/shop.py', 'pkg/_part.py']);
  return proofs.flatMap(({ weakened }) => weakened?.match(/H8[78]/g) ?? []);
}

test.each<[string, string, string, string[]]>([
  ['a format', 'log.ini', 'format=%(module)s %(message)s\n', ['H87']],
  ['a template', 'log.py', 'FORMAT = "{filename}:{lineno}"\n', ['H87']],
  ['a filter', 'log.py', 'def filter(record):\n    return record.module == "shop"\n', ['H87']],
  ['a list of attributes', 'log.py', 'KEYS = ["levelname", "module"]\n', ['H87']],
  ['loguru', 'log.py', 'from loguru import logger\nFORMAT = "{time} {file.name}:{line}"\n', ['H87']],
  ['structlog', 'log.py', 'import structlog\nADD = [structlog.processors.CallsiteParameter.FILENAME]\n', ['H87']],
  [
    'a test of records',
    'test_log.py',
    'def test_it(caplog):\n    assert [r.module for r in caplog.records] == ["shop"]\n',
    ['H87'],
  ],
  ['a handler', 'log.py', 'class H(logging.Handler):\n    def emit(self, r):\n        print(r.filename)\n', ['H87']],
  ['rich', 'log.py', 'HANDLERS = [RichHandler()]\n', ['H87']],
  ['tornado', 'log.py', 'enable_pretty_logging()\n', ['H87']],
  ['logzero', 'log.py', 'from logzero import setup_logger\n', ['H87']],
  ['absl', 'log.py', 'from absl import logging\n', ['H87']],
  ['a list of something else', 'log.py', 'KEYS = ["name", "module"]\n', []],
  ['an f-string, which asks no record', 'log.py', 'def at(filename):\n    return f"{filename}"\n', []],
  ['a template that is filled at once', 'log.py', 'X = "{filename}".format(filename=1)\n', []],
  ['nothing', 'log.py', 'FORMAT = "%(message)s"\n', []],
])('a part that logs shows less where %s asks for its place', (_, path, text, hazards) => {
  expect(told(SELLS, path, text)).toEqual(hazards);
});

test.each<[string, string, string[]]>([
  ['a class', STOCK, ['H88']],
  ['a function, which knows its file', REST.replace('rest', 'other'), []],
])('a part with %s that is called as the module was, where source is asked for', (_, unit, hazards) => {
  expect(told(unit, 'doc.py', 'import inspect\nfrom pkg.shop import rest\nprint(inspect.getsource(rest))\n')).toEqual(
    hazards,
  );
});

test.each([
  ['core.__warningregistry__.clear()\n', 1],
  ['core.clear()\n', 0],
  ['warnings.simplefilter("module")\n', 1],
  ['warnings.filterwarnings(action="module")\n', 1],
  ['run(["python", "-W", "error"])\n', 0],
  ['warnings.simplefilter("default")\n', 0],
])('a part that warns, where %s stands in another file', (text, count) => {
  const unit = 'def sell():\n    warnings.warn("sold")\n';
  const other = { 'pkg/__init__.py': '', 'tests/test_it.py': `from pkg import shop as core\n${text}` };
  const before = viewOf({ ...other, 'pkg/shop.py': `import warnings\n\n\n${unit}\n\n${REST}` });
  const part = `import warnings\n\n__name__ = "pkg.shop"\n\n\n${unit}`;
  const after = viewOf({ ...other, 'pkg/shop.py': `from pkg._part import sell\n\n\n${REST}`, 'pkg/_part.py': part });
  const proofs = proveStatic(before, after, null, ['pkg/shop.py', 'pkg/_part.py'], { leavesNames: false });
  expect(proofs.filter(({ weakened }) => weakened?.includes('warnings'))).toHaveLength(count);
});

/** What S says less of for a part that holds one unit, where another file has this text. */
function weakened(unit: string, path: string, text: string): string {
  const name = /(?:def |^)(\w+)/.exec(unit)![1]!;
  const other = { 'pkg/__init__.py': '', 'logs.py': 'import sys\n\n\ndef say():\n    return 1\n', [path]: text };
  const before = viewOf({ ...other, 'pkg/shop.py': `from logs import say\n\n\n${unit}\n\n${REST}` });
  const part = `${unit.includes('say(') ? 'from logs import say\n\n' : ''}__name__ = "pkg.shop"\n\n\n${unit}`;
  const facade = `from logs import say\n\nfrom pkg._part import ${name}\n\n\n${REST}`;
  const after = viewOf({ ...other, 'pkg/shop.py': facade, 'pkg/_part.py': part });
  const proofs = proveStatic(before, after, null, ['pkg/shop.py', 'pkg/_part.py'], { leavesNames: false });
  expect(proofs.map(({ verdict, why }) => `${verdict} ${verdict === 'failed' ? why : ''}`)).toEqual([
    'proven ',
    'proven ',
  ]);
  return proofs.map((proof) => proof.weakened ?? '').join('');
}

const CALLS = 'def sell():\n    say()\n';

test.each<[string, string, string, string, RegExp]>([
  [
    'asks who called it',
    CALLS,
    'logs.py',
    'import sys\n\n\ndef say():\n    print(sys._getframe(1).f_code.co_filename)\n',
    /its frames name its own file, which logs.py:5/,
  ],
  ['asks nobody', CALLS, 'logs.py', 'import sys\n\n\ndef say():\n    print(sys.argv)\n', /^$/],
  [
    'makes pages of comments',
    'LIMIT = 3  #: how many\n',
    'docs/conf.py',
    'extensions = ["sphinx.ext.autodoc"]\n',
    /Sphinx, as docs\/conf.py has it/,
  ],
  ['makes pages, and nothing is said', 'LIMIT = 3\n', 'docs/conf.py', 'extensions = ["sphinx.ext.autodoc"]\n', /^$/],
  [
    'links to sources',
    'def sell():\n    return 2\n',
    'docs/conf.py',
    'extensions = ["sphinx.ext.viewcode"]\n',
    /links to the source of its objects/,
  ],
  [
    'links to sources, and nothing has one',
    'LIMIT = 3\n',
    'docs/conf.py',
    'extensions = ["sphinx.ext.viewcode"]\n',
    /^$/,
  ],
  [
    'lists a folder that it is given',
    CALLS,
    'load.py',
    'import importlib, os\n\n\ndef load(folder="pkg"):\n    return [importlib.import_module(one) for one in os.listdir(folder)]\n',
    /load.py:5 lists files and may load/,
  ],
  [
    'lists it, and leaves such names out',
    CALLS,
    'load.py',
    'import importlib, os\n\n\ndef load(folder="pkg"):\n    return [importlib.import_module(one) for one in os.listdir(folder) if not one.startswith("_")]\n',
    /^$/,
  ],
  [
    'lists another',
    CALLS,
    'load.py',
    'import importlib, os\n\n\ndef load(folder="plugins"):\n    return [importlib.import_module(one) for one in os.listdir(folder)]\n',
    /^$/,
  ],
])('another file %s', (_, unit, path, text, says) => {
  expect(weakened(unit, path, text)).toMatch(says);
});

test('files that are named after the frame of a test are not compared', () => {
  const unit = 'def test_it():\n    verify("a")\n';
  const head = 'from approvaltests import verify\n\n';
  const before = viewOf({ 'pkg/__init__.py': '', 'pkg/shop.py': `${head}\n${unit}\n\n${REST}` });
  const after = viewOf({
    'pkg/__init__.py': '',
    'pkg/shop.py': `${head}from pkg._part import test_it\n\n\n${REST}`,
    'pkg/_part.py': `${head}__name__ = "pkg.shop"\n\n\n${unit}`,
  });
  const proofs = proveStatic(before, after, null, ['pkg/shop.py', 'pkg/_part.py'], { leavesNames: false });
  expect(proofs.flatMap(({ weakened: why }) => why ?? []).join()).toContain('approvaltests');
});

const LISTS = 'import os\nimport pkgutil\n\nimport pkg\n';

test.each<[string, string, string, RegExp]>([
  [
    'the file of the module',
    'a.py',
    'from pkg import shop\nprint(open(shop.__file__).read())\n',
    /^a\.py:2 asks where/,
  ],
  ['the file of another', 'a.py', 'from pkg import other\nprint(other.__file__)\n', /^$/],
  [
    'the text of the module',
    'a.py',
    'import inspect\nfrom pkg import shop\ninspect.getsource(shop)\n',
    /^a\.py:3 reads the text.*H88/,
  ],
  [
    'its classes by its name',
    'a.py',
    'import pyclbr\npyclbr.readmodule_ex("pkg.shop")\n',
    /^a\.py:2 reads the text.*H88/,
  ],
  ['the text of a function', 'a.py', 'import inspect\nfrom pkg.shop import rest\ninspect.getsource(rest)\n', /^$/],
  [
    'first lines',
    'a.py',
    'def order(fs):\n    return sorted(fs, key=lambda f: f.__code__.co_firstlineno)\n',
    /^a\.py:2 reads on which lines/,
  ],
  [
    'the modules of the package',
    'pkg/a.py',
    `${LISTS}print([m.name for m in pkgutil.iter_modules(pkg.__path__)])\n`,
    /^pkg\/a\.py:5 lists the files.*N2/,
  ],
  [
    'the files of its folder',
    'b/a.py',
    `${LISTS}print(os.listdir(os.path.dirname(pkg.__file__)))\n`,
    /b\/a\.py:5 lists the files.*N2/,
  ],
  [
    'its own folder',
    'pkg/a.py',
    'from pathlib import Path\n\nHERE = Path(__file__).parent\nprint(sorted(HERE.glob("*.py")))\n',
    /^pkg\/a\.py:4 lists/,
  ],
  [
    'all below the root',
    'a.py',
    'from pathlib import Path\n\nHERE = Path(__file__).parent\nprint(sorted(HERE.rglob("*.py")))\n',
    /^a\.py:4 lists/,
  ],
  [
    'the root alone',
    'a.py',
    'from pathlib import Path\n\nHERE = Path(__file__).parent\nprint(sorted(HERE.glob("*.py")))\n',
    /^$/,
  ],
  [
    'files of another kind',
    'pkg/a.py',
    'from pathlib import Path\nprint(list(Path(__file__).parent.glob("*.json")))\n',
    /^$/,
  ],
  [
    'a folder below',
    'pkg/a.py',
    'import os\nprint(os.listdir(os.path.join(os.path.dirname(__file__), "data")))\n',
    /^$/,
  ],
  ['the folder above', 'pkg/a.py', 'import os\nprint(os.listdir(os.path.dirname(os.path.dirname(__file__))))\n', /^$/],
  [
    'what does not begin with an underscore',
    'pkg/a.py',
    'import os\nprint([n for n in os.listdir(os.path.dirname(__file__)) if not n.startswith("_")])\n',
    /^$/,
  ],
])('another file asks for %s', (_, path, text, says) => {
  expect(weakened('def sell():\n    return 2\n', path, text)).toMatch(says);
});

test('a package that lists itself finds its parts', () => {
  const own =
    'import os\n\n__all__ = [n[:-3] for n in os.listdir(os.path.dirname(__file__)) if n.endswith(".py")]\n\n\n';
  const before = viewOf({ 'pkg/__init__.py': `${own}def sell():\n    return 2\n\n\n${REST}` });
  const facade = `import os\n\nfrom pkg._part import sell\n\n${own.slice('import os\n\n'.length)}${REST}`;
  const part = '__name__ = "pkg"\n\n\ndef sell():\n    return 2\n';
  const after = viewOf({ 'pkg/__init__.py': facade, 'pkg/_part.py': part });
  const proofs = proveStatic(before, after, null, ['pkg/__init__.py', 'pkg/_part.py'], { leavesNames: false });
  expect(proofs.map(({ weakened }) => weakened ?? '').join('')).toMatch(/pkg\/__init__\.py:3 lists the files/);
});
