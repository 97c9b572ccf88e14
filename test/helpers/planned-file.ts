import type { PlannedFile } from '../../analyzers/modules/planned-file.ts';
import type { Outline } from '../../src/core/unit.ts';
import { planningOf } from '../../src/engine/planning-of.ts';

/** An outline with the language that it is of. */
export const plannedFile = (outline: Outline, text: string): PlannedFile => ({
  language: planningOf(outline.language),
  outline,
  text,
});
