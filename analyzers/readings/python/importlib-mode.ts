import { dirname, join } from 'node:path/posix';
import { lineAt, lineStartsOf } from '../../../src/core/lines.ts';
import type { View } from '../../../src/workspace/view.ts';
import { isCollected } from './collected.ts';

const MODE = /\bimport[-_]mode["']?(?:\s*[=:,]\s*|\s+)["']?importlib\b/;
const ASKED_IN = /\.(?:toml|ini|cfg|ya?ml|json|sh|py)$|(?:^|\/)(?:Makefile|justfile|tox\.ini|Dockerfile)$/;
/** `pythonpath = src tests`, `pythonpath = ["src"]` of pytest's settings. */
const PATHS = /^\s*pythonpath\s*=\s*(\[[^\]]*\]|[^\n]*(?:\n[ \t]+\S[^\n]*)*)/gm;

/**
 * Where pytest is told to import test files by their path, as `path:line`: no folder is on `sys.path` then, so that a file in no package cannot
 * import what lies beside it. Null where nothing says so, where pytest does not collect the file, and where its folder is put on the path.
 */
export function importedByPath(view: View, path: string): string | null {
  if (!isCollected(view, path)) return null;
  const told = view.files
    .filter((file) => file.state === 'text' && ASKED_IN.test(file.path))
    .map((file) => ({ path: file.path, text: view.text(file.path) }));
  if (told.some((file) => file.text.includes('pythonpath') && isOnPath(file, dirname(path)))) return null;
  for (const file of told) {
    const at = file.text.includes('importlib') ? MODE.exec(file.text)?.index : undefined;
    if (at !== undefined) return `${file.path}:${lineAt(lineStartsOf(file.text), at)}`;
  }
  return null;
}

const isOnPath = ({ path, text }: { readonly path: string; readonly text: string }, folder: string): boolean =>
  [...text.matchAll(PATHS)].some(([, value]) =>
    value!
      .split(/[\s,"'[\]]+/)
      .filter((one) => one !== '')
      .some((one) => join(dirname(path), one).replace(/\/$/, '') === folder),
  );
