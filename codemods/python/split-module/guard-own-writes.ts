import { foreignClass } from '../../../analyzers/readings/python/foreign-class.ts';
import type { PatchSite } from '../../../analyzers/readings/python/harvest-patches.ts';
import { mayWrite } from '../../../analyzers/readings/python/namespace-writes.ts';
import type { Source } from '../../../analyzers/readings/python/source.ts';
import type { View } from '../../../src/workspace/view.ts';
import { type Assignment, FACADE } from './assign.ts';
import type { FacadeKind } from './choose-facade.ts';
import type { Refuse } from './refuse.ts';

/** Where another file gives the module another class, there is no room for the facade's, which hands on what is written. */
export function guardForeignClass(
  view: View,
  { path }: Source,
  facade: FacadeKind,
  patches: readonly PatchSite[],
  refuse: Refuse,
): void {
  const swap = facade === 'plain' ? undefined : foreignClass(view, path, patches);
  if (swap)
    refuse(
      'H21',
      { start: 0, end: 0 },
      `${swap.path}:${swap.line} gives the module another class`,
      'Keep what is patched in the facade.',
    );
}

/** A write into the module's dictionary does not reach the part that holds the name: no facade can forward it. */
export function guardOwnWrites(
  source: Source,
  assignment: Assignment,
  patches: readonly PatchSite[],
  refuse: Refuse,
): void {
  const writes = patches.filter(({ hidden }) => hidden);
  if (writes.length === 0) return;
  source.outline.units.forEach((unit, i) => {
    if (assignment.place[i] === FACADE) return;
    const names = [
      ...unit.defines.map(({ name }) => ({ name, at: unit.body.start })),
      ...unit.uses.filter(({ name }) => assignment.binders.has(name)),
    ];
    const found = names.flatMap(({ name, at }) => {
      const write = writes.find((one) => mayWrite(one, name));
      return write ? [{ name, at, write }] : [];
    })[0];
    if (found)
      refuse(
        'H70',
        { start: found.at, end: found.at + found.name.length },
        `${found.write.path === source.path ? '' : `${found.write.path}, `}line ${found.write.line} may write ${found.name} into the namespace of the module, and not into this part's`,
        'Keep this unit in the facade (`keep` in the plan).',
      );
  });
}
