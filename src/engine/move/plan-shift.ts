import { RefactorError } from '../../core/errors.ts';
import type { Plan } from '../../core/plan.ts';
import type { Refusal } from '../../core/refusal.ts';
import type { View } from '../../workspace/view.ts';
import type { FileTask } from '../change/jobs.ts';
import type { LeftOut } from '../change/left-out.ts';
import type { Language } from '../language.ts';
import { languageOfFile } from '../language-of.ts';
import { outlineIn, planFile } from '../plan/plan-file.ts';
import { facadeOf } from './joins-of.ts';
import { type MoveRequest, placeOf, planOf } from './plan-move.ts';
import { IMPORTS, unitsNamed } from './units-named.ts';

/** What a move between modules that are there comes to: a join and a plan on top of it, or why it cannot be made. */
export interface Shift {
  readonly tasks: readonly FileTask[];
  readonly plans: readonly Plan[];
  readonly unplanned: readonly LeftOut[];
}

/**
 * A move between modules of one file: those of the two that are parts are joined with the file, and it is split again, with the units where they
 * are to be. Throws RefactorError `unknown-unit`.
 */
export function planShift(view: View, { from, to, units }: MoveRequest): Shift {
  const moved = unitsNamed(outlineIn(view, from), from, units);
  const facade = facadeOf(view, from, to);
  if (facade === null) return refused(from, [noPart(from, to)]);
  const language = languageOfFile(view.file(facade))!;
  const { codemod, partsIn } = language.join!;
  const parts = [from, to].filter((path) => path !== facade);
  if (parts.some((part) => !partsIn(view, facade).includes(part))) return refused(from, [noPart(from, to)]);
  const joined = codemod.run(view, { path: facade, parts });
  if (joined.status === 'refused') return refused(facade, joined.refusals);
  const between = view.overlay(joined.changeSet);
  const task = { codemod: codemod.id, path: facade, parts };
  return {
    tasks: [task],
    plans: [planAgain(view, between, language, { facade, parts, from, to, moved })],
    unplanned: [],
  };
}

interface Shifting {
  readonly facade: string;
  readonly parts: readonly string[];
  readonly from: string;
  readonly to: string;
  readonly moved: readonly string[];
}

/** The plan by which the joined file becomes its parts again. */
function planAgain(view: View, between: View, language: Language, { facade, parts, from, to, moved }: Shifting): Plan {
  const usual = planFile(between, { path: facade });
  const all = outlineIn(between, facade).units.map(({ id }) => id);
  const places = parts.map((part) => placeOf(language, usual, part));
  const plan =
    places[0]!.layout === usual.layout ? usual : planFile(between, { path: facade, layout: places[0]!.layout });
  const modules = parts.map((part, i) => {
    const own = outlineIn(view, part)
      .units.filter(({ kind }) => !IMPORTS.test(kind))
      .map(({ id }) => id)
      .filter((id) => part !== from || !moved.includes(id));
    const ids = new Set(part === to ? [...own, ...moved] : own);
    const why = part === to ? 'it was there, and gets what was asked for by name' : 'it was there';
    return { name: places[i]!.name, units: all.filter((id) => ids.has(id)), why };
  });
  const lost = moved.find((id) => !all.includes(id));
  if (lost !== undefined) throw ambiguous(facade, lost);
  return planOf(
    plan,
    modules.filter(({ units }) => units.length > 0),
    all,
  );
}

const refused = (path: string, refusals: readonly Refusal[]): Shift => ({
  tasks: [],
  plans: [],
  unplanned: [
    { path, outcome: 'refused', why: refusals.map(({ hazard, why }) => `${hazard}: ${why}`).join('; '), refusals },
  ],
});

const noPart = (from: string, to: string): Refusal => ({
  hazard: 'M5',
  path: to,
  start: 0,
  end: 0,
  why: `${to} and ${from} are not modules of one file: ${to} would have names that it did not have`,
  whatToDo: 'Move them to a new module of their file, or to a part of it.',
});

const ambiguous = (facade: string, id: string): RefactorError =>
  new RefactorError({
    code: 'unknown-unit',
    what: `\`${id}\` cannot be told from another unit of ${facade}`,
    why: 'the file and its part have units that are equal but for their number',
    whatToDo: 'Name the units apart first.',
  });
