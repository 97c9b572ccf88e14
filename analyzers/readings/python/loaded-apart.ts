import { basename, dirname, join } from 'node:path/posix';
import { lineAt, lineStartsOf } from '../../../src/core/lines.ts';
import type { View } from '../../../src/workspace/view.ts';
import { escaped } from '../../namings/module-name.ts';
import { isCollected } from './collected.ts';
import { loadedByTool } from './loaded-by-tools.ts';

const MODE = /\bimport[-_]mode["']?(?:\s*[=:,]\s*|\s+)["']?importlib\b/;
const ASKED_IN = /\.(?:toml|ini|cfg|ya?ml|json|sh|py)$|(?:^|\/)(?:Makefile|justfile|tox\.ini|Dockerfile)$/;
/** `pythonpath = src tests`, `pythonpath = ["src"]` of pytest's settings. */
const PATHS = /^\s*pythonpath\s*=\s*(\[[^\]]*\]|[^\n]*(?:\n[ \t]+\S[^\n]*)*)/gm;

/** What loads a file by its path, so that its folder is not searched for what it asks for. */
const BY_PATH = /\b(?:spec_from_file_location|SourceFileLoader|run_path|load_source)\b|\bexec\s*\(/;

/**
 * Why a file in no package cannot import what lies beside it by a bare name, for somebody who loads it: pytest is told to import test files by their
 * path, code loads the file by its path, or it goes by a longer name (`tests.test_big`, from the folder above). Null where nothing is seen to.
 */
export function loadedApart(view: View, path: string): string | null {
  return (
    runByItself(view, path) ??
    loadedByTool(view, path) ??
    importedByPath(view, path) ??
    loadedByPath(view, path) ??
    namedFromAbove(view, path)
  );
}

/** behave runs each file of a folder of steps, and no package in it, in no package. */
function runByItself(view: View, path: string): string | null {
  const isStep = /(^|\/)steps\/[^/]+\.py$/.test(path);
  const above = dirname(dirname(path));
  const isOfFeatures = view.files.some(
    (file) => file.path.endsWith('.feature') && file.path.startsWith(above === '.' ? '' : `${above}/`),
  );
  return isStep && isOfFeatures ? 'behave runs each file of its folder by itself' : null;
}

function importedByPath(view: View, path: string): string | null {
  if (!isCollected(view, path)) return null;
  const told = view.files
    .filter((file) => file.state === 'text' && ASKED_IN.test(file.path))
    .map((file) => ({ path: file.path, text: view.text(file.path) }));
  if (told.some((file) => file.text.includes('pythonpath') && isOnPath(file, dirname(path)))) return null;
  for (const file of told) {
    const at = file.text.includes('importlib') ? MODE.exec(file.text)?.index : undefined;
    if (at !== undefined) return `pytest imports it by its path (${placeOf(file, at)})`;
  }
  return null;
}

const placeOf = ({ path, text }: { readonly path: string; readonly text: string }, at: number): string =>
  `${path}:${lineAt(lineStartsOf(text), at)}`;

/** Where a file is loaded by its path, as words with `path:line`; null where it is not seen to be. */
export function loadedByPath(view: View, path: string): string | null {
  const named = new RegExp(`(?<![\\w.-])${escaped(basename(path))}["']`);
  for (const file of view.files) {
    if (file.path === path || file.state !== 'text' || file.grammar !== 'python') continue;
    const text = view.text(file.path);
    const at = named.test(text) ? BY_PATH.exec(text)?.index : undefined;
    if (at !== undefined) return `${placeOf({ path: file.path, text }, at)} loads it by its path`;
  }
  return null;
}

/** Its folder has no `__init__.py`, and somebody goes through it all the same. */
function namedFromAbove(view: View, path: string): string | null {
  const folder = basename(dirname(path));
  if (folder === '.' || folder === '' || !/^\w+$/.test(folder)) return null;
  const dotted = `${folder}.${basename(path, '.py')}`;
  const named = new RegExp(`(?<![\\w.-])${escaped(dotted)}(?![\\w-])`);
  for (const file of view.files) {
    if (file.path === path || file.state !== 'text' || !NAMES_MODULES.test(file.path)) continue;
    const text = view.text(file.path);
    const at = text.includes(dotted) ? named.exec(text)?.index : undefined;
    if (at !== undefined) return `${placeOf({ path: file.path, text }, at)} knows it as ${dotted}`;
  }
  return null;
}

const NAMES_MODULES = /\.(?:py|sh|toml|ini|cfg|ya?ml|bat|ps1)$|(?:^|\/)(?:Makefile|justfile|Dockerfile|Procfile)$/;

const isOnPath = ({ path, text }: { readonly path: string; readonly text: string }, folder: string): boolean =>
  [...text.matchAll(PATHS)].some(([, value]) =>
    value!
      .split(/[\s,"'[\]]+/)
      .filter((one) => one !== '')
      .some((one) => join(dirname(path), one).replace(/\/$/, '') === folder),
  );
