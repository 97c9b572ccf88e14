import { expect, test } from 'vitest';
import { enumMembers } from '../../../../analyzers/readings/python/enum-members.ts';
import { harvestPatches } from '../../../../analyzers/readings/python/harvest-patches.ts';
import { readSource } from '../../../../analyzers/readings/python/source.ts';
import { ownWrites } from '../../../../src/engine/prove/python/own-writes.ts';
import { namespaceWriter } from '../../../../src/languages/python/writes-namespace.ts';
import { memoryView } from '../../../helpers/memory-view.ts';

const COLOUR =
  'import enum\n\n\nclass Colour(enum.Enum):\n    """All of them."""\n\n    RED = 1\n    BLUE = GREEN = 2\n';
const PLAIN =
  'import enum\n\n\nclass Colour(enum.Enum):\n    """All of them."""\n\n    RED = 1\n    BLUE, GREEN = 2, 3\n';

test.each([
  ['a class', PLAIN, 'Colour', ['RED', 'BLUE', 'GREEN']],
  [
    'a call with a text',
    'import enum\n\nColour = enum.Enum("Colour", "RED BLUE", module=__name__)\n',
    'Colour',
    ['RED', 'BLUE'],
  ],
  [
    'a call with a list',
    'from enum import IntEnum\nColour = IntEnum("Colour", ["RED", "BLUE"])\n',
    'Colour',
    ['RED', 'BLUE'],
  ],
  [
    'a call with pairs',
    'from enum import Flag\nColour = Flag("Colour", [("RED", 1), ("BLUE", 2)])\n',
    'Colour',
    ['RED', 'BLUE'],
  ],
  ['a call with a dictionary', 'from enum import Enum\nColour = Enum("Colour", names={"RED": 1})\n', 'Colour', ['RED']],
  ['a marked class', PLAIN.replace('class', '@enum.unique\nclass'), 'Colour', ['RED', 'BLUE', 'GREEN']],
  ['an imported class', 'from kinds import Colour as Kind\n', 'Kind', ['RED', 'BLUE', 'GREEN']],
  ['a class of an imported module', 'import kinds\n', 'kinds.Colour', ['RED', 'BLUE', 'GREEN']],
  ['a chain', COLOUR, 'Colour', null],
  ['a class that is no enum', 'import enum\n\n\nclass Colour:\n    RED = 1\n', 'Colour', null],
  ['a class that is bound twice', `${PLAIN}\n\nColour = other()\n`, 'Colour', null],
  ['a class with an unknown decorator', PLAIN.replace('class', '@more\nclass'), 'Colour', null],
  ['a class with a loop', `${PLAIN}    for name in names:\n        locals()[name] = 1\n`, 'Colour', null],
  ['a class in a branch', 'import enum\n\nif new:\n    class Colour(enum.Enum):\n        RED = 1\n', 'Colour', null],
  ['a call with what is put together', 'from enum import Enum\nColour = Enum("Colour", names)\n', 'Colour', null],
  ['a table that is written to', `${PLAIN}\n\nColour._member_map_["ANY"] = 1\n`, 'Colour', null],
  ['a module that is bound again', 'import kinds\n\nkinds = other()\n', 'kinds.Colour', null],
  ['a class of another distribution', 'from other import Colour\n', 'Colour', null],
])('members of %s', (_, text, named, expected) => {
  const view = memoryView({ 'm.py': text, 'kinds.py': PLAIN });
  expect(enumMembers(view, 'm.py', `${named}.__members__`)).toEqual(expected);
});

test('both readers of writes take known members for the names that are written', () => {
  const view = memoryView({ 'm.py': `${PLAIN}\n\nglobals().update(Colour.__members__)\n` });
  const known = ['RED', 'BLUE', 'GREEN'];
  const looked = ownWrites(view.syntax('m.py'), 'm', (given) => enumMembers(view, 'm.py', given));
  expect(looked.map(({ name }) => name)).toEqual(known);
  expect(harvestPatches(view, readSource(view, 'm.py')).map(({ name, hidden }) => hidden && name)).toEqual(known);
  expect(ownWrites(view.syntax('m.py'), 'm').map(({ name }) => name)).toEqual([null]);
});

