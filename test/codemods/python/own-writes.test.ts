import { expect, test } from 'vitest';
import { pythonSplitModule } from '../../../codemods/python/split-module/index.ts';
import { proveStatic } from '../../../src/engine/prove/python/prove-static.ts';
import { pythonOutline } from '../../../src/languages/python/outline.ts';
import { handPlan } from '../../helpers/plan-python.ts';
import { viewOf } from '../../helpers/split-cases.ts';
import { filesOf, provesPlain, WRITES } from './own-write-rows.ts';

const READS: readonly string[] = [
  'return globals()["MODE"]',
  'return globals().get("MODE")',
  'return "MODE" in globals()',
  'return dict(globals())',
  'globals()["OTHER"] = value',
];

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
  expect(provesPlain(write)).toBe(false);
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
