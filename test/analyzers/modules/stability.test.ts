import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planModules } from '../../../analyzers/modules/plan-modules.ts';
import { movedUnits, placesOf } from '../../../bench/planner/moved-units.ts';
import type { Plan } from '../../../src/core/plan.ts';
import { plannedFile } from '../../helpers/planned-file.ts';
import { fileOfSubjects, functionText, outlineText } from './outline-text.ts';

const planOf = (text: string, language: 'rust' | 'python', previous?: Plan): Plan =>
  planModules(plannedFile(outlineText(text, language), text), {
    path: 'src/a.x',
    limit: 500,
    ...(previous === undefined ? {} : { previous }),
  });

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
        expect(movedUnits(placesOf(planOf(text, language)), placesOf(planOf(grown, language)))).toBeLessThanOrEqual(2);
      }),
      { numRuns: 150 },
    );
  });
});
