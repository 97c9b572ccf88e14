import { expect, test } from 'vitest';
import { javascriptPlanning } from '../../../analyzers/modules/javascript/planning.ts';
import { planModules } from '../../../analyzers/modules/plan-modules.ts';
import { pythonPlanning } from '../../../analyzers/modules/python/planning.ts';
import { plannedFile } from '../../helpers/planned-file.ts';
import { outlineText } from './outline-text.ts';

const banner = (mark: string, lines: number): string => `${`${mark} a table\n`.repeat(lines)}\n`;
const functions = (count: number): string =>
  Array.from({ length: count }, (_, i) => `def work_${i}(x):\n${'    x += 1\n'.repeat(18)}    return x\n`).join('\n\n');

test('a banner leaves with what follows it, blank lines in it counted', () => {
  const text = `${banner('#', 2)}import os\n\n${banner('#', 3)}${banner('#', 2)}\n# own\ndef f(): pass\n\n\ndef g(): pass\n`;
  expect([...pythonPlanning.looseLines(outlineText(text, 'python'), text)]).toEqual([['def f', 6]]);
  const script = `import a from 'a';\n\n// one\n\n// two\n\nexport const x = a;\n`;
  expect([...javascriptPlanning.looseLines(outlineText(script, 'typescript'), script)]).toEqual([['const x', 3]]);
});

test('no module is planned over the limit because of a banner', () => {
  const text = `import os\n\n${banner('#', 150)}\n${functions(40)}`;
  const plan = planModules(plannedFile(outlineText(text, 'python'), text), { path: 'm.py', limit: 300 });
  expect(plan.bound.lines).toBe(300);
  expect(plan.predicted.files.filter(({ lines }) => lines > 300)).toEqual([]);
  expect(Math.max(...plan.predicted.files.map(({ lines }) => lines))).toBeGreaterThan(150);
});
