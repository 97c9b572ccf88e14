import { expect, test, vi } from 'vitest';
import { pythonSplitModule } from '../../codemods/python/split-module/index.ts';
import { countLines } from '../../src/core/lines.ts';
import type { Plan } from '../../src/core/plan.ts';
import { planFile } from '../../src/engine/plan/plan-file.ts';
import { viewOf } from '../helpers/split-cases.ts';

const body = (name: string): string =>
  `def ${name}(value):\n${Array.from({ length: 30 }, (_, i) => `    value = value + ${i}`).join('\n')}\n    return value\n\n\n`;

const words = ['circle', 'square', 'parse', 'render', 'fetch', 'store'];
const FILLER = words.map((word) => body(`${word}_one`) + body(`${word}_two`)).join('');

function planned(text: string) {
  const view = viewOf({ 'm.py': text });
  const plan = planFile(view, { path: 'm.py', limit: 120 });
  const result = pythonSplitModule.run(view, { path: 'm.py', plan, notes: false });
  if (result.status === 'refused') throw new Error(result.refusals.map(({ why }) => why).join('\n'));
  return { plan, after: view.overlay(result.changeSet) };
}

const moved = ({ modules }: Plan): string[] => modules.flatMap(({ units }) => units);

test('a unit that the codemod would refuse stays, with the hazard as reason, and the rest leaves', () => {
  const { plan } = planned(`${FILLER}def look(code):\n    exec(code)\n`);
  expect(plan.keep.find(({ unit }) => unit === 'def look')?.why).toMatch(/^H19: |core/);
  expect(moved(plan).length).toBeGreaterThan(6);
});

test('registrations stay in their order: modules that register are cut along the source', () => {
  const registered = FILLER.replace(/^def (\w+_two)/gm, '@register\ndef $1');
  const { plan } = planned(`CHECKS = []\n\n\ndef register(f):\n    CHECKS.append(f)\n    return f\n\n\n${registered}`);
  const home = (word: string): number => plan.modules.findIndex(({ units }) => units.includes(`def ${word}_two`));
  const places = words.map(home).filter((at) => at !== -1);
  expect(new Set(places).size).toBeGreaterThan(1);
  expect(places).toEqual([...places].sort((a, b) => a - b));
});

test('what is bound further down cannot be touched by what runs above it', () => {
  const early = 'def use():\n    return LATER\n\n\ndef make():\n    return use\n\n\nhook = make()\n\n\n';
  expect(moved(planned(`${early}${FILLER}LATER = [1]\nLATER.append(2)\n`).plan).length).toBeGreaterThan(6);
});

test('a string below an assignment documents it: one unit, without effect', () => {
  const { plan } = planned(`import os\n\nLIMIT = 3\n"""How many."""\n\n\n${FILLER}`);
  const ids = [...moved(plan), ...plan.keep.map(({ unit }) => unit)];
  expect(ids.filter((id) => /How many|LIMIT/.test(id))).toEqual(['assign LIMIT']);
});

test('predicted lines are those of the files that the split writes', () => {
  const { plan, after } = planned(FILLER);
  expect(plan.predicted.files).toHaveLength(plan.modules.length + 1);
  for (const { path, lines } of plan.predicted.files) expect(countLines(after.text(path))).toBe(lines);
});

test('however many rounds a plan takes, the codemod is run once', () => {
  const run = vi.spyOn(pythonSplitModule, 'run');
  const view = viewOf({ 'm.py': `${FILLER}def look(code):\n    exec(code)\n\n\ndef peek():\n    return look('1')\n` });
  const plan = planFile(view, { path: 'm.py', limit: 120 });
  expect(plan.keep.some(({ why }) => why.startsWith('H19: '))).toBe(true);
  expect(run).toHaveBeenCalledTimes(1);
  run.mockRestore();
});
