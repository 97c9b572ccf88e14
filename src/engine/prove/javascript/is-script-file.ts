import { languageOf } from '../../../languages/language.ts';
import type { View } from '../../../workspace/view.ts';

/** A file of JavaScript or TypeScript. */
export const isScriptFile = (view: View, path: string): boolean => {
  const grammar = view.file(path)?.grammar;
  return grammar !== undefined && grammar !== null && languageOf(grammar) === 'javascript';
};
