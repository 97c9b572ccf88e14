import type { FileCodemod } from '../../../../codemods/define-file-codemod.ts';
import { TREE_LANGUAGES } from '../../../languages/tree-language.ts';

/** Throws where an object that says `languages` names one that is not read. */
export function isFileCodemod(value: unknown): value is FileCodemod {
  if (typeof value !== 'object' || value === null) return false;
  const { languages, change } = value as Partial<FileCodemod>;
  if (!Array.isArray(languages) || typeof change !== 'function') return false;
  const strange = languages.find((one) => !TREE_LANGUAGES.includes(one));
  if (strange !== undefined)
    throw new Error(`it reads ${String(strange)}, which is none of ${TREE_LANGUAGES.join(', ')}`);
  return true;
}
