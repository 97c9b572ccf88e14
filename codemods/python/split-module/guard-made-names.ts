import type { Source } from '../../../analyzers/readings/python/source.ts';
import { lineAt, lineStartsOf } from '../../../src/core/lines.ts';
import { namespaceWriter } from '../../../src/languages/python/writes-namespace.ts';
import { type Assignment, FACADE } from './assign.ts';
import { isUnknown } from './copy-imports.ts';
import type { Refuse } from './refuse.ts';

/** Names that the module writes into its own namespace while it runs are there only: what reads one stays in that file. */
export function guardMadeNames(source: Source, assignment: Assignment, refuse: Refuse): void {
  const { outline, text } = source;
  const writer = namespaceWriter(outline, text);
  if (writer === null) return;
  const line = lineAt(lineStartsOf(text), writer.start);
  outline.units.forEach((unit, i) => {
    if (assignment.place[i] === FACADE) return;
    for (const { name, at } of unit.uses)
      if (!name.startsWith('__') && isUnknown(source, name))
        refuse(
          'H19',
          { start: at, end: at + name.length },
          `no line binds ${name}: line ${line} may write it into the namespace of the module`,
          'Keep this unit in the facade (`keep` in the plan).',
        );
  });
}
