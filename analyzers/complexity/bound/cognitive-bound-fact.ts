import { defineTextFact } from '../../../src/languages/fact.ts';
import { LANGUAGES, languageOf } from '../../../src/languages/language.ts';
import { cognitiveBound } from './cognitive-bound.ts';

export interface TextBound {
  /** The file's cognitive complexity is at most this. */
  readonly cognitive: number;
  /** It may splice files that are no sources by their names: `include!("tables.inc")`. */
  readonly splices: boolean;
}

/** What can be said of a file before it is parsed. */
export const cognitiveBoundFact = defineTextFact<TextBound>({
  id: 'cognitive-bound',
  version: 1,
  languages: LANGUAGES,
  ofText: (text, grammar) => {
    const language = languageOf(grammar);
    return { cognitive: cognitiveBound(text, language), splices: language === 'rust' && splicesOthers(text) };
  },
});

/** `#[path = "parts/all.inc"]`: such a file may splice others. */
const MOUNTS_OTHER = /\bpath\s*=\s*r?#*"(?:[^"]*[^s"]|[^"]{0,2}|[^"]*[^r"]s|[^"]*[^."]rs)"/;

const INCLUDE = /\binclude\s*!/g;
/** One text, or several joined, that end like a source of Rust, which is one by its name too. */
const OF_SOURCE = /include\s*!\s*[([{]\s*(?:"[^"\\]*|concat\s*!\s*\([^()]*(?:\([^()]*\)[^()]*)*)\.rs"\s*,?\s*[)\]}]/y;

function splicesOthers(text: string): boolean {
  if (MOUNTS_OTHER.test(text)) return true;
  INCLUDE.lastIndex = 0;
  for (let found = INCLUDE.exec(text); found !== null; found = INCLUDE.exec(text)) {
    OF_SOURCE.lastIndex = found.index;
    if (!OF_SOURCE.test(text)) return true;
  }
  return false;
}
