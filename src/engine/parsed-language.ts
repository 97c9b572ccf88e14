import type { HazardId } from '../core/hazards/index.ts';
import { firstError } from '../languages/first-error.ts';
import { languageOf, type Language as ParsedLanguage } from '../languages/language.ts';
import { OUTLINES } from '../languages/outline.ts';
import type { Language } from './language.ts';

/** What holds for each language that a tree-sitter grammar reads. @param broken the hazard of syntax that is not understood */
export const parsed = (
  id: ParsedLanguage,
  broken: HazardId,
): Pick<Language, 'id' | 'reads' | 'outline' | 'firstError'> => ({
  id,
  reads: ({ grammar }) => grammar !== null && languageOf(grammar) === id,
  outline: (view, path) => view.facts(path, OUTLINES[id]),
  firstError: (view, path) => {
    const syntax = view.syntax(path);
    const error = firstError(syntax);
    return error === null ? null : { hazard: broken, start: syntax.start[error]!, end: syntax.end[error]! };
  },
});
