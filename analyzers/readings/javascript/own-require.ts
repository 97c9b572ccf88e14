import type { LexicalNames } from '../../../src/languages/javascript/lexical-names.ts';

/**
 * Whether a `require` is declared by the code, and is not the one that every CommonJS file is given: `const require = createRequire(import.meta.url)`,
 * an import of one, a parameter. Its paths count from where it was made, and not from the file that calls it.
 * @param at offset of the name
 */
export const isOwnRequire = ({ scopes, free }: LexicalNames, at: number): boolean =>
  scopes[0]!.names.has('require') || !free.some((one) => one.at === at && one.name === 'require');
