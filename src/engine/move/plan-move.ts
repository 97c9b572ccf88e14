import { RefactorError } from '../../core/errors.ts';
import type { Plan } from '../../core/plan.ts';
import type { UnitId } from '../../core/unit.ts';
import type { View } from '../../workspace/view.ts';
import type { Language } from '../language.ts';
import { languageOfFile } from '../language-of.ts';
import { outlineIn, planFile } from '../plan/plan-file.ts';
import { unitsNamed } from './units-named.ts';

export interface MoveRequest {
  /** The file that holds the units, relative to the workspace. */
  readonly from: string;
  /** Where they go. */
  readonly to: string;
  /** Ids or names of units. */
  readonly units: readonly string[];
}

/**
 * A move into a new module is a split with a plan of one part: what is not named stays.
 * Throws RefactorError `unknown-unit`, `no-place-to-move` and what `planFile` throws.
 */
export function planMove(view: View, { from, to, units }: MoveRequest): Plan {
  const language = languageOfFile(view.file(from));
  const outline = outlineIn(view, from);
  const moved = unitsNamed(outline, from, units);
  const usual = planFile(view, { path: from });
  const place = placeOf(language!, usual, to);
  const plan = place.layout === usual.layout ? usual : planFile(view, { path: from, layout: place.layout });
  return planOf(
    plan,
    [{ name: place.name, units: moved, why: 'asked for by name' }],
    outline.units.map(({ id }) => id),
  );
}

/** A plan whose modules are given: everything else is kept. @param all ids of the file's units, in source order */
export function planOf(plan: Plan, modules: Plan['modules'], all: readonly UnitId[]): Plan {
  const leaving = new Set(modules.flatMap(({ units }) => units));
  return {
    ...plan,
    modules,
    keep: all.filter((id) => !leaving.has(id)).map((unit) => ({ unit, why: 'it was not asked for' })),
    refused: [],
    cuts: undefined,
    notWorth: null,
    predicted: { files: [] },
  };
}

/** The module's name and layout by which its file is the one that was asked for. */
export function placeOf(
  { planning, layouts }: Language,
  plan: Pick<Plan, 'base' | 'layout'>,
  to: string,
): { readonly name: string; readonly layout: string } {
  const { path } = plan.base[0]!;
  const open = [plan.layout, ...layouts.filter((layout) => layout !== plan.layout && plan.layout !== 'init')];
  for (const layout of open) {
    const [head, tail] = planning.modulePath(path, MARK, layout).split(MARK) as [string, string];
    const name = to.slice(head.length, to.length - tail.length);
    if (to.startsWith(head) && to.endsWith(tail) && /^[\w$-]+$/.test(name)) return { name, layout };
  }
  const stem = to.slice(to.lastIndexOf('/') + 1).replace(/\..*$/, '');
  const usual = planning.modulePath(path, stem.replace(/^_+/, ''), plan.layout);
  throw new RefactorError({
    code: 'no-place-to-move',
    what: `Units of ${path} cannot be moved to ${to}`,
    why: `a module that ${path} passes its names on from lies at ${usual}, and in no other place`,
    whatToDo: `Name that place: --to ${usual}`,
  });
}

/** No name of a file has it. */
const MARK = '\0';
