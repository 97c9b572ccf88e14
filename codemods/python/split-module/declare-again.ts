import type { Source } from '../../../analyzers/readings/python/source.ts';
import { type ModuleAnnotation, moduleAnnotations } from '../../../src/languages/python/module-annotations.ts';
import { type Assignment, FACADE, type Place } from './assign.ts';
import { exportsOf } from './exports.ts';
import type { Layout } from './layout.ts';
import type { Refuse } from './refuse.ts';

/** An annotated name that left: its line in the facade keeps the module's `__annotations__`. */
export interface Declaration {
  readonly name: string;
  /** The unit that it left in. */
  readonly unit: number;
  readonly place: Place;
  readonly line: string;
}

/** Entries of `__annotations__` that cannot be made again as they were stay where they are. */
export function guardAnnotations(source: Source, assignment: Assignment, refuse: Refuse): void {
  for (const one of movedAnnotations(source, assignment)) {
    const unsure = exportsOf(source, assignment, one.place).some(({ name, certain }) => name === one.name && !certain);
    if (one.direct && !unsure) continue;
    refuse(
      'H82',
      { start: one.at, end: one.at + one.name.length },
      `the annotation of ${one.name} belongs to the module on some paths only`,
      'Keep this unit in the facade.',
    );
  }
}

/** `rate: float = _basket.rate` for each annotated name that left; without the value where the part is asked at each access. */
export function declarations(source: Source, assignment: Assignment, layout: Layout): Declaration[] {
  const last = new Map<string, Declaration>();
  for (const { name, type, unit, place } of movedAnnotations(source, assignment)) {
    const isExported = exportsOf(source, assignment, place).some((one) => one.name === name);
    const annotation = `${name}: ${source.text.slice(type.start, type.end)}`;
    const line = isExported ? `${annotation} = ${layout.parts[place]!.stem}.${name}` : annotation;
    last.set(name, { name, unit: last.get(name)?.unit ?? unit, place, line });
  }
  return [...last.values()];
}

function movedAnnotations(
  { syntax, outline }: Source,
  { place }: Assignment,
): (ModuleAnnotation & { readonly unit: number; readonly place: Place })[] {
  return moduleAnnotations(syntax).flatMap((one) => {
    const unit = outline.units.findIndex(({ start, end }) => start <= one.at && one.at < end);
    const home = place[unit] ?? FACADE;
    return home === FACADE ? [] : [{ ...one, unit, place: home }];
  });
}
