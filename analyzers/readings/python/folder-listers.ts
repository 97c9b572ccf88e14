import { basename, dirname, join } from 'node:path/posix';
import { lineAt, lineStartsOf } from '../../../src/core/lines.ts';
import type { View } from '../../../src/workspace/view.ts';
import { leavesOut } from './folder-loaders.ts';
import { isListing, type KnownPackage, listedFolder } from './listed-folder.ts';
import { moduleAliases } from './module-aliases.ts';
import { nameOf } from './source.ts';
import { FOLDER_CALL } from './stays-a-file.ts';

/**
 * Where a Python file lists the folder of another, or one above with all below, and finds it there, whatever it does with it: `path:line`. Null where
 * nothing is seen to.
 * @param path need not be in the view: it may come to be
 */
export function folderListerOf(view: View, path: string): string | null {
  const folders = packagesAbove(view, path);
  for (const file of view.files) {
    if (file.state !== 'text' || file.grammar !== 'python' || file.path === path) continue;
    const text = view.text(file.path);
    if (
      !(FOLDER_CALL.test(text) || /\bcontents\(/.test(text)) ||
      !/__(?:file|path)__|\bfiles\(|_modules\b|_packages\b/.test(text)
    )
      continue;
    if (leavesOut(text, path)) continue;
    const line = listedAt(view, file.path, path, folders);
    if (line !== null) return `${file.path}:${line}`;
  }
  return null;
}

interface PackageAbove {
  readonly folder: string;
  readonly dotted: string;
}

/** The packages that a file lies in, the nearest first. */
function packagesAbove(view: View, path: string): PackageAbove[] {
  const found: PackageAbove[] = [];
  for (let folder = dirname(path); view.file(join(folder, '__init__.py')) !== undefined; folder = dirname(folder))
    found.push({ folder, dotted: nameOf(view, join(folder, '__init__.py')).dotted });
  return found;
}

function listedAt(view: View, by: string, path: string, above: readonly PackageAbove[]): number | null {
  const syntax = view.syntax(by);
  let known: readonly KnownPackage[] | null = null;
  for (let node = 0; node < syntax.size; node++) {
    if (!isListing(syntax, node)) continue;
    known ??= above.map(({ folder, dotted }) => ({
      folder,
      aliases: [...moduleAliases(syntax, dotted, nameOf(view, by).package), dotted],
    }));
    const listed = listedFolder(syntax, node, by, known);
    const isThere =
      listed !== null &&
      (listed.folder === dirname(path) ||
        (listed.isDeep && (listed.folder === '.' || path.startsWith(`${listed.folder}/`)))) &&
      listed.takes(basename(path));
    if (isThere) return lineAt(lineStartsOf(syntax.text), syntax.start[node]!);
  }
  return null;
}
