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
  const doubt = nameDoubt(language, outline, taken);
  return (name) => !/^part_?\d*$/.test(name) && !VAGUE.includes(name) && doubt(name) === null;
}

/** What speaks against a name that a person chose: the first reason, as the second half of a sentence; null if nothing does. */
export function nameDoubt(
  language: PlanningLanguage,
  outline: Outline,
  taken: readonly string[],
): (name: string) => string | null {
  const siblings = new Set(taken.map((name) => name.toLowerCase()));
  const inFile = new Set(
    outline.units
      .filter((unit) => !language.sharesName(unit))
      .flatMap(({ defines }) => defines.map(({ name }) => name)),
  );
  const shadowed = new Set(language.shadowed(outline));
  const isKept = (name: string): boolean => language.reservedNames.includes(name);
  const doubts: readonly (readonly [isSo: (name: string) => boolean, why: string])[] = [
    [(name) => !/^[a-z][a-z0-9_]*$/.test(name), 'a module name usually has lower-case letters, digits and underscores'],
    [(name) => MEANT.includes(name), 'a file of that name means something to a loader'],
    [(name) => WINDOWS.includes(name), 'Windows keeps that name for a device'],
    [(name) => isKept(name) || isKept(`_${name}`), 'the language or its library has that name'],
    [(name) => siblings.has(name) || siblings.has(`_${name}`), 'something beside the file has that name'],
    [(name) => shadowed.has(name), 'code in the file means something else by it'],
    [(name) => inFile.has(`${language.modulePrefix}${name}`), 'something in the file has that name'],
  ];
  return (name) => doubts.find(([isSo]) => isSo(name))?.[1] ?? null;
}
