import { expect, it } from 'vitest';
import { loadedApart } from '../../../../analyzers/readings/python/loaded-apart.ts';
import { staysAFile } from '../../../../analyzers/readings/python/stays-a-file.ts';
import { memoryView } from '../../../helpers/memory-view.ts';

const CORE = 'def hello():\n    return 1\n';
const why = (others: Readonly<Record<string, string>>, core = CORE): string | null =>
  staysAFile(memoryView({ 'pkg/__init__.py': '', 'pkg/core.py': core, ...others }), 'pkg/core.py');
const asked = (text: string) => why({ 'main.py': text })?.replace(/ asks .*/, '') ?? null;

it.each<[string, string, string | null]>([
  ['its file', 'from pathlib import Path\nfrom pkg import core\nHERE = Path(core.__file__).parent\n', 'main.py:3'],
  ['its file by an alias', 'import os\nimport pkg.core as c\nHERE = os.path.dirname(c.__file__)\n', 'main.py:3'],
  ['its file in a table', 'import sys\nHERE = sys.modules["pkg.core"].__file__\n', 'main.py:2'],
  [
    'its package',
    'from importlib import resources\nfrom pkg import core\nresources.files(core.__package__)\n',
    'main.py:3',
  ],
  ['data beside it', 'import pkgutil\nTEXT = pkgutil.get_data("pkg.core", "data.txt")\n', 'main.py:2'],
  [
    'data beside it by the module',
    'from importlib.resources import files\nfrom pkg import core\nfiles(core)\n',
    'main.py:3',
  ],
  ['the file of a function', 'import inspect\nfrom pkg.core import hello\ninspect.getfile(hello)\n', 'main.py:3'],
  ['the file of its code', 'from pkg.core import hello\nhello.__code__.co_filename\n', 'main.py:2'],
  ['its origin', 'from importlib.util import find_spec\nfind_spec("pkg.core").origin\n', 'main.py:2'],
  [
    'whether modules are packages',
    'import pkgutil\nimport pkg\n[m.name for m in pkgutil.iter_modules(pkg.__path__) if not m.ispkg]\n',
    'main.py:3',
  ],
  ['all modules below', 'import pkgutil\nimport pkg\nlist(pkgutil.walk_packages(pkg.__path__))\n', 'main.py:3'],
  [
    'the files of its folder',
    'import os\nimport pkg\nos.listdir(os.path.dirname(pkg.__file__))\n',
    'main.py finds files of its folder by their paths',
  ],
  ['the names of modules', 'import pkgutil\nimport pkg\nlist(pkgutil.iter_modules(pkg.__path__))\n', null],
  ['the file of another', 'from pkg import core, other\nHERE = other.__file__\n', null],
  ['its own file', 'from pkg import core\nHERE = __file__\n', null],
  ['the file of another function', 'import inspect\nfrom pkg import core\ninspect.getfile(main)\n', null],
  ['files of another', 'from importlib.resources import files\nfrom pkg import core\nfiles("pkg.data")\n', null],
])('a module stays a file where another one asks for %s', (_, text, place) => {
  expect(asked(text)).toBe(place);
});

it.each<[string, string, string, string | null]>([
  ['a script by its name', 'run.sh', 'exec python3 -m pkg.core "$@"\n', 'run.sh:1 runs it'],
  ['an image by its name', 'Dockerfile', 'FROM python\nCMD ["python", "-m", "pkg.core"]\n', 'Dockerfile:2 runs it'],
  ['a script that goes to the folder', 'run.sh', 'cd pkg && exec python3 core.py\n', 'run.sh:1 runs it'],
  ['a script by a pattern', 'build.sh', 'mkdir out\ncp pkg/*.py out/\n', 'build.sh:2 means it by the pattern pkg/*.py'],
  [
    'a script by a pattern in the folder',
    'Makefile',
    'all:\n\tcd pkg && cp *.py ../out\n',
    'Makefile:2 means it by the pattern *.py',
  ],
  ['a script by a pattern for all folders', 'build.sh', 'cp --parents pkg/**/*.py out/\n', null],
  ['a script that runs another', 'run.sh', 'python3 -m pkg.core.other\npython3 other/core.py\n', null],
  ['a script for another folder', 'build.sh', 'cp app/*.py out/\n', null],
])('a module stays a file where it is meant by %s', (_, path, text, expected) => {
  expect(why({ [path]: text })).toBe(expected);
});

it.each<[string, string, string | null]>([
  ['prints', `${CORE}\n\nprint(hello())\n`, 'it calls `print` when it is run'],
  ['asks for its name', `${CORE}\n\n__name__ == '__main__' and hello()\n`, 'it asks whether it is run as a program'],
  ['shows how to print', `"""\nprint(hello())\n"""\n${CORE}`, null],
  ['only defines', CORE, null],
])('a module stays a file where it %s', (_, text, expected) => {
  expect(why({}, text)).toBe(expected);
});

