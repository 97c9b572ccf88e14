import { defineFact, type Fact } from '../../../src/languages/fact.ts';
import { LANGUAGES } from '../../../src/languages/language.ts';
import { DIALECTS } from './dialects.ts';
import { type DialectFunction, measureDialect } from './measure-dialect.ts';
import { DIALECT_IDS, type DialectId } from './table.ts';

const factOf = (id: DialectId): Fact<readonly DialectFunction[], null> =>
  defineFact({
    id: `metrics-${id}`,
    version: 2,
    languages: LANGUAGES.filter((language) => Object.hasOwn(DIALECTS[id].languages, language)),
    start: () => null,
    finish: (_state, syntax) => measureDialect(syntax, id),
  });

export const DIALECT_FACTS = Object.fromEntries(DIALECT_IDS.map((id) => [id, factOf(id)])) as Readonly<
  Record<DialectId, Fact<readonly DialectFunction[], null>>
>;
