import type { SgNode } from '@ast-grep/napi';
import type { TreeLanguage } from '../../trees.ts';
import type { Import, Insertion } from './import.ts';
import { javascriptImport } from './javascript-import.ts';
import { pythonImport } from './python-import.ts';
import { rustImport } from './rust-import.ts';

/** What has to be inserted for a name to be imported at the top of the file; null where it is already. */
export function importEdit(root: SgNode, text: string, language: TreeLanguage, wanted: Import): Insertion | null {
  if (language === 'python') return pythonImport(root, text, wanted);
  return language === 'rust' ? rustImport(root, text, wanted) : javascriptImport(root, text, wanted);
}
