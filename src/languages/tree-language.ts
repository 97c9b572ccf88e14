import { grammarOf } from './language.ts';

/** The names by which rules and file codemods call what they read. */
export const TREE_LANGUAGES = ['rust', 'python', 'typescript', 'tsx', 'javascript'] as const;
export type TreeLanguage = (typeof TREE_LANGUAGES)[number];

/** What a file is read as by its extension; null: by no codemod that reads trees. */
export const treeLanguageOf = (path: string): TreeLanguage | null =>
  /\.[cm]?jsx?$/.test(path) ? 'javascript' : grammarOf(path);
