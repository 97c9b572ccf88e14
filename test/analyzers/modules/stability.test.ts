import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planModules } from '../../../analyzers/modules/plan-modules.ts';
import { fileOfSubjects, functionText, outlineText } from './outline-text.ts';

/** Unit -> the unit that its file is known by: the first that was in both files. */
function placesOf(text: string, language: 'rust' | 'python'): Map<string, string> {
  const plan = planModules(outlineText(text, language), text, { path: 'src/a.x', limit: 500 });
  const files = [...plan.modules.map(({ units }) => units), plan.keep.map(({ unit }) => unit)];
  return new Map(files.flatMap((units, f) => units.map((unit): [string, string] => [unit, String(f)])));
}

/** The fewest units that must move to make one partition the other: all but the largest overlaps, paired one to one. */
function movedUnits(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): number {
  const overlaps = new Map<string, number>();
  for (const [unit, place] of before) {
    const key = `${place} ${after.get(unit)}`;
    overlaps.set(key, (overlaps.get(key) ?? 0) + 1);
  }
  const taken = new Set<string>();
  let stayed = 0;
  for (const [key, count] of [...overlaps].sort((a, b) => b[1] - a[1])) {
    const [from, to] = key.split(' ') as [string, string];
    if (taken.has(`from ${from}`) || taken.has(`to ${to}`)) continue;
    taken.add(`from ${from}`).add(`to ${to}`);
    stayed += count;
  }
  return before.size - stayed;
}

describe('stability', () => {
  it('moves at most two other units when one function is added', () => {
    const word = fc.constantFrom('parser', 'lexer', 'report', 'config', 'table', 'signal');
    const added = fc.record({
      language: fc.constantFrom('rust' as const, 'python' as const),
      subjects: fc.integer({ min: 3, max: 5 }),
      functions: fc.integer({ min: 4, max: 8 }),
      body: fc.integer({ min: 8, max: 25 }),
      name: fc.tuple(fc.constantFrom('scan', 'build', 'trace'), word).map((words) => words.join('_')),
      lines: fc.integer({ min: 1, max: 30 }),
      calls: fc.subarray(['open_parser', 'read_lexer', 'open_report']),
      at: fc.nat(1000),
    });
    fc.assert(
      fc.property(added, ({ language, subjects, functions, body, name, lines, calls, at }) => {
        const text = fileOfSubjects(language, subjects, functions, body);
        const { units } = outlineText(text, language);
        const place = units[at % units.length]!.start;
        const called = calls.slice(0, 1);
        const grown = `${text.slice(0, place)}${functionText(language, name, 'str', called, lines)}\n\n${text.slice(place)}`;
        expect(movedUnits(placesOf(text, language), placesOf(grown, language))).toBeLessThanOrEqual(2);
      }),
      { numRuns: 150 },
    );
  });
});
