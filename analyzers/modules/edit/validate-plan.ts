import type { ErrorCode } from '../../../src/core/error-codes.ts';
import type { Problem } from '../../../src/core/errors.ts';
import type { PlanningLanguage } from '../../../src/core/language.ts';
import type { Plan } from '../../../src/core/plan.ts';
import type { Outline, Unit } from '../../../src/core/unit.ts';
import { nameFault } from './name-fault.ts';

/** A problem of a plan, and the entry that it is about: a unit id, a module's name, or a key. */
export interface PlanProblem extends Problem {
  readonly entry: string;
}

/**
 * Whether a plan fits the file: every unit once, no unknown ones, legal and distinct module names. Empty if it does.
 * A member of an `impl` may be named by a module if the `impl` stands in `keep`.
 * @param hash of the file's text now
 */
export function validatePlan(language: PlanningLanguage, plan: Plan, outline: Outline, hash: string): PlanProblem[] {
  const base = plan.base[0];
  if (base && base.hash !== hash) return [staleProblem(base.path)];
  return [...unitProblems(language, plan, outline), ...cutProblems(plan, outline), ...nameProblems(plan)];
}

const staleProblem = (path: string): PlanProblem => ({
  entry: 'hash',
  code: 'plan-is-stale',
  what: `The plan was made for other content of ${path}`,
  why: 'its units may have changed, moved or gone since',
  whatToDo: `make a new plan that keeps its names and placements: omni-refactor plan ${path} --previous PLAN`,
});

function unitProblems({ membersLeave }: PlanningLanguage, plan: Plan, outline: Outline): PlanProblem[] {
  const places = placesOf(plan);
  const known = new Map([...outline.units, ...outline.members].map((unit): [string, Unit] => [unit.id, unit]));
  const kept = new Set(plan.keep.map(({ unit }) => unit));
  const problems: PlanProblem[] = [];
  const add = (entry: string, code: ErrorCode, what: string, why: string, whatToDo: string): void => {
    problems.push({ entry, code, what, why, whatToDo });
  };
  for (const [id, where] of places) {
    const unit = known.get(id);
    if (!unit)
      add(
        id,
        'unknown-unit',
        `\`${id}\` is no unit of the file`,
        'a plan can place only what is there',
        'remove it, or correct its spelling',
      );
    else if (where.length > 1)
      add(
        id,
        'doubled-unit',
        `\`${id}\` stands in ${where.join(' and in ')}`,
        'a unit has one place',
        'remove all but one',
      );
    else if (unit.parent !== null && !kept.has(unit.parent))
      add(
        id,
        'member-without-parent',
        `\`${id}\` leaves \`${unit.parent}\`, which is not kept`,
        'a divided impl has to stay in the facade',
        `put \`${unit.parent}\` under keep, or remove \`${id}\``,
      );
    else if (unit.parent !== null && !membersLeave)
      add(
        id,
        'member-cannot-leave',
        `\`${id}\` cannot leave \`${unit.parent}\``,
        'only an inherent impl can be divided',
        `place \`${unit.parent}\` as a whole`,
      );
  }
  for (const { id } of outline.units) {
    if (!places.has(id))
      add(
        id,
        'missing-unit',
        `\`${id}\` has no place`,
        'every unit stands once in modules, keep or refused',
        'add it to a module or to keep',
      );
  }
  return problems;
}

const cutProblems = ({ cuts = [] }: Plan, { units }: Outline): PlanProblem[] =>
  cuts
    .filter(({ unit, name }) => !units.some(({ id, uses }) => id === unit && uses.some((use) => use.name === name)))
    .map(({ unit, name }) => ({
      entry: unit,
      code: 'unknown-cut',
      what: `\`${unit}\` has no read of \`${name}\` to cut`,
      why: 'a cut names a unit of the file and a name that it reads',
      whatToDo: 'remove it, or correct its spelling',
    }));

function placesOf(plan: Plan): Map<string, string[]> {
  const places = new Map<string, string[]>();
  const put = (unit: string, where: string): void => {
    places.set(unit, [...(places.get(unit) ?? []), where]);
  };
  for (const { name, units } of plan.modules) for (const unit of units) put(unit, name);
  for (const { unit } of plan.keep) put(unit, 'keep');
  for (const { unit } of plan.refused) put(unit, 'refused');
  return places;
}

function nameProblems(plan: Plan): PlanProblem[] {
  const seen = new Map<string, string>();
  const problems: PlanProblem[] = [];
  for (const { name, units } of plan.modules) {
    const first = seen.get(name.toLowerCase());
    const problem = (code: ErrorCode, what: string, why: string, whatToDo: string): PlanProblem => ({
      entry: name,
      code,
      what,
      why,
      whatToDo,
    });
    if (first !== undefined)
      problems.push(
        problem(
          'module-name-collides',
          `Two modules are called \`${name}\``,
          'some file systems do not tell upper from lower case',
          'rename one of them',
        ),
      );
    const fault = nameFault(plan, name);
    if (fault !== null) {
      const shown = name.length > 50 ? `${name.slice(0, 40)}…` : name;
      problems.push(problem(fault.code, `\`${shown}\` cannot be a module's name`, fault.why, 'rename it'));
    }
    if (units.length === 0)
      problems.push(
        problem(
          'module-is-empty',
          `\`${name}\` has no units`,
          'an empty module is of no use',
          'remove it, or give it units',
        ),
      );
    seen.set(name.toLowerCase(), name);
  }
  return problems;
}
