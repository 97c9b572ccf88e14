import type { Part } from './assign.ts';
import type { FacadeReaders } from './facade-needs.ts';
import { type Need, needEither } from './guards.ts';
import type { ModuleLeaf } from './module-names.ts';
import type { PartImports } from './part-imports.ts';

/** What all parts together need of the facade. */
export function readersOf(imports: ReadonlyMap<Part, PartImports>): FacadeReaders {
  const asked = new Map<string, Need>();
  const taken = new Map<ModuleLeaf, Need>();
  for (const one of imports.values()) {
    for (const [name, need] of one.asked) asked.set(name, needEither(asked.get(name) ?? null, need));
    for (const [leaf, need] of one.taken) taken.set(leaf, needEither(taken.get(leaf) ?? null, need));
  }
  const seeing = [...imports].filter(([{ inline }, { glob }]) => inline || glob).map(([{ name }]) => name);
  return { seeing, asked, taken, isHost: () => true };
}
