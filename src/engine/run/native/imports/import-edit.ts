import type { SgNode } from '@ast-grep/napi';
import type { Import } from '../../../../../codemods/define-file-codemod.ts';
import type { TreeLanguage } from '../../../../languages/tree-language.ts';
import type { Insertion } from './import.ts';
import { javascriptImport } from './javascript-import.ts';
import { pythonImport } from './python-import.ts';
import { rustImport } from './rust-import.ts';

/** What has to be inserted for a name to be imported at the top of the file; null where it is already. */
export const importEdit = (root: SgNode, text: string, language: TreeLanguage, wanted: Import): Insertion | null =>
  WRITERS[language](root, text, wanted);

const WRITERS: Readonly<Record<TreeLanguage, (root: SgNode, text: string, wanted: Import) => Insertion | null>> = {
  rust: rustImport,
  python: pythonImport,
  typescript: javascriptImport,
  tsx: javascriptImport,
  javascript: javascriptImport,
};
