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

/** Words of the field for a group of several units; none for most. Two small exceptions beside a large class are not what its file is about. */
export function fieldWords(group: readonly Unit[]): string[] {
  if (group.length < 2) return [];
  const lines = linesOf(group);
  return FIELDS.filter(({ is, least }) => {
    const fitting = group.filter(is);
    return fitting.length >= least * group.length && linesOf(fitting) * 2 >= lines;
  }).flatMap(({ names }) => names);
}

const linesOf = (units: readonly Unit[]): number => units.reduce((sum, { lines }) => sum + lines, 0);
