import { expect, test } from 'vitest';
import { pythonSplitModule } from '../../../codemods/python/split-module/index.ts';
import { proveStatic } from '../../../src/engine/prove/python/prove-static.ts';
import { pythonOutline } from '../../../src/languages/python/python-outline.ts';
import { handPlan } from '../../helpers/plan-python.ts';
import { viewOf } from '../../helpers/split-cases.ts';

/** Ways of a function to bind `MODE` of its module again; those that go around attributes reach no part. */
const WRITES: readonly (readonly [write: string, reaches: boolean])[] = [
  ['import pkg.m as me; me.MODE = value', true],
  ['sys.modules[__name__].MODE = value', true],
  ['loaded[__name__].MODE = value', true],
  ['importlib.import_module(__name__).MODE = value', true],
  ['importlib.import_module("pkg.m").MODE = value', true],
  ['__import__("pkg.m", fromlist=["x"]).MODE = value', true],
  ['inspect.getmodule(enable).MODE = value', true],
  ['sys.modules[enable.__module__].MODE = value', true],
  ['globals()["MODE"] = value', false],
  ['globals().update(MODE=value)', false],
  ['globals().update({"MODE": value})', false],
  ['space = globals(); space["MODE"] = value', false],
  ['globals()["MO" + key] = value', false],
  ['vars(sys.modules[__name__])["MODE"] = value', false],
  ['sys.modules[__name__].__dict__["MODE"] = value', false],
  ['enable.__globals__["MODE"] = value', false],
  ['exec("MODE = 1", globals())', false],
  ['operator.setitem(globals(), "MODE", value)', false],
];
const READS: readonly string[] = [
  'return globals()["MODE"]',
  'return globals().get("MODE")',
  'return "MODE" in globals()',
  'return dict(globals())',
  'globals()["OTHER"] = value',
];

const filesOf = (write: string) => ({
  'pkg/__init__.py': '',
  'pkg/m.py': `import importlib, inspect, operator, sys\nfrom sys import modules as loaded\n\nMODE = "slow"\n\n\ndef mode():\n    return MODE\n\n\ndef enable(value, key=""):\n    ${write}\n`,
});

function split(write: string, plain: boolean) {
  const view = viewOf(filesOf(write));
  const modules = { a: ['assign MODE', 'def mode'] };
  const plan = handPlan(view, 'pkg/m.py', modules, plain ? { facade: 'plain' } : {}, 'sibling');
  return { view, result: pythonSplitModule.run(view, { path: 'pkg/m.py', plan, notes: false }) };
}

test.each(WRITES)('%s', (write, reaches) => {
  const { view, result } = split(write, false);
  if (!reaches) {
    expect(result.status === 'refused' && result.refusals.map(({ hazard }) => hazard)).toContain('H70');
    return;
  }
  if (result.status === 'refused') throw new Error(result.refusals[0]!.why);
  const after = view.overlay(result.changeSet);
  expect(after.text('pkg/m.py')).toContain('class _Facade');
  const paths = ['pkg/m.py', 'pkg/_m_a.py'];
  expect(proveStatic(view, after, result.changeSet, paths).map(({ verdict }) => verdict)).toEqual(['proven', 'proven']);
});

test.each(WRITES)('S does not prove a plain facade: %s', (write) => {
  const before = viewOf(filesOf(write));
  const text = filesOf(write)['pkg/m.py'];
  const moved = 'MODE = "slow"\n\n\ndef mode():\n    return MODE\n';
  const after = viewOf({
    'pkg/__init__.py': '',
    'pkg/m.py': text.replace(moved, 'from ._m_a import MODE as MODE, mode as mode\n'),
    'pkg/_m_a.py': `__name__ = "pkg.m"\n\n${moved}`,
  });
  const verdicts = proveStatic(before, after, null, ['pkg/m.py', 'pkg/_m_a.py']).map(({ verdict }) => verdict);
  expect(verdicts).toContain('failed');
});

test.each(READS)('what only looks, or writes another name, keeps no one: %s', (read) => {
  expect(split(read, true).result.status).toBe('changed');
});

const EFFECTS = `from . import base
from .base import TABLE

A = TABLE["a"]
B = base.TABLE["b"]
C = base.LIMIT
D = [one for one in base.LIST]
E = base.TABLE
`;

test('items and operators of one imported object keep their order; looking at it does not change it', () => {
  const outline = viewOf({ 'pkg/m.py': EFFECTS }).facts('pkg/m.py', pythonOutline);
  if (outline.status === 'failed') throw new Error(outline.reason);
  const { units, effects = [] } = outline.value;
  const touched = (name: string) => effects[units.findIndex((unit) => unit.name === name)]!.touches;
  expect([touched('A'), touched('B')]).toEqual([['=base.TABLE'], ['=base.TABLE']]);
  expect([touched('C'), touched('E')]).toEqual([[], []]);
  expect(touched('D')).toContain('=base.LIST');
});
