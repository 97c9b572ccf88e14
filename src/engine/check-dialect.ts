import { DIALECTS } from '../../analyzers/complexity/dialects/dialects.ts';
import type { DialectId } from '../../analyzers/complexity/dialects/table.ts';
import { RefactorError } from '../core/errors.ts';
import type { Language } from '../languages/language.ts';

/** Throws RefactorError `dialect-language` where the tool does not read that language. */
export function checkDialect(dialect: DialectId, language: Language): void {
  const reads = Object.keys(DIALECTS[dialect].languages);
  if (reads.includes(language)) return;
  throw new RefactorError({
    code: 'dialect-language',
    what: `${dialect} has no values for ${language}`,
    why: `as a dialect it reads ${reads.join(' and ')} only`,
    whatToDo: 'Leave --dialect out, or name a tool that reads this language.',
  });
}
