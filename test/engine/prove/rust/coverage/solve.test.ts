import { expect, it } from 'vitest';
import { chooseFeatures, featuresOf } from '../../../../../src/engine/prove/rust/coverage/features.ts';
import { solve } from '../../../../../src/engine/prove/rust/coverage/solve.ts';
import { allHold } from '../../../../../src/languages/rust/cfg-truth.ts';

const TABLE = {
  default: ['std', 'macros'],
  std: ['alloc', 'serde?/std'],
  alloc: [],
  macros: ['dep:quote'],
  serde: ['dep:serde'],
  full: ['serde', 'rayon/web'],
  rayon: ['dep:rayon'],
};

it('follows what features turn on, and the features that optional dependencies are', () => {
  expect([...featuresOf(TABLE, { defaults: true, features: [] })].sort()).toEqual([
    'alloc',
    'default',
    'macros',
    'std',
  ]);
  expect([...featuresOf(TABLE, { defaults: false, features: ['full'] })].sort()).toEqual(['full', 'rayon', 'serde']);
});

it('leaves the defaults where it can, and keeps those that are not in the way where it cannot', () => {
  const choose = (on: string[], off: string[]) => chooseFeatures(TABLE, new Set(on), new Set(off));
  expect(choose(['serde'], [])).toEqual({ defaults: true, features: ['serde'] });
  expect(choose(['serde'], ['alloc'])).toEqual({ defaults: false, features: ['macros', 'serde'] });
  expect(choose(['std'], ['alloc'])).toBeNull();
});

const solved = (...predicates: string[]) => {
  const base = (option: string): boolean | null => (option === 'unix' ? true : option === 'loom' ? null : false);
  const found = solve(predicates, { table: TABLE, base });
  return found && [found.choice.defaults, found.choice.features.join(','), found.debugAssertions, ...found.cfgs];
};

it('finds the smallest change under which a condition holds', () => {
  expect(solved('feature = "serde"')).toEqual([true, 'serde', true]);
  expect(solved('any(feature = "rayon", feature = "serde")', 'not(feature = "rayon")')).toEqual([true, 'serde', true]);
  expect(solved('not(feature = "std")')).toEqual([false, 'macros', true]);
  expect(solved('all(unix, not(debug_assertions))', 'test')).toEqual([true, '', false]);
  expect(solved('unix')).toEqual([true, '', true]);
  expect(solved('all(loom, level = "2", feature = "serde")')).toEqual([true, 'serde', true, 'level="2"', 'loom']);
});

it('finds none where none is, or where nobody knows', () => {
  expect(solved('windows')).toBeNull();
  expect(solved('feature = "std"', 'not(feature = "alloc")')).toBeNull();
  expect(solved('not(loom)')).toBeNull();
  expect(solved('miri')).toBeNull();
  expect(solved('version("1.80")')).toBeNull();
  expect(solved('feature = "none-such"')).toBeNull();
});

it('three values: one part decides, an unknown one does not', () => {
  const isSet = (option: string): boolean | null => (option === 'a' ? true : option === 'b' ? false : null);
  const truth = (...predicates: string[]) => allHold(predicates, isSet);
  expect(truth('any(a, x)')).toBe(true);
  expect(truth('all(b, x)')).toBe(false);
  expect(truth('not(x)')).toBeNull();
  expect(truth('any(b, x)')).toBeNull();
  expect(truth('all()')).toBe(true);
  expect(truth('any()')).toBe(false);
  expect(truth('true')).toBe(true);
  expect(truth('not(false)')).toBe(true);
  expect(truth('a', 'b')).toBe(false);
  expect(truth()).toBe(true);
});
