import { basename, dirname } from 'node:path/posix';
import type { View } from '../../../src/workspace/view.ts';

export interface Mount {
  readonly by: string;
  readonly kind: 'path' | 'include';
}

const NAMED = /(?:#\s*\[\s*path\s*=\s*"([^"\n]+)"|\binclude\s*!\s*[([{]\s*"([^"\n]+)")/g;

/** Files that name this one by `#[path]` or splice it. */
export function mountsOf(view: View, path: string): Mount[] {
  const name = basename(path);
  const found: Mount[] = [];
  for (const file of view.files) {
    if (file.grammar !== 'rust' || file.state !== 'text') continue;
    const text = view.text(file.path);
    if (!text.includes(name)) continue;
    for (const [, mounted, spliced] of text.matchAll(NAMED)) {
      const written = mounted ?? spliced!;
      if (basename(written) !== name) continue;
      const folder = dirname(file.path);
      if (
        join(folder, written) === path ||
        (mounted !== undefined && join(join(folder, basename(file.path, '.rs')), written) === path)
      )
        found.push({ by: file.path, kind: mounted !== undefined ? 'path' : 'include' });
    }
  }
  return found;
}

function join(folder: string, path: string): string {
  const parts = folder === '.' || folder === '' ? [] : folder.split('/');
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}
