import type { Atoms, Wishes } from './atom.ts';
import type { LanguageId, Outline, Unit, UnitId } from './unit.ts';

/**
 * All that the planner asks of a language. It never looks a language up: whoever asks for a plan hands it in. Offsets are of the text that the
 * outline was made of; lines are counted as people count them.
 */
export interface PlanningLanguage {
  readonly id: LanguageId;
  /** Where parts lie if nobody says: a word that `modulePath` understands. */
  readonly usualLayout: string;
  /** Files may need one another in a cycle. Where not, a part stands behind all that it imports. */
  readonly circular: boolean;
  /** Members may leave what encloses them, which stays. */
  readonly membersLeave: boolean;
  /** Beside a unit that is over the limit by itself, all that can leave does: nothing is kept as a core. */
  readonly emptiesFacade: boolean;
  /** What the layout puts before a part's name, as it counts against names in the file. */
  readonly modulePrefix: string;
  /** Words that no part may be called, in lower case: of the language, of its library, of what always is in scope. */
  readonly reservedNames: readonly string[];
  /** Names that the file means something else by: a part of that name would be taken for it. */
  readonly shadowed: (outline: Outline) => readonly string[];
  /** A part may be called like what this unit defines. */
  readonly sharesName: (unit: Unit) => boolean;
  /** What moves together and what stays. @param limit lines of a file above which large units may be divided */
  readonly atoms: (outline: Outline, text: string, limit: number, wishes: Wishes) => Atoms;
  /** Lines of comments that leave with the unit below them, though a blank line stands between; only units that have some. */
  readonly looseLines: (outline: Outline, text: string) => ReadonlyMap<UnitId, number>;
  /** Lines that any part needs above its units, without the header. */
  readonly importLines: (outline: Outline) => number;
  /** Lines of the file's header that every part gets too. */
  readonly copiedHeader: (outline: Outline, text: string) => number;
  /** Lines that a part with just these units needs above them, at least. */
  readonly linesAbove: (outline: Outline, units: readonly Unit[], text: string) => number;
  /** Blank lines between these units in a part. */
  readonly linesBetween: (outline: Outline, units: readonly Unit[], text: string) => number;
  /** Lines by which a facade re-exports the names of one part's units. */
  readonly facadeLines: (units: readonly Unit[]) => number;
  /** Lines of re-exports to leave room for in the facade, where these units leave into so many parts. */
  readonly reexportLines: (units: readonly Unit[], parts: number) => number;
  /** Lines that a facade needs at least for what leaves it. */
  readonly facadeCost: (parts: Atoms) => number;
  /** Of the units that stay, the largest first, those that make the facade as large as it is. */
  readonly holders: (stays: readonly Unit[]) => readonly Unit[];
  /** Lines of the largest file that a unit with a file to itself leads to. */
  readonly wholeLines: (unit: Unit, text: string, limit: number) => number;
  /** Where the facade lies. */
  readonly facadePath: (path: string, layout: string) => string;
  /** Where a part lies. */
  readonly modulePath: (path: string, name: string, layout: string) => string;
}
