import type { Outline, Unit, UnitId } from '../../src/core/unit.ts';
import type { Atom } from './atom.ts';
import { type AtomReferences, atomReferences } from './atom-references.ts';
import { atomsOf } from './atoms.ts';
import { givenNameJudge, nameJudge } from './reserved-names.ts';

/** All that an edit of a plan needs to know about the file; made once, used for every edit. */
export interface EditContext {
  readonly outline: Outline;
  readonly text: string;
  readonly atoms: readonly Atom[];
  readonly references: AtomReferences;
  /** Index of the atom that a unit belongs to; what is missing cannot move. */
  readonly atomOf: ReadonlyMap<UnitId, number>;
  /** Why a unit that belongs to no atom stays where it is. */
  readonly fixed: ReadonlyMap<UnitId, string>;
  readonly unitOf: ReadonlyMap<UnitId, Unit>;
  /** Whether a module may be proposed under the name; names of other modules are checked by the edit. */
  readonly mayBeCalled: (name: string) => boolean;
  /** Whether a person may give it. */
  readonly mayBeNamed: (name: string) => boolean;
}

/** @param limit the plan's own: it decides which types are divided */
export function editContext(outline: Outline, text: string, limit: number): EditContext {
  const parts = atomsOf(outline, text, limit);
  return {
    outline,
    text,
    atoms: parts.atoms,
    references: atomReferences(outline, parts.atoms, text),
    atomOf: new Map(parts.atoms.flatMap(({ units }, a) => units.map(({ id }): [UnitId, number] => [id, a]))),
    fixed: new Map([
      ...parts.keep.map(({ unit, why }): [UnitId, string] => [unit, why]),
      ...parts.whole.map(({ unit, why }): [UnitId, string] => [unit.id, why]),
    ]),
    unitOf: new Map([...outline.units, ...outline.members].map((unit): [UnitId, Unit] => [unit.id, unit])),
    mayBeCalled: nameJudge(outline, []),
    mayBeNamed: givenNameJudge(outline, []),
  };
}
