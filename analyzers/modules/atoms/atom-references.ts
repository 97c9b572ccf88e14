import type { Atom } from '../../../src/core/atom.ts';
import type { Outline, Unit } from '../../../src/core/unit.ts';
import { definersOf, referencesOf } from './reference-graph.ts';

/** For each atom: the atoms that it refers to, with the number of reads. */
export type AtomReferences = readonly ReadonlyMap<number, number>[];

/** References between atoms. Those to units that belong to no atom are left out. */
export function atomReferences(outline: Outline, atoms: readonly Atom[], text: string): AtomReferences {
  const atomOfUnit = new Map(atoms.flatMap((atom, a) => atom.units.map((unit): [string, number] => [unit.id, a])));
  const definers = definersOf(outline.units);
  const methods = methodsByName(atoms);
  const called = methods.size > 0 ? (unit: Unit) => calledMethods(unit, text) : () => [];
  return atoms.map((atom, a) => {
    const found = new Map<number, number>();
    const add = (target: number | undefined, count: number): void => {
      if (target !== undefined && target !== a) found.set(target, (found.get(target) ?? 0) + count);
    };
    for (const unit of atom.units) {
      for (const { to, count } of referencesOf(unit.uses, -1, definers))
        add(atomOfUnit.get(outline.units[to]!.id), count);
      for (const name of called(unit)) add(methods.get(name), 1);
    }
    return new Map([...found].sort(([x], [y]) => x - y));
  });
}

/** Methods of divided impls; a name that two types share says nothing. */
function methodsByName(atoms: readonly Atom[]): Map<string, number> {
  const found = new Map<string, number>();
  const shared = new Set<string>();
  atoms.forEach((atom, a) => {
    for (const { name, parent } of atom.units) {
      if (parent === null || name === null) continue;
      if (found.has(name)) shared.add(name);
      found.set(name, a);
    }
  });
  for (const name of shared) found.delete(name);
  return found;
}

// `self.parse(..)`, `Self::parse(..)`: an outline tells no receivers, and inside one type the bare name is enough.
const calledMethods = (unit: Unit, text: string): string[] =>
  [...text.slice(unit.body.start, unit.body.end).matchAll(/(?:\bself\s*\.\s*|\bSelf::)(\w+)/g)].map(
    (match) => match[1]!,
  );
