import { expect, test } from 'vitest';
import { pythonSplitModule } from '../../../../codemods/python/split-module/index.ts';
import { proveStatic } from '../../../../src/engine/prove/python/prove-static.ts';
import { handPlan } from '../../../helpers/plan-python.ts';
import { viewOf } from '../../../helpers/split-cases.ts';

const MODULE =
  'LIMIT = 3\n\n\ndef alpha(x):\n    return x + LIMIT\n\n\ndef beta(x):\n    return 1\n\n\nclass Basket:\n    pass\n';
const MOVED = 'LIMIT = 3\n\n\ndef alpha(x):\n    return x + LIMIT\n';

const filesOf = (test: string) => ({ 'pkg/__init__.py': '', 'pkg/core.py': MODULE, 'tests/test_x.py': test });

function provesPlain(test: string): boolean {
  const before = viewOf(filesOf(test));
  const after = viewOf({
    ...filesOf(test),
    'pkg/core.py': MODULE.replace(MOVED, 'from ._alpha import LIMIT as LIMIT, alpha as alpha\n'),
    'pkg/_alpha.py': `__name__ = "pkg.core"\n\n${MOVED}`,
  });
  return proveStatic(before, after, null, ['pkg/core.py', 'pkg/_alpha.py']).every(
    ({ verdict }) => verdict !== 'failed',
  );
}

function split(test: string): string {
  const view = viewOf(filesOf(test));
  const plan = handPlan(view, 'pkg/core.py', { alpha: ['assign LIMIT', 'def alpha'] });
  const result = pythonSplitModule.run(view, { path: 'pkg/core.py', plan, notes: false });
  if (result.status === 'refused') return result.refusals[0]!.hazard;
  return /facade ([\w-]+)/.exec(result.notes.join('\n'))![1]!;
}

const CORE = 'from pkg import core\n';
const PATCH = 'from unittest import mock\nfrom unittest.mock import patch\n';

