import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Outline } from '../../../src/core/unit.ts';
import { parse } from '../../../src/languages/parse.ts';
import { outlinePython } from '../../../src/languages/python/outline.ts';
import { pythonFiles, standardLibrary } from './ask-symtable.ts';

const outline = (text: string): Outline => outlinePython(parse(text, 'python'));

// Each makes a unit of its own under a name of its own; `N` stands for the name.
const STATEMENTS = [
  'def N(a, b=1):\n    return a',
  '# about N\n@deco\ndef N(): pass',
  'class N(Base):\n    x = 1\n    def f(self): return self.x',
  'N = 1',
  'N: int = call(1, "a")',
  'try:\n    import N\nexcept ImportError:\n    N = None',
  'if flag:\n    N = 1',
  'register(N, "x")',
  'import N',
  'from .N import N as N',
  'for N in range(3):\n    print(N)',
];
const statement = fc.constantFrom(...STATEMENTS);
const file = fc.array(statement, { minLength: 1, maxLength: 12 });
const named = (parts: readonly string[]): string[] => parts.map((part, i) => part.replaceAll('N', `name${i}`));

test('every statement is a unit, whatever stands beside it', () => {
  fc.assert(
    fc.property(file, file, fc.nat(11), (parts, others, at) => {
      const texts = named(parts);
      const alone = texts.map((text) => outline(`x\n${text}\n`).units[1]!.id);
      expect(
        outline(`x\n${texts.join('\n')}\n`)
          .units.slice(1)
          .map(({ id }) => id),
      ).toEqual(alone);
      const inserted = named(others).map((text) => text.replaceAll('name', 'other'));
      const mixed = [...texts.slice(0, at), ...inserted, ...texts.slice(at)];
      const all = outline(`x\n\n\n${mixed.join('\n\n# note\n\n\n')}\n`).units.map(({ id }) => id);
      expect(all).toEqual(expect.arrayContaining(alone));
      expect(new Set(all).size).toBe(all.length);
    }),
    { numRuns: 100 },
  );
});

test('formatting changes no id', () => {
  const pairs: readonly (readonly [string, string])[] = [
    ["call('a', b)\n", 'call(\n    "a",\n    b,\n)\n'],
    ['from a import (b, c)\n', 'from a import (\n    b,\n    c,\n)\n'],
    ['if (x and\n  y):\n  z = 1\n', 'if x and y:\n    z = 1\n'],
    ["D['k'] = {1: 2}\n", 'D["k"] = {\n    1: 2,\n}\n'],
    ['for i in x : f( i )\n', 'for i in x:\n    f(i)\n'],
  ];
  for (const [a, b] of pairs)
    expect(outline(a).units.map(({ id }) => id)).toEqual(outline(b).units.map(({ id }) => id));
});

/** Everything outside of header, units and loose comments is blank. */
function uncovered(text: string, { header, units, hazards }: Outline): string {
  const kept = [header, ...units, ...hazards.filter(({ id }) => id === 'H34')].sort((a, b) => a.start - b.start);
  let at = 0;
  let rest = '';
  for (const { start, end } of kept) {
    if (start > at) rest += text.slice(at, start);
    at = Math.max(at, end);
  }
  return (rest + text.slice(at)).replace(/[\s\\]/g, '');
}

test('real files: ids unique, units in order and apart, nothing lost', () => {
  for (const path of pythonFiles(standardLibrary()).filter((_, i) => i % 40 === 7)) {
    const text = readFileSync(path, 'utf8');
    const result = outline(text);
    const ids = [...result.units, ...result.members].map(({ id }) => id);
    expect(new Set(ids).size, path).toBe(ids.length);
    for (const id of ids) expect(id).not.toMatch(/: | #|^[^a-z]|\s$|\n/);
    result.units.forEach((unit, i) => {
      expect(unit.start).toBeGreaterThanOrEqual(i === 0 ? result.header.end : result.units[i - 1]!.end);
      expect(unit.start <= unit.body.start && unit.body.start < unit.body.end && unit.body.end <= unit.end).toBe(true);
    });
    expect(uncovered(text, result), path).toBe('');
  }
});

test('deep nesting does not overflow', () => {
  expect(outline(`x = ${'('.repeat(5000)}1${')'.repeat(5000)}\n`).units).toHaveLength(1);
  const ifs = Array.from({ length: 90 }, (_, i) => `${' '.repeat(i)}if a:\n`).join('');
  expect(outline(`${ifs}${' '.repeat(90)}b = 1\n`).units).toHaveLength(1);
  expect(outline(`f = ${'lambda: '.repeat(3000)}x\n`).units[0]!.uses.map(({ name }) => name)).toEqual(['x']);
});
