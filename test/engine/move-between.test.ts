import { describe, expect, test } from 'vitest';
import { SILENT } from '../../src/core/progress.ts';
import { planShift } from '../../src/engine/move/plan-shift.ts';
import { splitFiles } from '../../src/engine/split/split-files.ts';
import type { View } from '../../src/workspace/view.ts';
import { caseView, judgeBySyntax } from '../helpers/judge-by-syntax.ts';

const FILES = {
  rust: {
    'src/lib.rs': 'pub mod m;\n',
    'src/m.rs':
      'mod left;\nmod right;\n\npub use left::{one, two};\npub use right::three;\n\npub fn four() -> u32 {\n    one() + three()\n}\n\nfn five() -> u32 {\n    5\n}\n\npub fn six() -> u32 {\n    five() + 1\n}\n',
    'src/m/left.rs': 'pub fn one() -> u32 {\n    1\n}\n\npub fn two() -> u32 {\n    one() + one()\n}\n',
    'src/m/right.rs': 'pub fn three() -> u32 {\n    3\n}\n',
  },
  python: {
    'm/__init__.py':
      'from ._left import one as one, two as two\nfrom ._right import three as three\n\n\ndef four():\n    return one() + three()\n\n\ndef five():\n    return 5\n\n\ndef six():\n    return five() + 1\n',
    'm/_left.py': '__name__ = "m"\n\n\ndef one():\n    return 1\n\n\ndef two():\n    return one() + one()\n',
    'm/_right.py': '__name__ = "m"\n\n\ndef three():\n    return 3\n',
  },
  javascript: {
    'src/m.ts':
      "import { one } from './m/left';\nexport { one, two } from './m/left';\nimport { three } from './m/right';\nexport { three } from './m/right';\n\nexport function four(): number {\n  return one() + three();\n}\n\nexport function five(): number {\n  return 5;\n}\n\nexport const six = (): number => five() + 1;\n",
    'src/m/left.ts':
      'export function one(): number {\n  return 1;\n}\n\nexport function two(): number {\n  return one() + one();\n}\n',
    'src/m/right.ts': 'export function three(): number {\n  return 3;\n}\n',
  },
} as const;

const PATHS = {
  rust: { facade: 'src/m.rs', left: 'src/m/left.rs', right: 'src/m/right.rs' },
  python: { facade: 'm/__init__.py', left: 'm/_left.py', right: 'm/_right.py' },
  javascript: { facade: 'src/m.ts', left: 'src/m/left.ts', right: 'src/m/right.ts' },
} as const;

const shift = (view: View, request: Parameters<typeof planShift>[1]) =>
  splitFiles({
    view,
    ...planShift(view, request),
    notes: false,
    asked: ['S'],
    testCommand: null,
    inPlace: false,
    onAnnounce: () => undefined,
    lock: null,
    receipt: { tool: 'omni-refactor 0', appliedAt: '', command: [] },
    onProgress: SILENT,
    signal: new AbortController().signal,
  });

