import { expect, test } from 'vitest';
import { namespaceAsker } from '../../../../analyzers/readings/python/namespace-askers.ts';
import { memoryView } from '../../../helpers/memory-view.ts';

/** What the module `pkg/m.py` calls of `pkg/tools.py`, which is a file beside it. */
function asked(tools: string, module: string, more: Readonly<Record<string, string>> = {}): string | null {
  return namespaceAsker(
    memoryView({ 'pkg/__init__.py': '', 'pkg/tools.py': tools, 'pkg/m.py': module, ...more }),
    'pkg/m.py',
  );
}

const DECORATED = 'from .tools import mark\n\n\n@mark\ndef one():\n    return 1\n';
const GIVEN = 'from . import tools\n\ntools.mark(__name__)\n';

test.each([
  [
    'reads names by that of the module',
    'import sys\n\n\ndef mark(name):\n    return getattr(sys.modules[name], "x")\n',
    GIVEN,
  ],
  [
    'reads what a module has so far',
    'import sys\n\n\ndef mark(f):\n    assert f.__name__ not in vars(sys.modules[f.__module__])\n    return f\n',
    DECORATED,
  ],
  [
    'keeps the module by a name',
    'import sys\n\n\ndef mark(f):\n    home = sys.modules[f.__module__]\n    home.last = f\n    return f\n',
    DECORATED,
  ],
  [
    'leaves it to another function',
    'import sys\n\n\ndef _home(f):\n    return sys.modules.get(f.__module__)\n\n\ndef mark(f):\n    return _home(f) and f\n',
    DECORATED,
  ],
  [
    'is a base that looks where it is derived from',
    'import sys\n\n\nclass mark:\n    def __init_subclass__(cls):\n        vars(sys.modules[cls.__module__])["X"] = cls\n',
    'from .tools import mark\n\n\nclass One(mark):\n    pass\n',
  ],
  ['reads the globals of a function', 'def mark(f):\n    return f.__globals__.get("LIMIT", 1)\n', DECORATED],
  [
    'reads the globals of who calls it, later',
    'import inspect\n\n\ndef near(text):\n    return eval(text, inspect.currentframe().f_back.f_globals)\n',
    'from .tools import near\n\n\ndef one():\n    return near("LIMIT")\n',
  ],
])('a function that %s', (_, tools, module) => {
  expect(asked(tools, module)).toMatch(/^pkg\/tools\.py:\d+ looks into /);
});

test.each([
  // What is written is read apart: see own-writes.test.ts.
  [
    'writes names by that of the module',
    'import sys\n\n\ndef mark(name):\n    setattr(sys.modules[name], "x", 1)\n',
    GIVEN,
  ],
  [
    'takes names away by that of the module',
    'import sys\n\n\ndef mark(name):\n    delattr(sys.modules[name], "x")\n',
    GIVEN,
  ],
  [
    'reads what every module has',
    'import sys\n\n\ndef mark(f):\n    return sys.modules[f.__module__].__name__\n',
    DECORATED,
  ],
  [
    'fills a list of names',
    'import sys\n\n\ndef mark(f):\n    home = sys.modules[f.__module__]\n    if not hasattr(home, "__all__"):\n        home.__all__ = []\n    home.__all__.append(f.__name__)\n    return f\n',
    DECORATED,
  ],
  [
    'fills a list in the dictionary',
    'import sys\n\n\ndef mark(f):\n    sys.modules[f.__module__].__dict__.setdefault("__all__", []).append(f.__name__)\n    return f\n',
    DECORATED,
  ],
  ['puts a module into the table', 'import sys\n\n\ndef mark(name):\n    sys.modules[name] = object()\n', GIVEN],
  [
    'asks who calls for its name',
    'import sys\n\n\ndef mark(f):\n    return sys._getframe(1).f_globals["__name__"]\n',
    DECORATED,
  ],
  [
    'looks a module up when it is called, later',
    'import sys\n\n\ndef near(f):\n    return vars(sys.modules[f.__module__])\n',
    'from .tools import near\n\n\ndef one():\n    return near(one)\n',
  ],
  [
    'is beside one that looks',
    'import sys\n\n\ndef home(f):\n    return vars(sys.modules[f.__module__])\n\n\ndef mark(f):\n    return f\n',
    DECORATED,
  ],
])('a function that %s asks for no namespace', (_, tools, module) => {
  expect(asked(tools, module)).toBeNull();
});

test.each([
  [
    'an enumeration takes the constants of the module',
    'import enum\n\nA_X = 1\nenum.IntEnum._convert_("A", __name__, str.isupper)\n',
  ],
  [
    'a function is pickled while the module is loaded',
    'import pickle\n\n\ndef one():\n    pass\n\n\nONE = pickle.dumps(one)\n',
  ],
  ['the globals of an own function are read', 'def one(name):\n    return one.__globals__[name]()\n'],
  ['a parser generator is started', 'from ply import lex\n\n\ndef build():\n    return lex.lex()\n'],
])('%s', (_, module) => {
  expect(asked('', module)).toMatch(/^pkg\/m\.py:\d+ /);
});

test('what is pickled later finds the module complete', () => {
  expect(asked('', 'import pickle\n\n\ndef one():\n    return pickle.dumps(one)\n')).toBeNull();
});

test('what is pickled by a program finds the module complete', () => {
  expect(
    asked('', 'import pickle\n\n\ndef one():\n    pass\n\n\nif __name__ == "__main__":\n    pickle.dumps(one)\n'),
  ).toBeNull();
});

test('what a base does when it is called is not done where a class is derived from it', () => {
  const base = 'import pickle\n\n\nclass Base:\n    def send(self):\n        return pickle.dumps(self)\n\n\n';
  expect(asked('', `${base}class One(Base):\n    pass\n`)).toBeNull();
  expect(asked('', `${base}ONE = Base()\n`)).toBeNull();
  expect(asked('', `${base}Base.send(1)\n`)).toMatch(/^pkg\/m\.py:6 /);
  const made = base.replace('def send', 'def __init__(self):\n        self.send()\n\n    def send');
  expect(asked('', `${made}ONE = Base()\n`)).toMatch(/^pkg\/m\.py:9 /);
});

test.each([
  ['of a frame that it is given', 'def names(frame):\n    return sorted(frame.f_globals)\n'],
  ['of a function that it is given', 'def names(f):\n    return sorted(f.__globals__)\n'],
  [
    'of a variable that is called as an own function',
    'def one(f):\n    two = f\n    return sorted(two.__globals__)\n\n\ndef two():\n    return 2\n',
  ],
])('the globals %s are those of others', (_, module) => {
  expect(asked('', module)).toBeNull();
});

test('the globals of the frame that runs are its own', () => {
  expect(asked('', 'import sys\n\n\ndef names():\n    return sorted(sys._getframe().f_globals)\n')).toMatch(/:5 looks/);
});