test.each([
  ['def one():\n    it = importlib.import_module(key)\n    it.RED = 1\n', true],
  ['def one():\n    it = importlib.import_module(key)\n\n\ndef other(it):\n    vars(it)["RED"] = 1\n', false],
  ['it = importlib.import_module(key)\n\n\ndef other():\n    vars(it)["RED"] = 1\n', true],
  [
    'def one():\n    global it\n    it = importlib.import_module(key)\n\n\ndef other():\n    vars(it)["RED"] = 1\n',
    true,
  ],
  ['def one():\n    it = importlib.import_module(key)\n\n    def inner():\n        vars(it)["RED"] = 1\n', true],
  [
    'import pkg.m as it\n\n\ndef one():\n    it = importlib.import_module(key)\n\n\ndef other():\n    vars(it)["RED"] = 1\n',
    true,
  ],
  [`def one():\n    it = importlib.import_module(key)\n    it = Basket(it)\n    vars(it)["RED"] = 1\n`, false],
  [
    `def one():\n    it = importlib.import_module(key)\n    if key:\n        it = Basket(it)\n    vars(it)["RED"] = 1\n`,
    true,
  ],
  [`def one():\n    it = Basket(key)\n    it = importlib.import_module(key)\n    vars(it)["RED"] = 1\n`, true],
  [
    `def one():\n    it = Basket(key)\n    for it in [importlib.import_module(key)]:\n        vars(it)["RED"] = 1\n    it = importlib.import_module(key)\n`,
    true,
  ],
])('a variable stands for the module where it is bound: %j', (text, isFound) => {
  const view = memoryView({ 'pkg/__init__.py': '', 'pkg/m.py': `import importlib\n\nRED = 0\n\n\n${text}` });
  const found = harvestPatches(view, readSource(view, 'pkg/m.py')).some(({ name }) => name === 'RED');
  expect(found).toBe(isFound);
});

test('a module that is made on the spot is no other', () => {
  const made =
    'def test():\n    it = sys.modules["fake"] = ModuleType("fake")\n    exec("def x(): pass", it.__dict__)\n    use(m)\n';
  const view = memoryView({ 'm.py': 'RED = 0\n', 'test_m.py': `import m\nimport sys\n\n\n${made}` });
  expect(harvestPatches(view, readSource(view, 'm.py'))).toEqual([]);
});

test.each([
  ['doc/use.rst', '>>> import pkg.m\n>>> pkg.m.RED = 1\n', 'RED doc/use.rst:2'],
  ['doc/use.rst', '>>> from pkg import m\n>>> m.RED = 1\n', 'RED doc/use.rst:2'],
  ['doc/use.rst', '>>> import pkg.m\n>>> pkg.m.RED == 1\n', null],
  ['doc/use.rst', '>>> from other import m\n>>> m.RED = 1\n', null],
  ['fast.pyx', 'import pkg.m\npkg.m.RED += 1\n', 'RED fast.pyx:2'],
  ['bin/run', '#!/usr/bin/env python3\nimport pkg.m\npkg.m.RED = 1\n', 'RED bin/run:3'],
  ['test_m.py', 'run([sys.executable, "-c", "import pkg.m; pkg.m.RED = 1"])\n', 'RED test_m.py:1'],
  ['test_m.py', 'patch(".".join(["pkg", "m", "RED"]), 1)\n', 'RED test_m.py:1'],
  ['test_m.py', 'import pkg.m\npatch(".".join(["pkg", "m", "RED"]), 1)\n', 'RED test_m.py:2'],
  [
    'test_m.py',
    'import pkg.m\ndef body():\n    global RED\n    RED = 1\nset_red = types.FunctionType(body.__code__, pkg.m.__dict__)\n',
    'RED test_m.py:3',
  ],
])('code in other texts may write to the module: %s %j', (path, text, expected) => {
  const view = memoryView({ 'pkg/__init__.py': '', 'pkg/m.py': 'RED = 0\n', [path]: text });
  const found = harvestPatches(view, readSource(view, 'pkg/m.py')).map((one) => `${one.name} ${one.path}:${one.line}`);
  expect(found).toEqual(expected === null ? [] : [expected]);
});

test.each([
  ['@enum.global_enum\nclass Colour(enum.Enum):\n    RED = 1\n', true],
  ['class Colour(enum.Enum):\n    RED = 1\n\n\nenum.global_enum(Colour)\n', true],
  ['from enum import global_enum as spread\n\n\n@spread\nclass Colour(enum.Enum):\n    RED = 1\n', true],
  ['class Colour(enum.Enum):\n    RED = 1\n', false],
])('a decorator that binds members in the module is known: %j', (text, isKnown) => {
  const view = memoryView({ 'm.py': `import enum\n\n\n${text}` });
  expect(namespaceWriter(readSource(view, 'm.py').outline, view.text('m.py')) !== null).toBe(isKnown);
});
