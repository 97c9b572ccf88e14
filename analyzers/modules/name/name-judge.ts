import type { PlanningLanguage } from '../../../src/core/language.ts';
import type { Outline } from '../../../src/core/unit.ts';

const list = (text: string): readonly string[] => text.trim().split(/\s+/);

// Names that say nothing about what is inside: never proposed, though a person may choose them.
const VAGUE = list('misc helpers helper utils util common other stuff part impls items base');

// Files of these names mean something to a compiler or a loader.
const MEANT = list('impl core lib mod main index init self');

// Reserved device names of Windows, with any extension.
const WINDOWS = list(
  'con prn aux nul com1 com2 com3 com4 com5 com6 com7 com8 com9 lpt1 lpt2 lpt3 lpt4 lpt5 lpt6 lpt7 lpt8 lpt9',
);

/**
 * Whether a module may be proposed under the name. File names are compared without regard to case, names inside the file exactly.
 * @param taken names of siblings, crates and dependencies
 */
export function nameJudge(
  language: PlanningLanguage,
  outline: Outline,
  taken: readonly string[],
): (name: string) => boolean {
  const mayBeNamed = givenNameJudge(language, outline, taken);
  return (name) => !/^part_?\d*$/.test(name) && !VAGUE.includes(name) && mayBeNamed(name);
}

/** The same for a name that a person chose. */
export function givenNameJudge(
  language: PlanningLanguage,
  outline: Outline,
  taken: readonly string[],
): (name: string) => boolean {
  const reserved = new Set([
    ...MEANT,
    ...WINDOWS,
    ...language.reservedNames,
    ...taken.map((name) => name.toLowerCase()),
  ]);
  const inFile = new Set(
    outline.units
      .filter((unit) => !language.sharesName(unit))
      .flatMap(({ defines }) => defines.map(({ name }) => name)),
  );
  const shadowed = new Set(language.shadowed(outline));
  return (name) =>
    /^[a-z][a-z0-9_]*$/.test(name) &&
    !reserved.has(name) &&
    !reserved.has(`_${name}`) &&
    !shadowed.has(name) &&
    !inFile.has(`${language.modulePrefix}${name}`);
}
