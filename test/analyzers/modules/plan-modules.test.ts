import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { referenceGraph } from '../../../analyzers/modules/atoms/reference-graph.ts';
import { validatePlan } from '../../../analyzers/modules/edit/validate-plan.ts';
import { planModules } from '../../../analyzers/modules/plan-modules.ts';
import { hashOf } from '../../../src/core/hash.ts';
import { planningOf } from '../../../src/engine/planning-of.ts';
import { plannedFile } from '../../helpers/planned-file.ts';
import { fileOfSubjects, functionText, outlineText } from './outline-text.ts';

const LANGUAGES = ['rust', 'python'] as const;
const plan = (text: string, language: 'rust' | 'python', limit = 500) =>
  planModules(plannedFile(outlineText(text, language), text), {
    path: `src/big.${language === 'rust' ? 'rs' : 'py'}`,
    limit,
  });

/** Random functions that call random others, in a file of any shape. */
const tangle = fc
  .record({
    language: fc.constantFrom(...LANGUAGES),
    bodies: fc.array(fc.record({ lines: fc.nat(60), calls: fc.array(fc.nat(40), { maxLength: 3 }) }), {
      maxLength: 40,
    }),
    limit: fc.integer({ min: 60, max: 400 }),
  })
  .map(({ language, bodies, limit }) => {
    const name = (i: number): string => `fn_${'abcdefgh'[i % 8]}_x${i}`;
    const functions = bodies.map(({ lines, calls }, i) =>
      functionText(language, name(i), 'str', calls.filter((to) => to < bodies.length).map(name), lines),
    );
    return { language, limit, text: functions.join('\n') };
  });

describe('planModules', () => {
  it.each(LANGUAGES)('finds the subjects of a clear %s file and names them after their words', (language) => {
    const { modules, keep } = plan(fileOfSubjects(language, 4, 6, 20), language);
    const found = modules.map(({ units }) => [
      ...new Set(units.map((id) => /parser|lexer|report|config/i.exec(id)![0].toLowerCase())),
    ]);
    expect(found).toHaveLength(4 - (keep.length > 0 ? 1 : 0));
    modules.forEach(({ name }, m) => {
      expect(found[m]).toHaveLength(1);
      expect(name).toContain(found[m]![0]);
    });
  });

  it('places every unit once, is deterministic, and stays within max(limit, bound)', () => {
    fc.assert(
      fc.property(tangle, ({ language, text, limit }) => {
        const outline = outlineText(text, language);
        const made = plan(text, language, limit);
        expect(validatePlan(planningOf(language), made, outline, hashOf(text))).toEqual([]);
        expect(plan(text, language, limit)).toEqual(made);
        const most = Math.max(...made.predicted.files.slice(1).map(({ lines }) => lines), 0);
        expect(most).toBeLessThanOrEqual(Math.max(limit, made.bound.lines) + 1);
      }),
      { numRuns: 60 },
    );
  });

  it('makes no cycle between Python modules, and none needs the facade', () => {
    fc.assert(
      fc.property(tangle, ({ text, limit }) => {
        const python = text.startsWith('pub') ? '' : text;
        const outline = outlineText(python, 'python');
        const { modules, keep } = planModules(plannedFile(outline, python), { path: 'a.py', limit });
        const place = new Map(modules.flatMap(({ units }, m) => units.map((unit): [string, number] => [unit, m])));
        for (const { unit } of keep) place.set(unit, modules.length);
        const { units, references } = referenceGraph(outline);
        for (const { from, to } of references)
          expect(place.get(units[from]!.id)).toBeGreaterThanOrEqual(place.get(units[to]!.id)!);
      }),
      { numRuns: 60 },
    );
  });

  it('says which unit sets the bound', () => {
    const text = `${fileOfSubjects('python', 3, 4, 10)}\n${functionText('python', 'giant_table', 'str', [], 300)}`;
    expect(plan(text, 'python', 150).bound).toMatchObject({ setBy: ['def giant_table'] });
  });

  it('plans a file of 5,000 lines in under a second of CPU', () => {
    const text = fileOfSubjects('rust', 6, 8, 100);
    const outline = outlineText(text, 'rust');
    expect(text.split('\n').length).toBeGreaterThan(5000);
    const start = process.cpuUsage();
    planModules(plannedFile(outline, text), { path: 'a.rs', limit: 500 });
    // What the machine does besides is not counted; the collector's threads are.
    expect(process.cpuUsage(start).user).toBeLessThan(1_000_000);
  });
});
