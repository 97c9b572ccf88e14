import { defineFact } from '../../../src/languages/fact.ts';
import type { Syntax } from '../../../src/languages/syntax.ts';
import { readTypescriptTypes } from './read-typescript-types.ts';
import type { TypescriptTypes } from './typescript-types.ts';

/**
 * The interfaces, type aliases, enums and constants of a TypeScript file. Only files that a contract leads to are read, so that it is computed
 * where it is asked for.
 */
export const typescriptTypes = defineFact<TypescriptTypes, null>({
  id: 'typescript-types',
  version: 1,
  languages: ['javascript'],
  start: () => null,
  finish: (_state: null, syntax: Syntax) => readTypescriptTypes(syntax),
});
