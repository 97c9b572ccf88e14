import { defineFact } from '../../../src/languages/fact.ts';
import type { Syntax } from '../../../src/languages/syntax.ts';
import { readRustTypes } from './read-rust-types.ts';
import type { RustTypes } from './rust-types.ts';

/** The types of a Rust file with their serde attributes, its aliases and its string constants. */
export const rustTypes = defineFact<RustTypes, null>({
  id: 'rust-types',
  version: 1,
  languages: ['rust'],
  start: () => null,
  finish: (_state: null, syntax: Syntax) => readRustTypes(syntax),
});
