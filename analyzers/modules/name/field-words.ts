import type { Unit } from '../../../src/core/unit.ts';

interface Field {
  readonly names: readonly string[];
  readonly is: (unit: Unit) => boolean;
  /** Least share of the group's units that it fits. */
  readonly least: number;
}

/** What maintainers call a file that holds one kind of thing, whatever its units are called. */
const FIELDS: readonly Field[] = [
  {
    names: ['exceptions', 'errors'],
    is: ({ kind, name }) => kind === 'class' && /(Error|Exception|Warning)$/.test(name ?? ''),
    least: 0.6,
  },
  {
    names: ['error', 'errors'],
    is: ({ kind, name }) => kind !== 'class' && /(^|[a-z])Error(Kind)?$/.test(name ?? ''),
    least: 0.6,
  },
  {
    names: ['constants'],
    is: ({ kind, name }) => /^(const|static|assign)$/.test(kind) && /^_?[A-Z][A-Z0-9_]*$/.test(name ?? ''),
    least: 1,
  },
];

/** Words of the field for a group of several units; none for most. */
export const fieldWords = (group: readonly Unit[]): string[] =>
  group.length < 2
    ? []
    : FIELDS.filter(({ is, least }) => group.filter(is).length >= least * group.length).flatMap(({ names }) => names);