it.each<[string, string, Readonly<Record<string, string>>, string | null]>([
  ['an application', 'from flask import Flask\napp = Flask(__name__)\n', {}, 'pkg/core.py:2 tells Flask its name'],
  ['a keyword', 'import x\nx.Loader(package=__name__)\n', {}, 'pkg/core.py:2 tells x.Loader its name'],
  ['a logger', 'import logging\nlog = logging.getLogger(__name__)\n', {}, null],
  ['a loader', CORE, { 'main.py': 'import jinja2\njinja2.PackageLoader("pkg.core")\n' }, 'main.py:2 names it'],
  ['what runs it', CORE, { 'main.py': 'import runpy\nrunpy.run_module("pkg.core")\n' }, 'main.py:2 names it'],
  ['a loader of another', CORE, { 'main.py': 'import jinja2\njinja2.PackageLoader("pkg.cores")\n' }, null],
  [
    'a helper that looks at its caller',
    'from pkg.near import near\nnear("x")\n',
    { 'pkg/near.py': 'import inspect\ndef near(name):\n    return inspect.stack()[1].filename\n' },
    'pkg/near.py:3 looks at the file',
  ],
])('a module stays a file where its name is given to %s', (_, core, others, expected) => {
  const found = why(others, core);
  if (expected === null) expect(found).toBeNull();
  else expect(found).toContain(expected);
});

it.each<[string, string, Readonly<Record<string, string>>, string | null]>([
  [
    'a style sheet',
    'CSS_PATH = "core.tcss"\n',
    { 'pkg/core.tcss': '' },
    'it names pkg/core.tcss, which lies beside it',
  ],
  [
    'a text below it',
    'TEXT = "./data/a.txt"\n',
    { 'pkg/data/a.txt': '' },
    'it names pkg/data/a.txt, which lies beside it',
  ],
  ['a file that is elsewhere', 'CSS_PATH = "core.tcss"\n', { 'other/core.tcss': '' }, null],
  ['a module', 'NAME = "other.py"\n', { 'pkg/other.py': '' }, null],
])('it names %s', (_, core, others, reason) => {
  expect(why(others, core)).toBe(reason);
});

it('a file of steps is run by its path', () => {
  const files = { 'features/a.feature': 'Feature: a\n', 'features/steps/core.py': CORE };
  expect(staysAFile(memoryView(files), 'features/steps/core.py')).toMatch(/^frameworks list/);
  expect(loadedApart(memoryView(files), 'features/steps/core.py')).toMatch(/^behave runs/);
  expect(loadedApart(memoryView({ 'steps/core.py': CORE }), 'steps/core.py')).toBeNull();
});

it.each<[string, string, string | null]>([
  [
    'looks for the file of a class',
    'import inspect\n\n\nclass Base:\n    def text(self):\n        return inspect.getfile(type(self))\n',
    'pkg/base.py:6 asks for the file of a class',
  ],
  [
    'looks for it by the module',
    'import sys\n\n\nclass Base:\n    def text(self):\n        return sys.modules[self.__module__].__file__\n',
    'pkg/base.py:6 asks for the file of a class',
  ],
  [
    'looks for the module alone',
    'import sys\n\n\nclass Base:\n    def text(self):\n        return sys.modules[self.__module__].__doc__\n',
    null,
  ],
])('a base that %s', (_, base, reason) => {
  expect(why({ 'pkg/base.py': base }, 'from .base import Base\n\n\nclass One(Base):\n    pass\n')).toBe(reason);
});

it.each<[string, Readonly<Record<string, string>>, string]>([
  ['checks/core_check.py', { Makefile: 't:\n\tpython -m unittest discover -s checks -p "*_check.py"\n' }, 'collected'],
  ['tool.py', { '.vimrc': 'pyfile tool.py\n' }, '.vimrc:1'],
  ['bin/tool.py', { 'tool.service': 'ExecStart=/opt/app/bin/tool.py\n' }, 'tool.service:1'],
  ['tool.py', { 'docs/a.md': 'See tool.py\n', 'tool.py': '# /// script\n# dependencies = []\n# ///\n' }, 'requires'],
  ['dags/daily.py', { 'dags/daily.py': 'from airflow import DAG\n\ndag = DAG("x")\n' }, 'frameworks'],
  ['jupyter_server_config.py', {}, 'Jupyter'],
])('%s stays a file beside %j', (path, files, reason) => {
  expect(staysAFile(memoryView({ [path]: CORE, ...files }), path)).toContain(reason);
});

it.each<[string, string]>([
  ['docs/a.md', 'See tool.py\n'],
  ['po/de.po', '#: tool.py:10\n'],
  ['records.csv', 'tool.py,1\n'],
])('a file may become a package where %s names it', (path, text) => {
  expect(staysAFile(memoryView({ 'tool.py': CORE, [path]: text }), 'tool.py')).toBe(null);
});
