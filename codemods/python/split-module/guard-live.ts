import type { Source } from '../../../analyzers/readings/python/source.ts';
import { lineAt, lineStartsOf } from '../../../src/core/lines.ts';
import type { Hazard } from '../../../src/core/unit.ts';
import { type Assignment, FACADE } from './assign.ts';
import { isHarmlessNamespace } from './guard-units.ts';
import type { Refuse } from './refuse.ts';

/**
 * The facade looks up names that a part rebinds, but they are not in its namespace: neither a star import of a module without `__all__`
 * nor `globals()` finds them there.
 * @param rebound names of parts that functions rebind
 */
export function guardLive(source: Source, assignment: Assignment, rebound: readonly string[], refuse: Refuse): void {
  if (rebound.length === 0) return;
  const starReads = listsAllNames(source, assignment);
  const reader = namespaceReader(source, assignment);
  const asked = reader && `line ${lineAt(lineStartsOf(source.text), reader.start)} reads the namespace of the module`;
  const star = 'a star import of a module without `__all__` would no longer import it';
  source.outline.units.forEach(({ defines, body }, i) => {
    if (assignment.place[i] === FACADE) return;
    const live = defines.map(({ name }) => name).filter((name) => rebound.includes(name));
    const hidden = starReads ? undefined : live.find((name) => !name.startsWith('_'));
    if (hidden)
      refuse(
        'H24',
        body,
        `${hidden} is rebound while the program runs: ${star}`,
        `Give the module an \`__all__\`, or keep this unit in the facade (\`keep\` in the plan).`,
      );
    if (live[0] && asked)
      refuse(
        'H19',
        body,
        `${live[0]} is rebound while the program runs, and ${asked}`,
        'Keep this unit in the facade (`keep` in the plan).',
      );
  });
}

/** With an `__all__`, a star import asks the module for each name of it. */
const listsAllNames = ({ outline: { units }, scopes }: Source, { binders }: Assignment): boolean =>
  (binders.get('__all__') ?? []).some((i) =>
    units[i]!.defines.some(({ name, certain }) => name === '__all__' && certain),
  ) && !scopes.scopes[0]!.names.get('__all__')?.accesses.some(({ kind }) => kind === 'delete');

/** What stays and looks into the namespace of the module by other means than names, or null. */
const namespaceReader = (source: Source, { place }: Assignment): Hazard | null =>
  source.outline.units
    .filter((_, i) => place[i] === FACADE)
    .flatMap(({ hazards }) => hazards.filter(({ id }) => id === 'H19'))
    .find(
      (hazard, _, all) =>
        !all.some((one) => isImporting(source, one) && one.start <= hazard.start && hazard.end <= one.end) &&
        !isHarmlessNamespace(source, hazard),
    ) ?? null;

/** `__import__(name, globals(), locals())` looks for the package there only. */
const isImporting = ({ text }: Source, { start }: Hazard): boolean => text.startsWith('__import__', start);
