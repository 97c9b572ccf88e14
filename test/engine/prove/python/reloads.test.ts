import { expect, test } from 'vitest';
import { pythonSplitModule } from '../../../../codemods/python/split-module/index.ts';
import { proveStatic } from '../../../../src/engine/prove/python/prove-static.ts';
import { handPlan } from '../../../helpers/plan-python.ts';
import { viewOf } from '../../../helpers/split-cases.ts';

const STATE = 'SEEN = []\n\n\ndef add(x):\n    SEEN.append(x)\n    return len(SEEN)\n';
const MODULE = `${STATE}\n\ndef beta(x):\n    return 1\n`;
const filesOf = (test: string) => ({
  'pkg/__init__.py': '',
  'pkg/other.py': '',
  'pkg/core.py': MODULE,
  'tests/test_x.py': test,
});

function provesPlain(test: string): boolean {
  const before = viewOf(filesOf(test));
  const after = viewOf({
    ...filesOf(test),
    'pkg/core.py': MODULE.replace(STATE, 'from ._core_a import SEEN as SEEN, add as add\n'),
    'pkg/_core_a.py': `__name__ = "pkg.core"\n\n${STATE}`,
  });
  return proveStatic(before, after, null, ['pkg/core.py', 'pkg/_core_a.py']).every(
    ({ verdict }) => verdict !== 'failed',
  );
}

/** The split that is made, as S judges it. */
function split(test: string): { readonly renewed: boolean; readonly defects: readonly string[] } {
  const view = viewOf(filesOf(test));
  const plan = handPlan(view, 'pkg/core.py', { a: ['assign SEEN', 'def add'] });
  const result = pythonSplitModule.run(view, { path: 'pkg/core.py', plan, notes: false });
  if (result.status === 'refused') throw new Error(JSON.stringify(result.refusals));
  const after = view.overlay(result.changeSet);
  const { create, move, edit } = result.changeSet;
  const paths = [
    ...create.map(({ path }) => path),
    ...move.map(({ to }) => to),
    ...edit.map(({ path }) => path),
  ].filter((path) => after.file(path) !== undefined);
  const failed = proveStatic(view, after, result.changeSet, paths).filter(({ verdict }) => verdict === 'failed');
  return {
    renewed: paths.some((path) => after.text(path).includes('_again')),
    defects: failed.map(({ why }) => why),
  };
}

const CORE = 'import importlib\nimport sys\nfrom pkg import core\n';

test.each([
  `${CORE}importlib.reload(core)\n`,
  `${CORE}r = importlib.reload\nr(core)\n`,
  `${CORE}from importlib import reload as again\nagain(core)\n`,
  `${CORE}imp = importlib\nimp.reload(core)\n`,
  `${CORE}import importlib as il\nil.reload(core)\n`,
  `${CORE}getattr(importlib, "reload")(core)\n`,
  `${CORE}r = getattr(importlib, "reload")\nr(core)\n`,
  `${CORE}list(map(importlib.reload, [core]))\n`,
  `${CORE}from functools import partial\npartial(importlib.reload, core)()\n`,
  `${CORE}def again(m):\n    importlib.reload(m)\nagain(core)\n`,
  `${CORE}for m in (core,):\n    importlib.reload(m)\n`,
  `${CORE}importlib.reload(sys.modules["pkg.core"])\n`,
  `${CORE}importlib.reload(module=core)\n`,
  `def again():\n    import importlib as il\n    import pkg.core\n    il.reload(pkg.core)\n`,
  `${CORE}exec("importlib.reload(core)")\n`,
  `import subprocess, sys\nsubprocess.run([sys.executable, "-c", "import importlib, pkg.core; importlib.reload(pkg.core)"])\n`,
  `${CORE}sys.modules.pop("pkg.core")\nimport pkg.core\n`,
  `${CORE}del sys.modules["pkg.core"]\nimportlib.import_module("pkg.core")\n`,
  `${CORE}del sys.modules[core.__name__]\nimport pkg.core\n`,
  `${CORE}mods = sys.modules\nmods.pop("pkg.core")\nimport pkg.core\n`,
  `from sys import modules as loaded\nimport pkg.core\ndel loaded["pkg.core"]\nimport pkg.core\n`,
  `import sys as s\nimport pkg.core\ns.modules.pop("pkg.core", None)\nimport pkg.core\n`,
  `${CORE}for name in list(sys.modules):\n    if name.startswith("pkg"):\n        del sys.modules[name]\nimport pkg.core\n`,
  `${CORE}sys.modules.__delitem__("pkg.core")\n`,
  `${CORE}sys.modules.clear()\n`,
  `${CORE}def test_x(monkeypatch):\n    monkeypatch.delitem(sys.modules, "pkg.core")\n    import pkg.core\n`,
  `${CORE}from unittest import mock\nwith mock.patch.dict(sys.modules):\n    del sys.modules["pkg.core"]\n    import pkg.core\n`,
  `${CORE}from unittest import mock\nwith mock.patch.dict("sys.modules", clear=True):\n    import pkg.core\n`,
  'from test.support.import_helper import import_fresh_module\nm = import_fresh_module("pkg.core")\n',
  'from test.support import import_helper\nimport_helper.unload("pkg.core")\nimport pkg.core\n',
  `import runpy\nimport pkg.core\nrunpy.run_module("pkg.core")\n`,
  `import importlib.util\nspec = importlib.util.find_spec("pkg.core")\nspec.loader.exec_module(importlib.util.module_from_spec(spec))\n`,
])('is run again: %s', (text) => {
  expect(provesPlain(text)).toBe(false);
  expect(split(text)).toEqual({ renewed: true, defects: [] });
});

test.each([
  `${CORE}from pkg import other\nimportlib.reload(other)\n`,
  `${CORE}import pkg.other\nimportlib.reload(pkg.other)\n`,
  `${CORE}sys.modules.pop("pkg.other")\n`,
  `${CORE}def load(name):\n    found = __import__(name)\n    sys.modules.pop(name, None)\n    return found\n`,
  `${CORE}settings = object()\nsettings.reload(1)\n`,
  `${CORE}assert "pkg.core" in sys.modules\n`,
  `${CORE}page = core.add(1)\ndef reload():\n    return 1\n`,
])('is not run again: %s', (text) => {
  expect(provesPlain(text)).toBe(true);
});
