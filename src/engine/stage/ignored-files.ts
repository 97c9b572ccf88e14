import { grammarOf } from '../../languages/language.ts';

/** Caches and build output by name; a CACHEDIR.TAG marks the others. */
const LEFT_FOLDERS = new Set([
  'target',
  '__pycache__',
  '.mypy_cache',
  '.pytest_cache',
  '.ruff_cache',
  '.hypothesis',
  '.tox',
  '.nox',
  '.cache',
  '.eggs',
  '.turbo',
  '.next',
  '.vite',
]);

/** Lock files that a library's repository ignores: without them another set of dependencies would be tested. */
const LOCKS = new Set(['Cargo.lock', 'uv.lock', 'poetry.lock', 'package-lock.json', 'pnpm-lock.yaml', 'yarn.lock']);

const EXTENSION_MODULE = /\.(so|pyd|dylib|dll|node)$/;
const GENERATED_DATA = /\.(json|toml|pth|typed|d\.ts)$/;

export const isLeftFolder = (name: string, tagged: boolean): boolean => tagged || LEFT_FOLDERS.has(name);

/** True for an ignored file that a build or test may need: generated sources, built extension modules, metadata of an editable install. */
export function isIgnoredButNeeded(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (LOCKS.has(name) || EXTENSION_MODULE.test(name) || grammarOf(name) !== null || GENERATED_DATA.test(name))
    return true;
  return /(^|\/)[^/]+\.(egg|dist)-info\//.test(path) || /^\.cargo\/config(\.toml)?$/.test(path);
}
