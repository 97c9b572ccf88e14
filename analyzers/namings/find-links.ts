import { posix } from 'node:path';
import { hashOf } from '../../src/core/hash.ts';
import type { View } from '../../src/workspace/view.ts';

/** Symbolic links of the workspace that lead to a file. A link is known by the hash of where it points, so the ways to spell that are tried. */
export function linksTo(view: View, path: string): string[] {
  return view.files.flatMap((link) => {
    if (link.state !== 'symlink') return [];
    const plain = posix.relative(posix.dirname(link.path), path);
    return [plain, `./${plain}`].some((target) => link.key === hashOf(target)) ? [link.path] : [];
  });
}
