import type { PlanningLanguage } from '../core/language.ts';
import type { LanguageId } from '../core/unit.ts';
import type { FileEntry } from '../workspace/view.ts';
import type { Language } from './language.ts';
import { LANGUAGES } from './languages.ts';

/** The language that a file is in; null where none reads it. */
export const languageOfFile = (file: FileEntry | undefined): Language | null =>
  (file && LANGUAGES.find((language) => language.reads(file))) ?? null;

/** What the planner asks of the language that an outline is of. */
export function planningOf(id: LanguageId): PlanningLanguage {
  const language = LANGUAGES.find((one) => one.id === id);
  if (!language) throw new Error(`there is no language ${id}`);
  return language.planning;
}
