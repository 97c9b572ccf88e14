import type { PatchSite } from '../../../analyzers/readings/python/harvest-patches.ts';
import { mayWrite } from '../../../analyzers/readings/python/namespace-writes.ts';
import type { Source } from '../../../analyzers/readings/python/source.ts';
import { lineAt, lineStartsOf } from '../../../src/core/lines.ts';
import { FORMER_BUILTINS } from '../../../src/languages/python/builtin-names.ts';
import { moduleReads } from '../../../src/languages/python/module-accesses.ts';
import { namespaceWriter } from '../../../src/languages/python/writes-namespace.ts';
import { type Assignment, FACADE } from './assign.ts';
import { isUnknown } from './copy-imports.ts';
import type { Refuse } from './refuse.ts';

/**
 * Names that no line binds and Python does not have are written into the module's namespace by something while it runs, and are there only: what
 * reads one stays in that file.
 */
export function guardMadeNames(
  source: Source,
  assignment: Assignment,
  patches: readonly PatchSite[],
  refuse: Refuse,
): void {
  const { outline, text } = source;
  const writer = namespaceWriter(outline, text);
  const by = writer === null ? 'something' : `line ${lineAt(lineStartsOf(text), writer.start)}`;
  const hasStar = source.imports.some(({ star }) => star);
  // What others set as an attribute the facade hands on to its parts.
  const isForwarded = (name: string): boolean => patches.some((one) => !one.hidden && mayWrite(one, name));
  const reads = moduleReads(source.scopes).filter(
    ({ name, quoted }) =>
      !quoted &&
      !name.startsWith('__') &&
      isUnknown(source, name) &&
      (writer !== null || !(hasStar || FORMER_BUILTINS.has(name) || isForwarded(name))),
  );
  outline.units.forEach((unit, i) => {
    if (assignment.place[i] === FACADE) return;
    for (const { name, at } of reads.filter((read) => unit.start <= read.at && read.at < unit.end))
      refuse(
        'H19',
        { start: at, end: at + name.length },
        `no line binds ${name}: ${by} may write it into the namespace of the module`,
        'Keep this unit in the facade (`keep` in the plan).',
      );
  });
}
