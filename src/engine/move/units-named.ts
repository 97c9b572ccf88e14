import { RefactorError } from '../../core/errors.ts';
import type { Outline, Unit, UnitId } from '../../core/unit.ts';

/**
 * The units that words of a command line mean: an id as `outline` and `plan` print it, or a name, which stands for all units of that name, such
 * as a type and its `impl` blocks. Alternatives of one name come along. In source order. Throws RefactorError `unknown-unit`.
 */
export function unitsNamed(outline: Outline, path: string, words: readonly string[]): UnitId[] {
  const found = new Set(words.flatMap((word) => unitsOf(outline, path, word)));
  const movable = outline.units;
  for (const { id, twins = [] } of movable) if (found.has(id)) for (const twin of twins) found.add(twin);
  return movable.map(({ id }) => id).filter((id) => found.has(id));
}

function unitsOf({ units, members }: Outline, path: string, word: string): UnitId[] {
  const exact = units.filter(({ id }) => id === word);
  const found = exact.length > 0 ? exact : units.filter((unit) => isCalled(unit, word));
  if (found.length > 0) return found.map(({ id }) => id);
  const member = members.find(({ id, name }) => id === word || name === word);
  throw new RefactorError({
    code: 'unknown-unit',
    what: `\`${word}\` is no unit of ${path}`,
    why: member
      ? `it is a member of \`${member.parent}\``
      : 'the file has neither a unit with that id nor one of that name',
    whatToDo: member
      ? `Move \`${member.parent}\` as a whole, or write a plan: omni-refactor plan ${path} -o plan.yaml`
      : `See its units: omni-refactor outline ${path}`,
  });
}

/** Imports have names too, and never move. */
const isCalled = ({ kind, name, defines }: Unit, word: string): boolean =>
  !IMPORTS.test(kind) && (name === word || defines.some((one) => one.name === word));

/** Kinds of units that only bring names: no plan moves them, a codemod writes each file's own. */
export const IMPORTS = /^(?:import|future-import|type-checking|use|extern-crate)$/;