// Around attribute access: no facade sees it.
test.each([
  `${CORE}core.__dict__["LIMIT"] = 5\n`,
  `${CORE}del core.__dict__["LIMIT"]\n`,
  `${CORE}vars(core)["LIMIT"] = 5\n`,
  `${CORE}vars(core).update(LIMIT=5)\n`,
  `${CORE}vars(core).update({"LIMIT": 5})\n`,
  `${CORE}core.__dict__.setdefault("LIMIT", 5)\n`,
  `${CORE}core.__dict__.pop("LIMIT")\n`,
  `${CORE}core.__dict__ |= {"LIMIT": 5}\n`,
  `${CORE}space = vars(core)\nspace["LIMIT"] = 5\n`,
  `${CORE}for name in ("LIMIT",):\n    vars(core)[name] = 5\n`,
  `${CORE}exec("LIMIT = 5", core.__dict__)\n`,
  `${CORE}exec("core.LIMIT = 5")\n`,
  `${CORE}exec("global LIMIT; LIMIT = 5", vars(core))\n`,
  `${CORE}exec(open("x.py").read(), vars(core))\n`,
  `${CORE}import os\nexec(f"core.{os.name} = 5")\n`,
  `${CORE}eval("(LIMIT := 5)", vars(core))\n`,
  `${CORE}setattr(core, "beta", 1)\nexec("LIMIT = 5", vars(core))\n`,
  `${CORE}import operator\noperator.setitem(core.__dict__, "LIMIT", 5)\n`,
  `${CORE}dict.__setitem__(core.__dict__, "LIMIT", 5)\n`,
  `${CORE}dict.update(core.__dict__, LIMIT=5)\n`,
  `${CORE}getattr(core, "__dict__")["LIMIT"] = 5\n`,
  `${CORE}object.__setattr__(core, "LIMIT", 5)\n`,
  `${CORE}import types\ntypes.ModuleType.__setattr__(core, "LIMIT", 5)\n`,
  `${CORE}object.__delattr__(core, "LIMIT")\n`,
  `${CORE}core.alpha.__globals__["LIMIT"] = 5\n`,
  'from pkg.core import beta\nbeta.__globals__["LIMIT"] = 5\n',
  'from pkg.core import beta\nbeta.__globals__.update(LIMIT=5)\n',
  'from pkg.core import beta\nexec("LIMIT = 5", beta.__globals__)\n',
  `${PATCH}${CORE}with patch.dict(core.__dict__, {"LIMIT": 5}):\n    pass\n`,
  `${PATCH}${CORE}with mock.patch.dict(vars(core), LIMIT=5):\n    pass\n`,
  `${PATCH}with patch.dict("pkg.core.__dict__", LIMIT=5):\n    pass\n`,
  `${PATCH}M = "pkg.core"\nwith patch.dict(f"{M}.__dict__", LIMIT=5):\n    pass\n`,
  `${CORE}def test_x(monkeypatch):\n    monkeypatch.setitem(core.__dict__, "LIMIT", 5)\n`,
  `${CORE}def test_x(monkeypatch):\n    monkeypatch.delitem(vars(core), "LIMIT")\n`,
  `${CORE}def put(m):\n    vars(m)["LIMIT"] = 5\nput(core)\n`,
  `${CORE}def put(m, k):\n    vars(m)[k] = 5\nput(core, "LIM" + "IT")\n`,
  `${CORE}def put(m, **all):\n    m.__dict__.update(all)\nput(core, LIMIT=5)\n`,
  `${CORE}def put(m):\n    object.__setattr__(m, "LIMIT", 5)\nput(core)\n`,
  'def test_x(core):\n    import pkg.core\n    vars(core).update(dict([("LIMIT", 5)]))\n',
  'import importlib\nname = "core"\nimportlib.import_module("pkg." + name).__dict__["LIMIT"] = 5\n',
  `${CORE}import sys\nvars(sys.modules["pkg.core"])["LIMIT"] = 5\n`,
  `${CORE}import inspect\ninspect.getmodule(core.beta).__dict__["LIMIT"] = 5\n`,
])('no facade sees: %s', (text) => {
  expect(provesPlain(text)).toBe(false);
  expect(split(text)).toBe('H70');
});

// By attribute, however the file came by the module: a facade that forwards writes sees it.
test.each([
  'from importlib import import_module as im\nm = im("." + "core", "pkg")\nm.LIMIT = 5\n',
  'import importlib\nload = importlib.import_module\nload("pkg." + "core").LIMIT = 5\n',
  'import importlib\nimportlib.import_module("pkg." + "core").LIMIT = 5\n',
  'm = getattr(__import__("importlib"), "import_module")("pkg." + "core")\nm.LIMIT = 5\n',
  `${PATCH}import pkg.core as c\nwith patch(f"{c.__name__}.LIMIT", 5):\n    pass\n`,
  `${PATCH}import pkg.core as c\nwith patch(c.__name__ + ".LIMIT", 5):\n    pass\n`,
  `${PATCH}import pkg.core as c\nwith patch("{}.LIMIT".format(c.__name__), 5):\n    pass\n`,
  `${PATCH}import pkg.core as c\nwith patch("%s.LIMIT" % c.__name__, 5):\n    pass\n`,
  `${PATCH}import pkg.core\nwith patch("pkg." + "core.LIMIT", 5):\n    pass\n`,
  `${CORE}core.__setattr__("LIMIT", 5)\n`,
  `from unittest.mock import patch as fake\n${CORE}@fake("pkg.core.LIMIT", 5)\ndef test():\n    pass\n`,
  `${PATCH}${CORE}with patch(**{"target": "pkg.core.LIMIT", "new": 5}):\n    pass\n`,
  `${CORE}def test(mocker):\n    p = mocker.patch\n    p("pkg.core.LIMIT", 5)\n`,
  `${CORE}def test(monkeypatch):\n    args = ("pkg.core.LIMIT", 5)\n    monkeypatch.setattr(*args)\n`,
  `${CORE}def configure(module, **values):\n    for k, v in values.items():\n        setattr(module, k, v)\n\n\nconfigure(core, LIMIT=5)\n`,
  `${CORE}import json\n\n\ndef load(module, values):\n    for k, v in values.items():\n        setattr(module, k, v)\n\n\nload(core, json.load(open("a.json")))\n`,
  `${CORE}from .helpers import load\n\nload(into=core, LIMIT=5)\n`,
  'import sys\nsys.modules["pkg"].core.LIMIT = 5\n',
  `${PATCH}${CORE}f = core.alpha\nwith patch(f"{f.__module__}.{f.__qualname__}", 5):\n    pass\n`,
])('the facade hands on: %s', (text) => {
  expect(provesPlain(text)).toBe(false);
  expect(split(text)).toBe('write-through');
});

