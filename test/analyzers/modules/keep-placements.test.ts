import { describe, expect, it } from 'vitest';
import { planModules } from '../../../analyzers/modules/plan-modules.ts';
import { movedUnits, placesOf } from '../../../bench/planner/moved-units.ts';
import type { Plan } from '../../../src/core/plan.ts';
import { plannedFile } from '../../helpers/planned-file.ts';
import { fileOfSubjects, functionText, outlineText } from './outline-text.ts';

const LANGUAGES = ['rust', 'python'] as const;

const planOf = (text: string, language: 'rust' | 'python', previous?: Pick<Plan, 'modules' | 'keep'>): Plan =>
  planModules(plannedFile(outlineText(text, language), text), {
    path: 'src/a.x',
    limit: 500,
    ...(previous === undefined ? {} : { previous }),
  });

/** A plan that no planner would make: units dealt out in turn. */
const odd = (plan: Plan): Plan => {
  const units = plan.modules.flatMap((module) => module.units);
  const deal = (at: number): string[] => units.filter((_, i) => i % 2 === at);
  return { ...plan, modules: ['odd', 'even'].map((name, at) => ({ name, units: deal(at), why: '' })) };
};

describe.each(LANGUAGES)('a previous plan for %s', (language) => {
  const text = fileOfSubjects(language, 4, 8, 20);
  const first = planOf(text, language);

  it('is the plan where nothing has changed', () => {
    expect(planOf(text, language, first)).toEqual(first);
  });

  it('keeps every unit and name when a function is added or removed, and gives the new one a home', () => {
    const { units } = outlineText(text, language);
    for (const at of [1, Math.floor(units.length / 2), units.length - 1]) {
      const place = units[at]!.start;
      const grown = `${text.slice(0, place)}${functionText(language, 'scan_signal', 'str', [], 12)}\n\n${text.slice(place)}`;
      const next = planOf(grown, language, first);
      expect(movedUnits(placesOf(first), placesOf(next))).toBe(0);
      expect(next.modules.map(({ name }) => name)).toEqual(
        expect.arrayContaining(first.modules.map(({ name }) => name)),
      );
      const homes = [...next.modules.map((module) => module.units), next.keep.map(({ unit }) => unit)];
      expect(homes.filter((home) => home.some((id) => id.includes('scan_signal')))).toHaveLength(1);
      expect(movedUnits(placesOf(next), placesOf(planOf(text, language, next)))).toBeLessThanOrEqual(1);
    }
  });

  it('is divided only where a module has outgrown the limit; its largest part keeps the name', () => {
    const [module] = first.modules;
    const { units } = outlineText(text, language);
    const end = units.find(({ id }) => id === module!.units.at(-1))!.end;
    const many = Array.from({ length: 12 }, (_, i) => functionText(language, `weigh${i}_parser`, 'str', [], 40));
    const grown = `${text.slice(0, end)}\n\n${many.join('\n')}${text.slice(end)}`;
    const next = planOf(grown, language, { ...first, modules: first.modules });
    const others = first.modules.slice(1);
    for (const { name, units: own } of others)
      expect(next.modules.find((one) => one.name === name)?.units).toEqual(expect.arrayContaining([...own]));
    expect(next.modules.some(({ name }) => name === module!.name)).toBe(true);
    for (const { lines } of next.predicted.files) expect(lines).toBeLessThanOrEqual(520);
  });
});

it('whose modules would need one another in a cycle is planned anew in Python', () => {
  const text = fileOfSubjects('python', 4, 8, 20);
  const fresh = planOf(text, 'python');
  const circle = odd(fresh);
  expect(planOf(text, 'python', circle).modules.map(({ name }) => name)).toEqual(fresh.modules.map(({ name }) => name));
  expect(
    planOf(fileOfSubjects('rust', 4, 8, 20), 'rust', odd(planOf(fileOfSubjects('rust', 4, 8, 20), 'rust'))).modules.map(
      ({ name }) => name,
    ),
  ).toEqual(['odd', 'even']);
});
