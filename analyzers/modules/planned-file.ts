import type { PlanningLanguage } from '../../src/core/language.ts';
import type { Outline } from '../../src/core/unit.ts';

/** A file that is planned, with the language that it is read by. */
export interface PlannedFile {
  readonly language: PlanningLanguage;
  readonly outline: Outline;
  /** What the outline was made of. */
  readonly text: string;
}
