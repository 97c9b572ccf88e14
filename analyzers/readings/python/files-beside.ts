import type { View } from '../../../src/workspace/view.ts';

/** A file that is compiled from a module, instead of it, or adds to it when it is: `m.pxd`, `m.cpython-311-x86_64-linux-gnu.so`. */
export const compiledBeside = (view: View, path: string): string | null =>
  beside(view, path, /^(\.[\w-]+)?\.(pyx|pxd|c|cpp|so|pyd)$/);

/** The stub that describes a module under its path. */
export const stubBeside = (view: View, path: string): string | null => beside(view, path, /^\.pyi$/);

function beside(view: View, path: string, ending: RegExp): string | null {
  const stem = path.replace(/\.py$/, '');
  return (
    view.files.find((file) => file.path.startsWith(stem) && ending.test(file.path.slice(stem.length)))?.path ?? null
  );
}

const CONFIGS =
  /(^|\/)(setup\.cfg|tox\.ini|pyproject\.toml|\.coveragerc|mypy\.ini|\.flake8|pytest\.ini|CODEOWNERS|MANIFEST\.in|setup\.py|ruff\.toml|\.pylintrc)$/;

/** Files that say how the project is built, checked and owned: what they name by its path has to be there. */
export const projectConfigs = (view: View): readonly { readonly path: string; readonly text: string }[] =>
  view.files
    .filter(({ path, state }) => state === 'text' && CONFIGS.test(path))
    .map(({ path }) => ({ path, text: view.text(path) }));

/** Whether a text has a word that is not part of a longer one; a path may lead to it. */
export function mentions(text: string, word: string): boolean {
  for (let index = text.indexOf(word); index !== -1; index = text.indexOf(word, index + 1))
    if (!/[\w.-]/.test(text[index - 1] ?? ' ') && !/[\w]/.test(text[index + word.length] ?? ' ')) return true;
  return false;
}

/** The paths that lead to such a word, wherever it stands: `src/pkg/m.py`. */
export const mentionedPaths = (text: string, word: string): string[] =>
  [...text.matchAll(new RegExp(`[\\w./-]*(?<![\\w.-])${word.replace(/\W/g, '\\$&')}(?!\\w)`, 'g'))].map(([found]) =>
    found.replace(/^(?:\.\.?\/)+|^\/+/, ''),
  );
