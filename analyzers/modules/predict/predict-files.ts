import type { Plan } from '../../../src/core/plan.ts';
import type { Unit } from '../../../src/core/unit.ts';
import type { PlannedFile } from '../planned-file.ts';
import { gapBefore } from './gap-before.ts';

type Draft = Pick<Plan, 'base' | 'layout' | 'modules' | 'keep'>;

/** The files that a plan leads to, facade first, with their lines: the units' own are exact, imports and re-exports approximate. */
export function predictFiles(plan: Draft, { language, outline, text }: PlannedFile): { path: string; lines: number }[] {
  const { path } = plan.base[0]!;
  const unitOf = new Map([...outline.units, ...outline.members].map((unit): [string, Unit] => [unit.id, unit]));
  const leaving = new Set(plan.modules.flatMap(({ units }) => units));
  const gone = (unit: Unit): boolean => leaving.has(unit.id) || (unit.parent !== null && leaving.has(unit.parent));
  const loose = language.looseLines(outline, text);
  const linesOf = (unit: Unit): number => unit.lines + (loose.get(unit.id) ?? 0) + gapBefore(unit, text);
  const moved = [...outline.units, ...outline.members.filter(({ parent }) => !leaving.has(parent!))].filter(gone);
  const facade =
    text.split('\n').length -
    (text.endsWith('\n') ? 1 : 0) -
    moved.reduce((sum, unit) => sum + linesOf(unit), 0) +
    plan.modules.reduce((sum, { units }) => sum + language.facadeLines(units.map((id) => unitOf.get(id)!)), 0);
  const above = language.importLines(outline) + language.copiedHeader(outline, text);
  return [
    { path: language.facadePath(path, plan.layout), lines: Math.max(facade, plan.modules.length) },
    ...plan.modules.map(({ name, units }) => ({
      path: language.modulePath(path, name, plan.layout),
      lines:
        above +
        units.reduce((sum, id) => sum + linesOf(unitOf.get(id)!), 0) +
        2 * new Set(units.map((id) => unitOf.get(id)!.parent).filter((parent) => parent !== null)).size,
    })),
  ];
}
