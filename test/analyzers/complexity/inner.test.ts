import { expect, test } from 'vitest';
import { explainInner } from '../../../analyzers/complexity/explain.ts';
import { innerMetricsFact, metricsFact } from '../../../analyzers/complexity/metrics-fact.ts';
import { extractFactsFrom } from '../../../src/languages/extract-facts.ts';
import type { Grammar } from '../../../src/languages/language.ts';
import { parse } from '../../../src/languages/parse.ts';

const FACTORY = `export function createRenderer(options) {
  if (options.log) options.log();
  const patch = (a, b) => {
    if (a) {
      b.forEach((one) => {
        if (one) patch(one, b);
      });
    }
  };
  function unmount(vnode) {
    const late = () => {
      while (vnode) vnode = vnode.next;
    };
    return late;
  }
  return { patch, unmount, hydrate(vnode) { return vnode ? 1 : 2; } };
}
`;
const PYTHON = `def outer(xs):
    def inner(x):
        if x:
            return 1
    return sorted(xs, key=lambda x: x and inner(x))
`;
const RUST = 'fn outer(a: bool) { fn inner(b: bool) { if b {} } let c = |d: bool| { if d {} }; inner(a); c(a); }';

const listed = (text: string, grammar: Grammar, fact = innerMetricsFact): unknown[] => {
  const result = extractFactsFrom(parse(text, grammar), [fact]).get(fact.id)!;
  if (result.status === 'failed') throw new Error(result.reason);
  const { functions } = result.value as { functions: readonly { symbol: string; lines: number; cognitive: number }[] };
  return functions.map(({ symbol, lines, cognitive }) => [symbol, lines, cognitive]);
};

test('named functions inside a factory have lines and values of their own, callbacks count into what holds them', () => {
  expect(listed(FACTORY, 'tsx')).toEqual([
    ['createRenderer', 17, 1],
    // if 1, if in a callback 3, and it calls itself.
    ['createRenderer.patch', 7, 5],
    ['createRenderer.unmount', 6, 0],
    ['createRenderer.unmount.late', 3, 1],
    ['createRenderer.hydrate', 1, 1],
  ]);
  expect(listed(FACTORY, 'tsx', metricsFact)).toEqual([['createRenderer', 17, 13]]);
});

test('so have those of Python and Rust', () => {
  expect(listed(PYTHON, 'python')).toEqual([
    ['outer', 5, 1],
    ['outer.inner', 3, 1],
  ]);
  expect(listed(RUST, 'rust')).toEqual([
    ['outer', 1, 2],
    ['outer::inner', 1, 1],
  ]);
});

test('what is explained adds up to what is listed', () => {
  const sums = explainInner(parse(FACTORY, 'tsx')).map(({ symbol, increments }) => [
    symbol,
    increments.filter(({ metric }) => metric === 'cognitive').reduce((sum, { amount }) => sum + amount, 0),
  ]);
  expect(sums).toEqual(listed(FACTORY, 'tsx').map((row) => [(row as unknown[])[0], (row as unknown[])[2]]));
});
