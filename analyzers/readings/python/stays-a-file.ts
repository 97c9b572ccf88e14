import { dirname, join } from 'node:path/posix';
import { textOf } from '../../../src/languages/syntax.ts';
import type { FileEntry, View } from '../../../src/workspace/view.ts';
import { findNamings } from '../../namings/find-namings.ts';
import { escaped } from '../../namings/module-name.ts';
import { patternLine, runByName, runByPath } from '../../namings/script-lines.ts';
import { asksPlaceOf } from './asks-place.ts';
import { isTestFile } from './collected.ts';
import { type ComputedLoad, computedLoads } from './computed-loads.ts';
import { handsName } from './hands-name.ts';
import { loadedByPath } from './loaded-apart.ts';
import { loadedByTool, MAKES_DAG } from './loaded-by-tools.ts';
import { HAS_REQUIREMENTS } from './runs-as-program.ts';
import { nameOf } from './source.ts';

/** Programs that look for a file of this name, and never for a package. */
const BY_NAME =
  /(^|\/)(conftest|setup|noxfile|toxfile|tasks|fabfile|locustfile|dodo|hubconf|conanfile|conf|pavement|duties|gunicorn\.conf|gunicorn_conf)\.py$/;
/** Folders whose modules a framework lists, packages left out or taken for something else. */
const LISTED =
  /(^|\/)(management\/commands|migrations|alembic\/versions|migrations\/versions|features\/steps)\/[^/]+\.py$/;

/**
 * Why a module has to stay one file at its path: a program, the workspace or a framework finds it there, and would not find a package. Null
 * where nothing is seen to.
 */
export function staysAFile(view: View, path: string): string | null {
  if (BY_NAME.test(path)) return 'programs look for a file of this name';
  if (isTestFile(view, path)) return 'tests are collected from files of such names';
  if (LISTED.test(path) || isListedDag(view, path)) return 'frameworks list the files of its folder';
  const lister = listerOf(view, path);
  if (lister !== null) return `${lister} finds files of its folder by their paths`;
  const file = path.slice(path.lastIndexOf('/') + 1);
  const [naming] = findNamings(view, [path]).filter(
    ({ path: from, start, end }) => from !== path && view.text(from).slice(start, end).endsWith(file),
  );
  if (naming) return `${naming.path}:${naming.line} names it by its path`;
  const inParts = namedInParts(view, path);
  if (inParts !== null) return `${inParts} names its folder and its file`;
  const beside = fileBeside(view, path);
  if (beside !== null) return `it names ${beside}, which lies beside it`;
  const asked = asksPlaceOf(view, path);
  if (asked !== null) return `${asked.path}:${asked.line} asks where it lies, or whether it is a package`;
  const handed = handsName(view, path) ?? loadedByPath(view, path) ?? loadedByTool(view, path);
  if (handed !== null) return handed;
  const run = runByName(view, nameOf(view, path).dotted) ?? runByPath(view, path);
  if (run !== null) return `${run.path}:${run.line} runs it`;
  const meant = patternLine(view, path, [path.replace(/\.py$/, '/__init__.py')]);
  if (meant !== null) return `${meant.path}:${meant.line} means it by the pattern ${meant.text}`;
  return actsWhenRun(view, path);
}

/** Airflow takes the files below `dags`; a package is imported without its parts. */
const isListedDag = (view: View, path: string): boolean =>
  /(^|\/)dags\/[^/]+\.py$/.test(path) && MAKES_DAG.test(view.text(path));

/** Code that names the file and its folder by strings of their own: `files("pkg").joinpath("core.py")`. */
function namedInParts(view: View, path: string): string | null {
  const [file = '', folder = ''] = path.split('/').reverse();
  if (folder === '') return null;
  const quoted = (name: string): RegExp => new RegExp(`["'/]${escaped(name)}["']`);
  const [named, above] = [quoted(file), new RegExp(`["'/.]${escaped(folder)}["'/]`)];
  const found = view.files.find((other) => {
    if (other.path === path || other.state !== 'text' || other.grammar !== 'python') return false;
    const text = view.text(other.path);
    return text.includes(file) && named.test(text) && above.test(text);
  });
  return found?.path ?? null;
}

