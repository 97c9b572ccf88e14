import { A, AB, B, FACADE, type HazardRow, IDENTITY, plain, row, undo } from './rows.ts';

const SETUP = '[build-system]\nrequires = ["setuptools"]\n\n[tool.setuptools]\npy-modules = ["m"]\n';
const SHIPPED = `import re, shutil, sys
names = re.findall(r'"(\\w+)"', open("pyproject.toml").read().split("py-modules")[1])
import os
os.mkdir("shipped")
for name in names:
    if os.path.exists(name + ".py"):
        shutil.copy(name + ".py", "shipped")
sys.path[:] = ["shipped"] + [p for p in sys.path[1:] if p]
import m
print(m.a())`;
const ONE = 'def a():\n    return 1\n';

export const MORE_ROWS: readonly HazardRow[] = [
  row(
    'H20',
    'a path counts from the part',
    'import os\n\n\ndef a():\n    return os.path.dirname(os.path.abspath(__file__))\n',
    { a: ['def a'] },
    'import m, os; print(os.path.relpath(m.a(), os.getcwd()))',
    plain({ a: ['def a'] }),
  ),
  row(
    'H21',
    'a second __getattr__ hides the first',
    'def __getattr__(name):\n    if name == "old":\n        return 1\n    raise AttributeError(name)\n\n\nn = 0\n\n\ndef a():\n    global n\n    n += 1\n',
    { a: ['assign n', 'def a'] },
    'import m; print(m.old)',
    undo(
      FACADE,
      /$/,
      '\n\ndef __getattr__(name):\n    raise AttributeError(name)\n',
      plain({ a: ['assign n', 'def a'] }),
    ),
    { refused: 'H21' },
  ),
  row(
    'H23',
    'a named tuple gets the name of its part',
    'from collections import namedtuple\n\nP = namedtuple("P", "x")\n',
    { a: ['assign P'] },
    'import m; print(m.P.__module__)',
    undo(A, IDENTITY, ''),
  ),
  row(
    'H24',
    'private names are not re-exported',
    'def _a():\n    return 1\n\n\ndef b():\n    return 2\n',
    { a: ['def _a'], b: ['def b'] },
    'import m; print(m._a())',
    undo(FACADE, /from \._a_part import.*\n/, 'from ._a_part import *\n'),
  ),
  row(
    'H25',
    'names in quotes are not needed',
    'class C:\n    pass\n\n\ndef b(x: "C"):\n    return 1\n',
    { a: ['class C'], b: ['def b'] },
    'import m, typing; print(typing.get_type_hints(m.b))',
    undo(B, 'from ._a import C\n', ''),
  ),
  row('H26', 'the new file is not shipped', ONE, { a: ['def a'] }, SHIPPED, undo('pyproject.toml', ', "_m_a"', ''), {
    also: { 'pyproject.toml': SETUP },
  }),
  row(
    'H27',
    'the stub stays behind',
    ONE,
    { a: ['def a'] },
    'import m, os; print(os.path.exists(m.__file__ + "i"))',
    plain({ a: ['def a'] }),
    { also: { 'm.pyi': 'def a() -> int: ...\n' } },
  ),
  row(
    'H29',
    'the file that is run is gone',
    `${ONE}\n\nif __name__ == "__main__":\n    print(a())\n`,
    { a: ['def a'] },
    'import runpy; runpy.run_path("m.py", run_name="__main__")',
    plain({ a: ['def a'] }),
  ),
  row(
    'H30',
    'the first of two definitions wins',
    'def f():\n    return 1\n\n\ng = f\n\n\ndef f():\n    return 2\n',
    { b: ['def f~2'], a: ['def f', 'assign g'] },
    'import m; print(m.f())',
    plain({ b: ['def f~2'], a: ['def f', 'assign g'] }),
    { refused: 'H30' },
  ),
  row(
    'H31',
    'the module has a __path__',
    ONE,
    { a: ['def a'] },
    'import m; print(hasattr(m, "__path__"))',
    plain({ a: ['def a'] }),
    { layout: 'sibling' },
  ),
  row(
    'H32',
    'a file that is there is replaced',
    ONE,
    { a: ['def a'] },
    'import m; print(open("m/_a.py").read())',
    plain({ a: ['def a'] }),
    { refused: 'H32', layout: 'package', also: { 'm/_a.py': 'KEPT = 1\n' } },
  ),
  row(
    'H33',
    'a path in a configuration names nothing',
    ONE,
    { a: ['def a'] },
    'import os, re; print(os.path.exists(re.search("omit = (.*)", open("setup.cfg").read()).group(1)))',
    plain({ a: ['def a'] }),
    { also: { 'setup.cfg': '[coverage:run]\nomit = m.py\n' } },
  ),
  row(
    'H34',
    'a pair of comments is cut apart',
    `# fmt: off\n${ONE}\n\ndef b():\n    return 2\n# fmt: on\n`,
    AB,
    'import glob; print(all(t.count("fmt: off") == t.count("fmt: on") for t in (open(p).read() for p in glob.glob("**/*.py", recursive=True))))',
    undo(A, /^/, '# fmt: off\n', plain(AB)),
    { refused: 'H34' },
  ),
  row(
    'H35',
    'the version left the file that is read',
    `__version__ = "1.2"\n\n\n${ONE}`,
    { a: ['assign __version__', 'def a'] },
    'import m, re; print(re.search("^__version__ = (.*)", open(m.__file__).read(), re.M).group(1))',
    plain({ a: ['assign __version__', 'def a'] }),
    { refused: 'H35' },
  ),
  row(
    'H36',
    'the encoding line is lost',
    '# -*- coding: latin-1 -*-\ndef a():\n    return "é"\n',
    { a: ['def a'] },
    'import m; print(len(m.a()))',
    undo(A, '# -*- coding: latin-1 -*-\n', ''),
  ),
  row(
    'H38',
    "a local name counts as the module's",
    'def a():\n    b = 1\n    return b\n\n\ndef b():\n    return a()\n',
    AB,
    'import m; print(m.b())',
    undo(A, /^/, 'from ._b import b\n'),
  ),
];
