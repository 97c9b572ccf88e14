import type { AtomReferences } from '../atoms/atom-references.ts';

/** The references between groups. */
export function groupReferences(references: AtomReferences, groups: readonly (readonly number[])[]): AtomReferences {
  const groupOf = new Map(groups.flatMap((group, g) => group.map((a): [number, number] => [a, g])));
  return groups.map((group, g) => {
    const found = new Map<number, number>();
    for (const a of group) {
      for (const [b, count] of references[a]!) {
        const target = groupOf.get(b);
        if (target !== undefined && target !== g) found.set(target, (found.get(target) ?? 0) + count);
      }
    }
    return new Map([...found].sort(([x], [y]) => x - y));
  });
}
