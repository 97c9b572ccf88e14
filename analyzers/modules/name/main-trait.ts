import type { Unit } from '../../../src/core/unit.ts';

/** The trait that a group is about: it holds most of the lines with its impls for at least three types. Null if there is none. */
export function mainTrait(group: readonly Unit[]): string | null {
  const found = new Map<string, { lines: number; readonly types: Set<string> }>();
  const total = group.reduce((sum, { lines }) => sum + lines, 0);
  for (const unit of group) {
    const name = unit.kind === 'trait' ? unit.name : traitOf(unit);
    if (name === null) continue;
    const known = found.get(name) ?? { lines: 0, types: new Set() };
    found.set(name, known);
    known.lines += unit.lines;
    if (unit.kind === 'impl') known.types.add(unit.name ?? unit.id);
  }
  const [main] = [...found].sort(([, a], [, b]) => b.lines - a.lines);
  return main && main[1].types.size >= 3 && main[1].lines * 2 > total ? main[0] : null;
}

/** Of `impl<T> fmt::Display for Row<T>` the `Display`; null for all else. */
function traitOf({ kind, id }: Unit): string | null {
  if (kind !== 'impl' || !id.includes(' for ')) return null;
  return /(\w+)(?:<.*>)?$/.exec(id.slice(0, id.indexOf(' for ')))?.[1] ?? null;
}
