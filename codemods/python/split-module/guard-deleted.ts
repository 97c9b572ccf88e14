import type { Source } from '../../../analyzers/readings/python/source.ts';
import { lineAt, lineStartsOf } from '../../../src/core/lines.ts';
import { type Assignment, FACADE } from './assign.ts';
import type { Refuse } from './refuse.ts';

/** What reads a name while the module is imported, above the `del` that takes it away, has to run before it: in the same file. */
export function guardDeleted(source: Source, { place }: Assignment, refuse: Refuse): void {
  const { units } = source.outline;
  for (const { name, at, deleter } of deletions(source))
    units.slice(0, deleter).forEach((unit, i) => {
      const use = unit.uses.find((one) => one.name === name && one.eager);
      if (use && place[i] !== place[deleter])
        refuseApart(source, refuse, name, { read: use.at, gone: at }, place[i] === FACADE);
    });
}

interface Deletion {
  readonly name: string;
  readonly at: number;
  /** Index of the unit. */
  readonly deleter: number;
}

const deletions = ({ outline: { units }, scopes }: Source): Deletion[] =>
  [...scopes.scopes[0]!.names.values()].flatMap(({ name, accesses }) =>
    accesses
      .filter(({ kind }) => kind === 'delete')
      .map(({ at }) => ({
        name,
        at,
        deleter: Math.max(
          0,
          units.findIndex(({ start, end }) => start <= at && at < end),
        ),
      })),
  );

/** Points at the one of both that moves: it can stay. */
function refuseApart(
  source: Source,
  refuse: Refuse,
  name: string,
  { read, gone }: { readonly read: number; readonly gone: number },
  stays: boolean,
): void {
  const [staying, moving] = stays ? [gone, read] : [read, gone];
  const line = lineAt(lineStartsOf(source.text), moving);
  refuse(
    'H24',
    { start: staying, end: staying + name.length },
    stays
      ? `${name} is deleted here, and line ${line} in another file reads it before`
      : `${name} is deleted in line ${line}, in another file: it would be gone`,
    'Put all units that read and delete the name into one module.',
  );
}
