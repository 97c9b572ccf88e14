import { childByField, kindOf, type Node, type Syntax, textOf } from '../../../../src/languages/syntax.ts';
import { stringAt, stringsAt, type Table, tableAt } from '../../../../src/workspace/manifest-files.ts';
import type { SetupCfg } from '../../../../src/workspace/python/read-setup-cfg.ts';
import { discovered } from './discovered.ts';
import type { DistributionFiles, Ships } from './distribution-files.ts';
import { matchesName } from './name-patterns.ts';
import { argumentsOf, setupCall, stringList, stringMap, stringOf } from './setup-call.ts';

/** `find_packages(where, include, exclude)`. */
interface Find {
  readonly where: readonly string[];
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly namespaces: boolean;
}

/** What one manifest says: null where it says nothing, `unknown` where it computes it. */
interface Listing {
  readonly packages: readonly string[] | Find | 'unknown' | null;
  readonly modules: readonly string[] | 'unknown' | null;
  readonly folders: ReadonlyMap<string, string> | 'unknown' | null;
}

const NOTHING: Listing = { packages: null, modules: null, folders: null };

/** What setuptools puts into a wheel: listed or found packages and modules, else what its automatic discovery takes. */
export function setuptoolsShips(files: DistributionFiles): Ships {
  const listings = [fromPyproject(files.pyproject), fromSetupPy(files), fromSetupCfg(files.setupCfg)];
  const settingOf = <Key extends keyof Listing>(key: Key): Listing[Key] =>
    listings.find((listing) => listing[key] !== null)?.[key] ?? null;
  const [packages, modules, folders] = [settingOf('packages'), settingOf('modules'), settingOf('folders')];
  if (packages === null && modules === null)
    return discovered(files, folders === 'unknown' || folders === null ? '' : (folders.get('') ?? ''));
  const isFiltered = filtersModules(files);
  return (path) => {
    if (folders === 'unknown' || isFiltered) return null;
    const home = folderFinder(folders ?? new Map());
    if (Array.isArray(modules) && modules.some((name) => `${home('', name)}.py` === path)) return true;
    const answer = inPackages(files, packages, home, path);
    return answer === false && modules === 'unknown' ? null : answer;
  };
}

