import { expect, test } from 'vitest';
import { acyclicOrder } from '../../../analyzers/modules/atoms/acyclic-order.ts';
import { planFile } from '../../../src/engine/plan/plan-file.ts';
import { viewOf } from '../../helpers/split-cases.ts';

const LINES = 30;

/** Classes in a ring, each read by a method of the one before it; `eager` closes one link of the ring as a base. */
function ring(size: number, eager: boolean): string {
  const body = Array.from({ length: LINES }, (_, i) => `        total += ${i}\n`).join('');
  const classes = Array.from({ length: size }, (_, i) => {
    const next = `Part${(i + 1) % size}`;
    const base = eager && i > 0 ? '(Part0)' : '';
    return `class Part${i}${base}:\n    def work${i}(self, total):\n${body}        return ${next}, total\n`;
  });
  return classes.join('\n\n');
}

const planned = (text: string, breakCycles: boolean) =>
  planFile(viewOf({ 'ring.py': text }), { path: 'ring.py', limit: 60, breakCycles });

test('a ring is one module, and with --break-cycles it falls apart at few functions', () => {
  const whole = planned(ring(6, false), false);
  expect(whole.cuts).toBeUndefined();
  expect(whole.bound.lines).toBeGreaterThan(200);
  const broken = planned(ring(6, false), true);
  expect(broken.bound).toEqual({ lines: 60, setBy: [], uncut: expect.any(Number) });
  expect(broken.bound.uncut).toBeGreaterThan(200);
  expect(Math.max(...broken.predicted.files.map(({ lines }) => lines))).toBeLessThanOrEqual(60);
  expect(broken.cuts!.flatMap(({ functions }) => functions)).toHaveLength(1);
});

test('where a base may not come later, and its subclasses in no other order, each read of a later class is cut', () => {
  const { cuts, modules } = planned(ring(4, true), true);
  const names = cuts!.map(({ unit, name }) => [unit, name]);
  expect(names).toEqual([
    ['class Part0', 'Part1'],
    ['class Part1', 'Part2'],
    ['class Part2', 'Part3'],
  ]);
  expect(modules.length).toBeGreaterThan(1);
});

test('a file without a large cycle is planned as without the option', () => {
  const text = 'def one():\n    return two\n\n\ndef two():\n    return one\n';
  const { cuts, ...rest } = planned(text, true);
  expect(cuts).toEqual([]);
  expect(rest).toEqual(planned(text, false));
});

test('an order keeps what must not be cut, and cuts the lighter side', () => {
  const edge = (from: number, to: number, weight: number | null) => ({ from, to, weight });
  const edges = [edge(0, 1, 3), edge(1, 0, 1), edge(2, 1, null), edge(1, 3, 1), edge(3, 2, null)];
  const place = acyclicOrder([0, 1, 2, 3], edges);
  expect([...place].sort((a, b) => a[1] - b[1]).map(([node]) => node)).toEqual([1, 0, 2, 3]);
});