describe.each(['rust', 'python', 'javascript'] as const)('%s: units go', (language) => {
  const view = caseView(language, FILES[language]);
  const { facade, left, right } = PATHS[language];

  test.each([
    ['from the file to a part', facade, left, 'five'],
    ['from a part to the file', left, facade, 'two'],
    ['from a part to another', left, right, 'two'],
  ])('%s', async (_, from, to, unit) => {
    const { outcome, after, refusals, evidence } = await shift(view, { from, to, units: [unit] });
    expect(refusals.map(({ hazard, why }) => `${hazard} ${why}`)).toEqual([]);
    expect(
      evidence.proofs.filter(({ verdict }) => verdict === 'failed').map(({ path, why }) => `${path} ${why}`),
    ).toEqual([]);
    expect(outcome).toBe('proven');
    const made = new RegExp(`(?:fn|def|function) ${unit}\\b`);
    expect([from, to].map((path) => made.test(after.text(path)))).toEqual([false, true]);
    expect(await judgeBySyntax(view, after)).toMatchObject({ outcome: 'proven' });
  });

  test('a part that has nothing left is gone', async () => {
    const { outcome, after } = await shift(view, { from: right, to: left, units: ['three'] });
    expect(outcome).toBe('proven');
    expect(after.file(right)).toBeUndefined();
    expect(await judgeBySyntax(view, after)).toMatchObject({ outcome: 'proven' });
  });

  test('what is spoiled on the way is not proven', async () => {
    const { after } = await shift(view, { from: left, to: right, units: ['two'] });
    const texts = Object.fromEntries(after.files.map(({ path }) => [path, after.text(path)]));
    const spoiled: readonly (readonly [string, string, string])[] = [
      [right, 'one() + one()', 'one() + one() + 1'],
      [right, '3', '4'],
      [left, '1', '2'],
      [facade, 'one() + three()', 'three() + one()'],
    ];
    for (const [path, find, put] of spoiled) {
      const text = texts[path]!.replace(find, put);
      expect(text).not.toBe(texts[path]);
      expect(await judgeBySyntax(view, caseView(language, { ...texts, [path]: text }))).toMatchObject({
        outcome: 'not-proven',
      });
    }
  });

  test('a module of another file is no place', async () => {
    const other = language === 'rust' ? 'src/other.rs' : language === 'python' ? 'm/other.py' : 'src/other.ts';
    const more = caseView(language, { ...FILES[language], [other]: FILES[language][right as never] });
    const { outcome, refusals } = await shift(more, { from: left, to: other, units: ['two'] });
    expect([outcome, refusals.map(({ hazard }) => hazard)]).toEqual(['refused', ['M5']]);
  });
});

test('where the plan behind the join is refused, nothing is made: not the join alone either', async () => {
  const files = {
    ...FILES.python,
    'm/__init__.py': `${FILES.python['m/__init__.py']}\n\ndef seven(of=five):\n    return of()\n`,
  };
  const { facade, left } = PATHS.python;
  const result = await shift(caseView('python', files), { from: facade, to: left, units: ['seven'] });
  expect([result.outcome, result.changeSets, result.leftOut]).toEqual(['refused', [], []]);
  expect(result.refusals).toMatchObject([{ hazard: 'H2', why: 'five stays in the facade, which imports this part' }]);
});

test.each([
  ['import_module(name)', 'five', PATHS.python.facade, 'proven'],
  ['import_module(name)', 'two', PATHS.python.left, 'not-proven'],
  ['[one.name for one in pkgutil.iter_modules(__path__)]', 'five', PATHS.python.facade, 'not-proven'],
])(
  'beside %s, %s: a part that only gains names is what it was for who loads it',
  async (call, unit, from, expected) => {
    const other = `import pkgutil\nfrom importlib import import_module\n\n\ndef load(name):\n    return ${call}\n`;
    const view = caseView('python', { ...FILES.python, 'm/other.py': other });
    const { outcome, after } = await shift(view, {
      from,
      to: from === PATHS.python.facade ? PATHS.python.left : PATHS.python.right,
      units: [unit],
    });
    expect(outcome).toBe(expected);
    if (expected === 'proven') expect(await judgeBySyntax(view, after)).toMatchObject({ outcome: 'proven' });
  },
);

test('imports of a part are its own, and no units of the plan', async () => {
  const { facade, left } = PATHS.rust;
  const view = caseView('rust', {
    ...FILES.rust,
    [facade]: `use std::fmt;\n\n${FILES.rust[facade]}\npub fn seven(of: &dyn fmt::Debug) -> String {\n    format!("{of:?}")\n}\n`,
    [left]: `use std::fmt::Display;\n\n${FILES.rust[left]}\nfn shown(of: impl Display) -> String {\n    of.to_string()\n}\n`,
  });
  const { outcome, refusals, after } = await shift(view, { from: facade, to: left, units: ['five'] });
  expect([outcome, refusals]).toEqual(['proven', []]);
  expect(await judgeBySyntax(view, after)).toMatchObject({ outcome: 'proven' });
});
