import { basename, dirname } from 'node:path/posix';
import { lineAt, lineStartsOf } from '../../../src/core/lines.ts';
import type { FileEntry, View } from '../../../src/workspace/view.ts';
import { escaped } from '../../namings/module-name.ts';
import { FOLDER_CALL, LOADS } from './stays-a-file.ts';

/** A file of another folder that lists this one, and loads what it finds. */
export interface FolderLoader {
  /** `path:line` */
  readonly place: string;
  /** False where the folder is named elsewhere, or by a text alone. */
  readonly certain: boolean;
}

/** What would load a new file only because of where it lies, from outside of its folder; null where nothing is seen to. */
export function folderLoaderOf(view: View, path: string): FolderLoader | null {
  const folder = dirname(path);
  const last = basename(folder);
  if (last === '.' || last === '') return null;
  const found = view.files.flatMap((file): FolderLoader[] => {
    if (!isPython(file) || dirname(file.path) === folder) return [];
    const text = view.text(file.path);
    if (!FOLDER_CALL.test(text) || !LOADS.test(text) || leavesOut(text, path)) return [];
    const asked = new RegExp(`\\b(?:iter_modules|find_modules)\\s*\\([^()\\n]*\\b${escaped(last)}\\b`).exec(text);
    if (asked) return [{ place: placeIn(file.path, text, asked.index), certain: true }];
    const at = FOLDER_CALL.exec(text)!.index;
    return isNamed(view, file.path, last) ? [{ place: placeIn(file.path, text, at), certain: false }] : [];
  });
  return found.find(({ certain }) => certain) ?? found[0] ?? null;
}

const isPython = ({ state, grammar }: FileEntry): boolean => state === 'text' && grammar === 'python';

const placeIn = (path: string, text: string, at: number): string => `${path}:${lineAt(lineStartsOf(text), at)}`;

/** It takes no module whose name begins with an underscore. */
export const leavesOut = (text: string, path: string): boolean =>
  basename(path).startsWith('_') && /\.startswith\(\s*["']_{1,2}["']\s*\)|\[0\]\s*[!=]=\s*["']_["']/.test(text);

/** The folder's name is a text of the file, or of one that imports it. */
function isNamed(view: View, by: string, folder: string): boolean {
  const quoted = new RegExp(`["'/.]${escaped(folder)}(?=["'/])`);
  if (quoted.test(view.text(by))) return true;
  const stem = by.replace(/(?:\/__init__)?\.py$/, '').replace(/^.*\//, '');
  const imports = new RegExp(`^[ \\t]*(?:from|import)\\b[^\\n]*\\b${escaped(stem)}\\b`, 'm');
  return view.files.some(
    (file) =>
      isPython(file) && file.path !== by && imports.test(view.text(file.path)) && quoted.test(view.text(file.path)),
  );
}
