import type { Source } from '../../../analyzers/readings/python/source.ts';

/** Names for what the split itself needs: the given one, with underscores behind it where the module has that name. */
export function freeNames({ outline }: Source): (name: string) => string {
  const taken = new Set(outline.units.flatMap((unit) => [...unit.defines, ...unit.uses].map(({ name }) => name)));
  return (name) => {
    let free = name;
    while (taken.has(free)) free += '_';
    return free;
  };
}
