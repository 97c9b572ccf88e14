import { expect, test } from 'vitest';
import { harvestPatches } from '../../../../analyzers/readings/python/harvest-patches.ts';
import { readSource } from '../../../../analyzers/readings/python/source.ts';
import { viewOf } from '../../../helpers/split-cases.ts';

const CORE = 'def parse(v):\n    return helper(v)\n\n\ndef helper(v):\n    return v\n';

/** Names of the module that other files write to; `*` for any. */
function written(files: Readonly<Record<string, string>>): string[] {
  const view = viewOf({ 'pkg/__init__.py': '', 'pkg/core.py': CORE, ...files });
  const sites = harvestPatches(view, readSource(view, 'pkg/core.py'));
  return [...new Set(sites.map(({ name }) => name ?? '*'))];
}

test.each<[string, Record<string, string>, string[]]>([
  [
    'a fixture that gives it back',
    {
      'tests/conftest.py': 'import importlib\n\n\ndef core():\n    return importlib.import_module("pkg.core")\n',
      'tests/test_it.py': 'def test_it(core):\n    core.helper = lambda v: 100\n',
    },
    ['helper'],
  ],
  [
    'a function that is handed it',
    {
      'tests/util.py': 'def swap(owner, name, value):\n    setattr(owner, name, value)\n',
      'tests/test_it.py': 'from pkg import core\nfrom util import swap\n\nswap(core, "helper", 1)\n',
    },
    ['helper'],
  ],
  [
    'a function that sets whatever it is told',
    {
      'tests/util.py':
        'import inspect\n\n\ndef trace(module):\n    for name, f in inspect.getmembers(module):\n        setattr(module, name, f)\n',
      'tests/test_it.py': 'from pkg import core\nfrom util import trace\n\ntrace(core)\n',
    },
    ['*'],
  ],
  [
    'options that a parser keeps in it',
    { 'run.py': 'from pkg import core\n\nparser.parse_args(namespace=core)\n' },
    ['*'],
  ],
  [
    'another name that a module passes on',
    {
      'pkg/compat.py': 'from pkg import core as backend\n',
      'pkg/api.py': 'from .compat import backend as current\n',
      'run.py': 'from pkg.api import current\n\ncurrent.helper = 1\n',
    },
    ['helper'],
  ],
  [
    'another name in its package',
    { 'pkg/__init__.py': 'from . import core as settings\n', 'run.py': 'import pkg\n\npkg.settings.helper = 1\n' },
    ['helper'],
  ],
  [
    'a fixture that loads it by its name',
    {
      'tests/conftest.py':
        'import importlib\n\n\ndef put(monkeypatch):\n    return lambda module, **values: monkeypatch.setattr(importlib.import_module(module), *values.popitem())\n',
      'tests/test_it.py': 'def test_it(put):\n    put("pkg.core", helper=1)\n',
    },
    ['helper'],
  ],
  [
    'a class that holds it',
    { 'tests/test_it.py': 'from pkg import core\n\n\nclass T(Base):\n    target = core\n    name = "helper"\n' },
    ['helper'],
  ],
  [
    'another module that holds it',
    {
      'pkg/settings.py': 'from pkg import core\n\nbackend = core\n',
      'tests/test_it.py':
        'def test_it(monkeypatch, settings):\n    monkeypatch.setattr(settings.backend, "helper", 1)\n',
    },
    ['helper'],
  ],
  [
    'a name that is put together',
    {
      'tests/util.py':
        'from unittest import mock\n\n\ndef patched(name):\n    return mock.patch("pkg." + "core." + name)\n',
    },
    ['*'],
  ],
  [
    'a file of data',
    {
      'tests/fakes.json': '["pkg.core.helper"]\n',
      'tests/test_it.py':
        'import json\nfrom unittest import mock\n\nfor target in json.load(F):\n    mock.patch(target, 1)\n',
    },
    ['helper'],
  ],
  [
    'settings that name it behind a colon',
    {
      'hooks.ini': '[hooks]\npkg.core:helper = hooks:zero\n',
      'hooks.py':
        'import importlib\n\n\ndef install(where, name, value):\n    setattr(importlib.import_module(where), name, value)\n',
    },
    ['helper'],
  ],
  // Nobody has it under another name, or what is written is another thing's.
  ['nobody', { 'tests/test_it.py': 'def test_it(core):\n    core.helper = lambda v: 100\n' }, []],
  [
    'what only looks at it',
    {
      'tests/test_it.py': 'import inspect\nfrom pkg import core\n\ninspect.getmembers(core)\n',
      'tests/other.py': 'def set(app):\n    app.helper = 1\n',
    },
    [],
  ],
  [
    'a variable of a function',
    {
      'tests/test_it.py': 'from pkg import core\n\n\ndef test():\n    own = core\n    assert own.parse(1)\n',
      'tests/other.py': 'def set(app):\n    app.helper = 1\n',
    },
    [],
  ],
  [
    'its own object',
    {
      'pkg/settings.py': 'from pkg import core\n\nbackend = core\n',
      'pkg/other.py': 'class A:\n    def __init__(self):\n        self.helper = 1\n',
    },
    [],
  ],
  ['data that nobody patches by', { 'docs.json': '["pkg.core.helper"]\n' }, []],
  [
    'a name of another package that is put together',
    {
      'tests/util.py': 'from unittest import mock\n\n\ndef patched(name):\n    return mock.patch("app.core." + name)\n',
    },
    [],
  ],
])('the module is written to through %s', (_, files, names) => {
  expect(written(files)).toEqual(names);
});
