import type { FileEntry } from '../workspace/view.ts';
import type { Language } from './language.ts';
import { LANGUAGES } from './languages.ts';

/** The language that a file is in; null where none reads it. */
export const languageOfFile = (file: FileEntry | undefined): Language | null =>
  (file && LANGUAGES.find((language) => language.reads(file))) ?? null;
