import { expect, test } from 'vitest';
import { notWorth } from '../../../analyzers/modules/predict/not-worth.ts';
import type { Plan } from '../../../src/core/plan.ts';

const plan = (
  limit: number,
  facade: number,
  modules: readonly (readonly [name: string, lines: number, ...units: string[]])[],
  more: Partial<Plan> = {},
): Plan => ({
  version: 2,
  codemod: 'rust/split-module',
  base: [{ path: 'm.rs', hash: '' }],
  options: {},
  layout: 'children',
  limit,
  bound: { lines: limit, setBy: [] },
  modules: modules.map(([name, , ...units]) => ({ name, units, why: '' })),
  keep: [],
  refused: [],
  notWorth: null,
  predicted: {
    files: [{ path: 'm.rs', lines: facade }, ...modules.map(([name, lines]) => ({ path: `m/${name}.rs`, lines }))],
  },
  ...more,
});

const big = ['big', 900, 'fn a'] as const;

test.each<[string, Plan, number, boolean]>([
  ['the facade hardly falls', plan(500, 900, [['a', 120, 'fn a']]), 1000, true],
  ['the module is hardly smaller than the file was', plan(500, 40, [big]), 1000, true],
  ['it is even larger', plan(500, 40, [['a', 1010, 'fn a']]), 1000, true],
  ['a quarter goes', plan(500, 750, [['a', 260, 'fn a']]), 1000, false],
  ['it comes within the limit', plan(950, 900, [['a', 120, 'fn a']]), 1000, false],
  ['what was an inline module is divided next', plan(500, 40, [['tests', 900, 'mod tests']]), 1000, false],
  ['nothing leaves', plan(500, 1000, []), 1000, false],
  ['a crumb alone', plan(500, 480, [['a', 30, 'fn a']]), 505, true],
  [
    'crumbs alone',
    plan(500, 480, [
      ['a', 30, 'fn a'],
      ['b', 12, 'fn b'],
    ]),
    515,
    true,
  ],
  [
    'a crumb beside a module',
    plan(500, 380, [
      ['a', 30, 'fn a'],
      ['b', 120, 'fn b'],
    ]),
    520,
    false,
  ],
  ['one trait’s impl', plan(500, 480, [['a', 30, 'impl Display for A']]), 505, false],
  ['impls of a type are no trait’s', plan(500, 480, [['a', 30, 'impl A']]), 505, true],
  [
    'a cut cycle',
    plan(500, 480, [['a', 30, 'def a']], { cuts: [{ unit: 'def a', name: 'b', functions: [] }] }),
    505,
    false,
  ],
  [
    'modules as small as the limit has them',
    plan(40, 10, [
      ['a', 25, 'fn a'],
      ['b', 26, 'fn b'],
    ]),
    120,
    false,
  ],
  ['crumbs of a small limit', plan(60, 95, [['a', 12, 'fn a']]), 104, true],
  ['a small file is meant', plan(25, 9, [['a', 36, 'fn a']]), 43, false],
])('%s', (_, given, lines, idle) => {
  expect(notWorth(given, lines) !== null).toBe(idle);
});