/** A file that is no module, which a string of the module names from its folder: `CSS_PATH = "app.tcss"`. */
function fileBeside(view: View, path: string): string | null {
  const folder = dirname(path);
  const names = [...view.text(path).matchAll(/["']((?:\.\/)?[\w-][\w./-]*\.(?!pyi?["'])\w{1,10})["']/g)];
  const found = names.find(([, name]) => !name!.includes('..') && view.file(join(folder, name!)) !== undefined);
  return found === undefined ? null : join(folder, found[1]!);
}

/** `python -m` runs no package: a module that does something for whoever runs it, without a block that says so. */
function actsWhenRun(view: View, path: string): string | null {
  const text = view.text(path);
  if (HAS_REQUIREMENTS.test(text)) return 'it is a script that says what it requires';
  if (/(['"])__main__\1/.test(text)) return 'it asks whether it is run as a program';
  const call = /^(?:print|input|(?:sys\.)?exit|quit|main|cli|run|app)\s*\(/m.exec(withoutStrings(text));
  return call === null ? null : `it calls \`${call[0].replace(/\s*\($/, '')}\` when it is run`;
}

/** Lines of strings that go over several lines may begin with anything. */
const withoutStrings = (text: string): string => text.replace(/("{3}|'{3})[\s\S]*?\1/g, "''");

/** Calls that list a folder, or load files of it by their paths. */
export const FOLDER_CALL =
  /\b(listdir|scandir|i?glob|rglob|iterdir|walk|iter_modules|walk_packages|find_modules|spec_from_file_location|SourceFileLoader|run_path|load_source)\b/;

/** A file that lists the folder of another, or loads files of it by their paths. */
function listerOf(view: View, path: string): string | null {
  const folder = dirname(path);
  const last = folder.slice(folder.lastIndexOf('/') + 1);
  const found = view.files.find((file) => {
    if (file.path === path || file.state !== 'text' || file.grammar !== 'python') return false;
    return (
      FOLDER_CALL.test(view.text(file.path)) &&
      (isAbout(view, file, folder) || namesFolder(view, file, last) || asksPackage(view, file, last))
    );
  });
  return found?.path ?? null;
}

/** It asks the package for its folder, and lists the files there: `os.listdir(os.path.dirname(pkg.__file__))`. */
const asksPackage = (view: View, { path }: FileEntry, last: string): boolean =>
  /^\w+$/.test(last) &&
  /\b(?:listdir|scandir|i?glob|rglob|iterdir|walk)\s*\(/.test(view.text(path)) &&
  new RegExp(`\\b${last}\\s*\\.\\s*__(?:file|path)__`).test(view.text(path));

/** It lists its own folder, and that is the one. */
const isAbout = (view: View, { path }: FileEntry, folder: string): boolean =>
  dirname(path) === folder && listersIn(view, path).length > 0;

/** What a file finds by listing is loaded: others list folders for other ends. */
export const LOADS =
  /\b(import_module|__import__|exec_module|load_module|spec_from_file_location|SourceFileLoader|run_path|run_module|load_source|find_loader|import_string)\b/;

/** Calls by which a file lists its own package or folder to load what it finds. */
export function listersIn(view: View, path: string): readonly ComputedLoad[] {
  const text = view.text(path);
  if (!LOADS.test(text)) return [];
  const syntax = view.syntax(path);
  const own = [...text.matchAll(/^[ \t]*(\w+)[ \t]*=[^\n]*(?<![\w.])__(?:file|path)__/gm)].map(([, name]) => name!);
  const isOwn = new RegExp(`(?<![\\w.])(?:__file__|__path__${own.map((name) => `|${name}`).join('')})\\b`);
  return computedLoads({ syntax, name: nameOf(view, path), isKept: () => false }).filter(
    ({ kind, node }) => kind === 'list' && isOwn.test(textOf(syntax, node)),
  );
}

/** It has the folder's name in a string, and puts paths of `.py` files together: one that names `__init__.py` alone loads packages. */
function namesFolder(view: View, { path }: FileEntry, last: string): boolean {
  if (last === '.' || last === '') return false;
  const text = view.text(path);
  const named = new RegExp(`["'/]${escaped(last)}(?=["'/])`).test(text);
  return named && /(?<!__init__)\.py\b/.test(text) && !/(^|\/)setup\.py$/.test(path);
}