test.each([
  [`${CORE}core.LIMIT = 5\n\n\nclass Lazy:\n    pass\n\n\ncore.__class__ = Lazy\n`, 'H21'],
  [`${CORE}core.LIMIT = 5\n\n\ndef test(core):\n    core.__class__ = int\n`, 'write-through'],
])('another class for the module, and one for something of its name: %s', (text, outcome) => {
  expect(split(text)).toBe(outcome);
});

// flexmock changes the dictionary of the module: nothing can hand that on.
test.each([
  `from flexmock import flexmock\n${CORE}def test():\n    flexmock(core, LIMIT=5)\n`,
  `from flexmock import flexmock\n${CORE}def test():\n    flexmock(core).should_receive("alpha").and_return(5)\n`,
])('no facade hands on: %s', (text) => {
  expect(provesPlain(text)).toBe(false);
  expect(split(text)).not.toBe('plain');
  expect(split(text)).not.toBe('write-through');
});

test.each([
  `${CORE}assert "alpha" in vars(core)\n`,
  `${CORE}def copy(values, target):\n    for k, v in values.items():\n        setattr(target, k, v)\n\n\ncopy({}, print)\nprint(core)\n`,
  `${CORE}assert vars(core)["LIMIT"] == 3\n`,
  `${CORE}print(core.__dict__.get("LIMIT"), sorted(vars(core)), dict(vars(core)))\n`,
  `${CORE}vars(core)["OTHER"] = 5\n`,
  `${CORE}exec("r = core.alpha(1)")\n`,
  `${CORE}exec("x = 1")\n`,
  `${CORE}class A:\n    def __setstate__(self, state):\n        self.__dict__.update(state)\n`,
  `${CORE}class A:\n    def copy(self):\n        c = A.__new__(A)\n        c.__dict__.update(self.__dict__)\n        return c\n`,
  'from pkg.core import alpha\nprint(alpha.__globals__["LIMIT"])\n',
  'import importlib\ndef load(name, make):\n    return make(importlib.import_module("pkg." + name).__dict__)\n',
  `from . import core\nimport importlib\ndef load(name, make):\n    mod = __import__(name)\n    return make(mod.__dict__)\n`,
  `${CORE}found = {}\nfound.update(core.__dict__)\n`,
  `${CORE}def copy(f, more):\n    f.__globals__.update(more)\n`,
  'from types import FunctionType\nfrom pkg.core import alpha\nf = FunctionType(alpha.__code__, alpha.__globals__)\n',
  'import importlib\nm = importlib.import_module("other." + "core")\nm.LIMIT = 5\n',
  `${CORE}class A:\n    def __init__(self):\n        object.__setattr__(self, "LIMIT", 5)\n`,
  `${CORE}d = {"LIMIT": 1}\nprint("see core.LIMIT", d["LIMIT"])\n`,
])('a plain facade is enough for: %s', (text) => {
  expect(provesPlain(text)).toBe(true);
  expect(split(text)).toBe('plain');
});
