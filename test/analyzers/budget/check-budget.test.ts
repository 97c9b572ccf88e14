import { expect, test } from 'vitest';
import { checkBudget } from '../../../analyzers/budget/check-budget.ts';
import type { Budget } from '../../../src/config/config.ts';
import { DEFAULT_CONFIG } from '../../../src/config/default-config.ts';
import { textEntry } from '../../../src/workspace/create-view.ts';
import { memoryView } from '../../helpers/memory-view.ts';
import { plainComposition } from '../../helpers/plain-composition.ts';

const FILES = {
  'src/lib.rs': 'include!("deep.inc");\nfn one() {}\n',
  'src/deep.inc': 'fn two(x: bool) {\n    if x {\n        if x { for y in z {} }\n    }\n}\n',
  "it's.py": 'a = 1\nb = 2\nc = 3\nd = 4',
  'flat.py': 'def f(a, b, c):\n    return a or b and c or a\n',
};
const OFF: Budget = DEFAULT_CONFIG.budget;

function check(budget: Partial<Budget>, state: 'text' | 'not-utf8' = 'text') {
  const files = Object.entries(FILES).map(([path, text]) => textEntry(path, text));
  const entries = files.map((file) => (file.path === 'flat.py' ? { ...file, state } : file));
  const view = memoryView(FILES, { files: entries, config: { ...DEFAULT_CONFIG, budget: { ...OFF, ...budget } } });
  return checkBudget(view, plainComposition(view, { 'src/lib.rs': ['src/deep.inc'] }));
}

test('holds each file by itself, fragments too, and allows the ceiling', () => {
  const { findings, rules } = check({ fileLines: 3 });
  expect(findings.map(({ place, value, limit }) => [place.path, value, limit])).toEqual([
    ["it's.py", 4, 3],
    ['src/deep.inc', 5, 3],
  ]);
  expect(findings[0]!.whatToDo).toContain("omni-refactor plan 'it'\\''s.py'");
  expect(findings[1]!.whatToDo).toContain('omni-refactor plan src/deep.inc');
  expect(check({ fileLines: 5 }).findings).toEqual([]);
  expect(rules).toEqual([
    { id: 'file-lines', limit: 3, checked: 4 },
    { id: 'function-cognitive', limit: null, checked: 0 },
    { id: 'module-lines', limit: null, checked: 0 },
  ]);
});

test('names the function, its lines and the costliest line', () => {
  const { findings } = check({ functionCognitive: 2 });
  expect(findings.map(({ symbol, value, whatToDo }) => [symbol, value, whatToDo])).toEqual([
    ['f', 3, 'Give each step of it a function of its own.'],
    ['two', 6, 'Move what is nested deepest into a function of its own: line 3 (for) alone adds 3.'],
  ]);
  expect(findings[1]!.place).toEqual({ path: 'src/deep.inc', line: 1, endLine: 5 });
  expect(check({ functionCognitive: 6 }).findings).toEqual([]);
});

test('is silent without ceilings', () => {
  expect(check({}, 'not-utf8')).toMatchObject({ findings: [], unknown: [] });
});

test('a file that cannot be read is neither passed nor failed', () => {
  const { unknown, rules } = check({ fileLines: 3 }, 'not-utf8');
  expect(unknown).toEqual([{ path: 'flat.py', reason: 'not-utf8' }]);
  expect(rules[0]!.checked).toBe(3);
});
