import { languageOf } from '../../../src/languages/language.ts';
import type { View } from '../../../src/workspace/view.ts';
import type { Module } from '../composition.ts';

/** Each file is a module by its path without the extension. */
export const javascriptModules = (view: View): Module[] =>
  view.files
    .filter(({ grammar }) => grammar !== null && languageOf(grammar) === 'javascript')
    .map(({ path }) => ({
      id: path.replace(/(\.d)?\.[^./]+$/, ''),
      language: 'javascript',
      file: path,
      fragments: [],
    }));