/** A `build_py` of its own that chooses modules by code. */
const filtersModules = ({ view, setupPy }: DistributionFiles): boolean =>
  setupPy !== null &&
  /\bdef\s+(?:find_(?:package_)?modules|find_all_modules|build_modules?|build_packages|get_source_files)\s*\(/.test(
    view.text(setupPy),
  );

function inPackages(
  files: DistributionFiles,
  packages: Listing['packages'],
  home: (name: string, below?: string) => string,
  path: string,
): boolean | null {
  if (packages === 'unknown') return null;
  if (packages === null) return false;
  const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
  if (!('where' in packages)) return packages.some((name) => home(name) === folder);
  return packages.where.some((where) => isFound(files, packages, where.replace(/^\.\/?|\/$/g, ''), folder));
}

/** Packages that `find_packages` finds below a folder: each with an `__init__.py`, and so their parents. */
function isFound(
  { view, dir }: DistributionFiles,
  { include, exclude, namespaces }: Find,
  where: string,
  folder: string,
): boolean {
  if (where !== '' && !folder.startsWith(`${where}/`)) return false;
  const names = (where === '' ? folder : folder.slice(where.length + 1)).split('/');
  if (names[0] === '') return false;
  const has = (depth: number): boolean =>
    view.file([dir, where, ...names.slice(0, depth), '__init__.py'].filter(Boolean).join('/')) !== undefined;
  if (!namespaces && !names.every((_, i) => has(i + 1))) return false;
  const name = names.join('.');
  return (
    include.some((pattern) => matchesName(pattern, name)) && !exclude.some((pattern) => matchesName(pattern, name))
  );
}

/** The folder of a package by `package_dir`: the longest name that it maps, and the rest below. */
function folderFinder(folders: ReadonlyMap<string, string>): (name: string, below?: string) => string {
  return (name, below = '') => {
    const parts = name === '' ? [] : name.split('.');
    for (let depth = parts.length; depth >= 0; depth--) {
      const known = folders.get(parts.slice(0, depth).join('.'));
      if (known === undefined && depth > 0) continue;
      const rest = [...parts.slice(depth), ...(below === '' ? [] : below.split('.'))];
      return [(known ?? '').replace(/^\.\/?|\/$/g, ''), ...rest].filter(Boolean).join('/');
    }
    return '';
  };
}

function fromPyproject(pyproject: Table | null): Listing {
  const setuptools = tableAt(tableAt(pyproject, 'tool'), 'setuptools');
  if (setuptools === null) return NOTHING;
  const table = tableAt(setuptools, 'packages');
  const find = tableAt(table, 'find');
  const folders = tableAt(setuptools, 'package-dir');
  return {
    packages: find
      ? {
          where: listOr(find, 'where', ['.']),
          include: listOr(find, 'include', ['*']),
          exclude: stringsAt(find, 'exclude'),
          namespaces: find.namespaces !== false,
        }
      : Array.isArray(setuptools.packages)
        ? stringsAt(setuptools, 'packages')
        : null,
    modules: Array.isArray(setuptools['py-modules']) ? stringsAt(setuptools, 'py-modules') : null,
    folders: folders ? new Map(Object.keys(folders).map((key) => [key, stringAt(folders, key) ?? ''])) : null,
  };
}

const listOr = (table: Table, key: string, usual: readonly string[]): readonly string[] =>
  Array.isArray(table[key]) ? stringsAt(table, key) : usual;

function fromSetupCfg(setupCfg: SetupCfg | null): Listing {
  const options = setupCfg?.sections.get('options');
  if (!setupCfg || !options) return NOTHING;
  const words = (value: string | undefined): string[] => (value ?? '').split(/[\s,]+/).filter(Boolean);
  const packages = options.get('packages');
  const find = setupCfg.sections.get('options.packages.find');
  const list = (key: string, usual: readonly string[]): readonly string[] =>
    find?.get(key) === undefined ? usual : words(find.get(key));
  const folders = options.get('package_dir') ?? options.get('package-dir');
  const modules = options.get('py_modules') ?? options.get('py-modules');
  return {
    packages:
      packages === undefined
        ? null
        : /^\s*find(_namespace)?:/.test(packages)
          ? {
              where: list('where', ['.']),
              include: list('include', ['*']),
              exclude: list('exclude', []),
              namespaces: packages.includes('_namespace'),
            }
          : words(packages),
    modules: modules === undefined ? null : words(modules),
    folders:
      folders === undefined
        ? null
        : new Map(
            folders
              .split(/[\n,]/)
              .filter((line) => line.includes('='))
              .map((line): [string, string] => {
                const [key = '', value = ''] = line.split('=');
                return [key.trim(), value.trim()];
              }),
          ),
  };
}

function fromSetupPy({ view, setupPy }: DistributionFiles): Listing {
  if (setupPy === null) return NOTHING;
  const call = setupCall(view.syntax(setupPy));
  if (call === null) return NOTHING;
  const { syntax, keywords, open } = call;
  const settingOf = <Answer>(key: string, read: (node: Node) => Answer | null): Answer | 'unknown' | null => {
    const node = keywords.get(key);
    // What a mapping brings cannot be seen, nor that it brings nothing.
    if (node === undefined) return open ? 'unknown' : null;
    return read(node) ?? 'unknown';
  };
  return {
    packages: settingOf(
      'packages',
      (node): readonly string[] | Find | null => namesIn(syntax, node) ?? findIn(syntax, node),
    ),
    modules: settingOf('py_modules', (node) => namesIn(syntax, node)),
    folders: settingOf('package_dir', (node) => stringMap(syntax, node)),
  };
}

const namesIn = (syntax: Syntax, node: Node): string[] | null =>
  stringList(syntax, node)?.map(({ value }) => value) ?? null;

/** `find_packages("src", exclude=["tests"])`. */
function findIn(syntax: Syntax, node: Node): Find | null {
  if (kindOf(syntax, node) !== 'call') return null;
  const callee = textOf(syntax, childByField(syntax, node, 'function'));
  if (!/(^|\.)find_(namespace_)?packages$/.test(callee)) return null;
  const given = argumentsOf(syntax, node);
  const named = new Map(
    given
      .filter((child) => kindOf(syntax, child) === 'keyword_argument')
      .map((child) => [textOf(syntax, childByField(syntax, child, 'name')), childByField(syntax, child, 'value')]),
  );
  const plain = given.filter((child) => kindOf(syntax, child) !== 'keyword_argument');
  const argument = (key: string, place: number): Node => named.get(key) ?? plain[place] ?? -1;
  const where = argument('where', 0) === -1 ? '.' : stringOf(syntax, argument('where', 0));
  const exclude = argument('exclude', 1) === -1 ? [] : namesIn(syntax, argument('exclude', 1));
  const include = argument('include', 2) === -1 ? ['*'] : namesIn(syntax, argument('include', 2));
  if (where === null || exclude === null || include === null) return null;
  return { where: [where], include, exclude, namespaces: callee.includes('namespace') };
}
