import { defineTextFact } from '../../../src/languages/fact.ts';
import { LANGUAGES, type Language, languageOf } from '../../../src/languages/language.ts';
import { cognitiveBound } from './cognitive-bound.ts';
import { namedParts } from './named-parts.ts';

export interface TextBound {
  /** The file's cognitive complexity is at most this. */
  readonly cognitive: number;
  /** Names of files that count as sources where this one splices them, though they are none by their names: `tables.inc`. */
  readonly parts: readonly string[];
}

/** Languages whose files splice others by their names. */
const NAMED_PARTS: Partial<Readonly<Record<Language, (text: string) => string[]>>> = { rust: namedParts };

/** What can be said of a file before it is parsed. */
export const cognitiveBoundFact = defineTextFact<TextBound>({
  id: 'cognitive-bound',
  version: 1,
  languages: LANGUAGES,
  ofText: (text, grammar) => {
    const language = languageOf(grammar);
    return { cognitive: cognitiveBound(text, language), parts: NAMED_PARTS[language]?.(text) ?? [] };
  },
});
