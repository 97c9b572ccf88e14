import { defineFact } from '../../../src/languages/fact.ts';
import type { Syntax } from '../../../src/languages/syntax.ts';
import { readRustFile } from './read-rust-file.ts';
import type { RustFile } from './rust-file.ts';

/** What a Rust file exports to Python by PyO3, and how its names lead to others. */
export const rustBridge = defineFact<RustFile, null>({
  id: 'rust-bridge',
  version: 4,
  languages: ['rust'],
  start: () => null,
  finish: (_state: null, syntax: Syntax) => readRustFile(syntax),
});
