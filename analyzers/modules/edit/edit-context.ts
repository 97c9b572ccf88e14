import type { Atom } from '../../../src/core/atom.ts';
import type { PlanningLanguage } from '../../../src/core/language.ts';
import type { Outline, Unit, UnitId } from '../../../src/core/unit.ts';
import { type AtomReferences, atomReferences } from '../atoms/atom-references.ts';
import { nameDoubt, nameJudge } from '../name/name-judge.ts';
import type { PlannedFile } from '../planned-file.ts';

/** All that an edit of a plan needs of the file; made once, used for every edit. */
export interface EditContext extends PlannedFile {
  readonly atoms: readonly Atom[];
  readonly references: AtomReferences;
  /** Index of the atom that a unit belongs to; what is missing cannot move. */
  readonly atomOf: ReadonlyMap<UnitId, number>;
  /** Why a unit that belongs to no atom stays where it is. */
  readonly fixed: ReadonlyMap<UnitId, string>;
  readonly unitOf: ReadonlyMap<UnitId, Unit>;
  /** Whether a module may be proposed under the name; names of other modules are checked by the edit. */
  readonly mayBeCalled: (name: string) => boolean;
  /** What speaks against a name that a person gives: said, and never forbidden. */
  readonly doubtOf: (name: string) => string | null;
}

/** @param limit the plan's own: it decides which types are divided */
export function editContext(language: PlanningLanguage, outline: Outline, text: string, limit: number): EditContext {
  const parts = language.atoms(outline, text, limit, {});
  return {
    language,
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
    mayBeCalled: nameJudge(language, outline, []),
    doubtOf: nameDoubt(language, outline, []),
  };
}
