import { expect, test } from 'vitest';
import { planAlternatives, planInto } from '../../src/engine/plan/plan-alternatives.ts';
import { planFile } from '../../src/engine/plan/plan-file.ts';
import { memoryView } from '../helpers/memory-view.ts';

const WORDS = ['circle', 'square', 'parse', 'render', 'fetch', 'store'];

const functions = WORDS.flatMap((word) =>
  ['read', 'write', 'check'].map((verb) => {
    const steps = Array.from({ length: 14 }, (_, i) => `    ${word} = ${word} + ${i}`);
    const calls = verb === 'read' ? [] : [`    ${word} = read_${word}(${word})`];
    return [`def ${verb}_${word}(${word}):`, ...steps, ...calls, `    return ${word}`, '', ''].join('\n');
  }),
);
const view = memoryView({ 'pkg/__init__.py': '', 'pkg/m.py': functions.join('\n') });
const request = { path: 'pkg/m.py', limit: 200 };

test('so many parts as are asked for, where the file gives them', () => {
  for (const parts of [3, 4, 5, 6]) expect(planInto(view, parts, request).modules).toHaveLength(parts);
});

test('a range gives each number once, fewest first, and the same plan as the number alone', () => {
  const plans = planAlternatives(view, { from: 3, to: 6 }, request);
  const counts = plans.map(({ modules }) => modules.length);
  expect(counts).toEqual([3, 4, 5, 6]);
  expect(plans).toEqual(counts.map((parts) => planInto(view, parts, request)));
});

test('a number that the file does not give leads to the nearest', () => {
  const most = planInto(view, 40, request).modules.length;
  expect(most).toBeGreaterThan(5);
  expect(planAlternatives(view, { from: 40, to: 60 }, request).map(({ modules }) => modules.length)).toEqual([most]);
});

test('no number: the planner chooses', () => {
  expect(planFile(view, request).modules.length).toBeGreaterThan(1);
});
