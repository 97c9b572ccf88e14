import type { ClientLanguage } from './client-language.ts';
import { PYTHON_CLIENT } from './python/client-language.ts';
import { RUST_CLIENT } from './rust/client-language.ts';

/** By the grammar of a file. */
const LANGUAGES: Readonly<Record<string, ClientLanguage>> = { rust: RUST_CLIENT, python: PYTHON_CLIENT };

/** Null for a grammar in which clients are not read. */
export const clientLanguage = (grammar: string | null): ClientLanguage | null =>
  grammar !== null && Object.hasOwn(LANGUAGES, grammar) ? LANGUAGES[grammar]! : null;
