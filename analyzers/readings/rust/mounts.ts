import { basename, dirname } from 'node:path/posix';
import type { View } from '../../../src/workspace/view.ts';

export interface Mount {
  readonly by: string;
  readonly kind: 'path' | 'include';
}

/** A mount with the files that it may lead to: a `#[path]` in an inline module counts from the module's folder. */
export interface Led extends Mount {
  readonly targets: readonly string[];
}

const NAMED = /(?:#\s*\[\s*(?:cfg_attr\s*\([^\]]*?,\s*)?path\s*=\s*"([^"\n]+)"|\binclude\s*!\s*[([{]\s*"([^"\n]+)")/g;

/** Files that name this one by `#[path]` or splice it. */
export function mountsOf(view: View, path: string): Mount[] {
  const name = basename(path);
  return view.files.flatMap(({ path: by, grammar, state }): Mount[] => {
    if (grammar !== 'rust' || state !== 'text') return [];
    const text = view.text(by);
    if (!text.includes(name)) return [];
    return mountsIn(by, text).flatMap(({ kind, targets }) => (targets.includes(path) ? [{ by, kind }] : []));
  });
}

const known = new WeakMap<View, readonly Led[]>();

/** Every mount by a written path in a workspace. */
export function allMounts(view: View): readonly Led[] {
  const found =
    known.get(view) ??
    view.files.flatMap(({ path, grammar, state }) => {
      const text = grammar === 'rust' && state === 'text' ? view.text(path) : '';
      return /\bpath\b|\binclude\b/.test(text) ? mountsIn(path, text) : [];
    });
  known.set(view, found);
  return found;
}

function mountsIn(by: string, text: string): Led[] {
  const folder = dirname(by);
  return [...text.matchAll(NAMED)].map(([, mounted, spliced]): Led => {
    const written = mounted ?? spliced!;
    const inner = mounted === undefined ? [] : [join(join(folder, basename(by, '.rs')), written)];
    return { by, kind: mounted === undefined ? 'include' : 'path', targets: [join(folder, written), ...inner] };
  });
}

function join(folder: string, path: string): string {
  const parts = folder === '.' || folder === '' ? [] : folder.split('/');
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}
