import { basename, dirname } from 'node:path/posix';
import { lineAt, lineStartsOf } from '../../../src/core/lines.ts';
import { type PythonImport, readImports } from '../../../src/languages/python/read-imports.ts';
import { isStandard } from '../../../src/languages/python/stdlib-modules.ts';
import type { View } from '../../../src/workspace/view.ts';
import { wordsOf } from '../../../src/workspace/words-of.ts';
import { moduleFile } from './module-file.ts';

const MANIFEST =
  /(^|\/)(?:pyproject\.toml|setup\.(?:py|cfg)|(?:[\w-]*requirements[\w-]*|constraints)\.(?:txt|in)|Pipfile|environment\.ya?ml)$|(^|\/)requirements\/[^/]+\.(?:txt|in)$/;
/** `gunicorn --chdir src app:app`, `Handler: app.handler`: a program is told a module of the folder that it runs in. */
const STARTED =
  /\b(?:gunicorn|uvicorn|hypercorn|daphne|granian|waitress-serve|uwsgi|flask|celery)\b[^\n]*?(?<![\w.])NAME:\w+|\b[Hh]andler["']?\s*[:=]\s*["']?NAME\.\w+["']?\s*(?:[,}]|$)/;

/**
 * Where a module of a package is loaded by its bare name, its own folder being searched: `from utils import show` beside or above `src/utils.py`.
 * As words with `path:line`; null where nothing is seen to.
 * @param bound names that the module binds
 */
export function importedBare(view: View, path: string, bound: ReadonlySet<string>): string | null {
  const name = basename(path, '.py');
  if (name === '__init__' || name === '__main__' || isStandard(name) || moduleFile(view, name) !== null) return null;
  return importingFile(view, path, name, bound) ?? startingFile(view, path, name);
}

function importingFile(view: View, path: string, name: string, bound: ReadonlySet<string>): string | null {
  let isDependency: boolean | null = null;
  for (const { path: by, state, grammar } of view.files) {
    if (by === path || state !== 'text' || grammar !== 'python' || !wordsOf(view, by).has(name)) continue;
    const found = readImports(view.syntax(by)).find((one) => asksFor(one, name, bound));
    if (found === undefined) continue;
    isDependency ??= isDeclared(view, name);
    if (isDependency) return null;
    return `${by}:${lineAt(lineStartsOf(view.text(by)), found.start)} imports it as ${name}`;
  }
  return null;
}

/** An import of the module itself, or of names that it has. */
function asksFor({ kind, level, module, names }: PythonImport, name: string, bound: ReadonlySet<string>): boolean {
  if (kind === 'import') return names.some((one) => one.name === name);
  return level === 0 && module === name && names.every((one) => one.name === '*' || bound.has(one.name));
}

/** A package of somebody else may be called the same. */
const isDeclared = (view: View, name: string): boolean =>
  view.files.some(
    ({ path, state }) =>
      state === 'text' && MANIFEST.test(path) && new RegExp(`(?<![\\w.-])${name}(?![\\w-])`, 'i').test(view.text(path)),
  );

function startingFile(view: View, file: string, name: string): string | null {
  const starts = new RegExp(STARTED.source.replaceAll('NAME', name), 'm');
  for (const { path, state, grammar } of view.files) {
    if (state !== 'text' || grammar !== null || /\.(?:md|rst|txt|lock)$/.test(path)) continue;
    const text = view.text(path);
    if (!text.includes(name)) continue;
    const at = starts.exec(text)?.index ?? searchedFor(text, dirname(file), name);
    if (at !== undefined) return `${path}:${lineAt(lineStartsOf(text), at)} starts it as ${name}`;
  }
  return null;
}

const SEARCH_PATH = /\bPYTHONPATH["']?\s*[:?+]?[=:]\s*["']?([^\s"'&]+)/g;
/** `python -m core`, `python -c 'import core'`. */
const ASKED = /-m["',\s]+NAME(?![\w.-])|\b(?:import|from)\s+NAME(?![\w.-])/;

/** `PYTHONPATH=src/pkg python -m core`: where a script has the folder itself searched, and asks for the module. */
function searchedFor(text: string, folder: string, name: string): number | undefined {
  const asked = new RegExp(ASKED.source.replaceAll('NAME', name)).exec(text);
  const isSearched = [...text.matchAll(SEARCH_PATH)].some(([, folders]) =>
    folders!.split(/[:;]/).some((one) => `/${folder}`.endsWith(`/${plainFolder(one)}`) && plainFolder(one) !== ''),
  );
  return isSearched ? asked?.index : undefined;
}

/** Without what a shell puts before it: `$PWD/`, `$(CURDIR)/`, `${ROOT}/`, `./`. */
const plainFolder = (written: string): string =>
  written.replace(/^(?:\$\w+|\$[({][^)}]*[)}]+|\.{1,2})\//, '').replace(/\/+$/, '');
