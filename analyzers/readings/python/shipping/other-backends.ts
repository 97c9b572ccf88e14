import { compileIgnoreRules, rulingOf } from '../../../../src/workspace/cargo/ignore-rules.ts';
import { stringAt, stringsAt, type Table, tableAt, tablesAt } from '../../../../src/workspace/manifest-files.ts';
import type { DistributionFiles, Ships } from './distribution-files.ts';
import { meson } from './meson.ts';
import { matchesPath } from './name-patterns.ts';

/** What the other build backends put into a wheel: a package with all below it, or what their settings list. */
export function otherBackends(files: DistributionFiles, backend: string): Ships {
  const known = BACKENDS.find(([name]) => backend.startsWith(name));
  return known ? known[1](files) : () => null;
}

const BACKENDS: readonly (readonly [string, (files: DistributionFiles) => Ships])[] = [
  ['hatchling', hatch],
  ['poetry', poetry],
  ['flit', flit],
  ['pdm', pdm],
  ['maturin', maturin],
  ['scikit_build_core', scikit],
  ['uv_build', uv],
  ['mesonpy', meson],
];

const tool = ({ pyproject }: DistributionFiles, name: string): Table | null =>
  tableAt(tableAt(pyproject, 'tool'), name);

/** `my-shop` is imported as `my_shop`. */
const projectName = ({ pyproject }: DistributionFiles): string =>
  (stringAt(tableAt(pyproject, 'project'), 'name') ?? '').replace(/[-.]+/g, '_');

const isBelow = (path: string, folder: string): boolean => {
  const clean = folder.replace(/^\.\/?|\/$/g, '');
  return clean === '' || path === clean || path.startsWith(`${clean}/`);
};

/** The first of some folders that is a package, with all below it; else a file of that name alone. */
function packageOrFile(files: DistributionFiles, name: string, roots: readonly string[]): Ships {
  const { view, dir } = files;
  const inDir = (path: string): string => (dir === '' ? path : `${dir}/${path}`);
  for (const root of roots) {
    const home = root === '' ? name : `${root}/${name}`;
    if (view.files.some(({ path }) => path.startsWith(`${inDir(home)}/`) && path.endsWith('.py')))
      return (path) => isBelow(path, home);
    if (view.file(inDir(`${home}.py`))) return (path) => path === `${home}.py`;
  }
  return () => null;
}

function hatch(files: DistributionFiles): Ships {
  const build = tableAt(tool(files, 'hatch'), 'build');
  const wheel = tableAt(tableAt(build, 'targets'), 'wheel');
  const list = (key: string): string[] => {
    const listed = stringsAt(wheel, key);
    return listed.length > 0 ? listed : stringsAt(build, key);
  };
  const forced = [tableAt(wheel, 'force-include'), tableAt(build, 'force-include')].flatMap((table) =>
    Object.keys(table ?? {}),
  );
  const [packages, only, include, exclude] = ['packages', 'only-include', 'include', 'exclude'].map(list);
  const chosen: Ships =
    only!.length > 0
      ? (path) => only!.some((one) => isBelow(path, one))
      : include!.length > 0
        ? (path) => isNamedBy(include!, path)
        : packages!.length > 0
          ? (path) => packages!.some((one) => isBelow(path, one))
          : packageOrFile(files, projectName(files), ['', 'src']);
  return (path) => {
    if (forced.some((one) => isBelow(path, one))) return true;
    return isNamedBy(exclude!, path) ? false : chosen(path);
  };
}

/** By rules in the syntax of `.gitignore`, the last of which decides. */
export const isNamedBy = (rules: readonly string[], path: string): boolean =>
  rulingOf(compileIgnoreRules(rules), path) === 'ignored';

function poetry(files: DistributionFiles): Ships {
  const table = tool(files, 'poetry');
  const name = (stringAt(table, 'name') ?? projectName(files)).replace(/[-.]+/g, '_');
  const packages = tablesAt(table, 'packages');
  const excluded = stringsAt(table, 'exclude');
  const included = [
    ...stringsAt(table, 'include'),
    ...tablesAt(table, 'include').map((one) => stringAt(one, 'path') ?? ''),
  ];
  const listed = packages.map((one) => [stringAt(one, 'from'), stringAt(one, 'include')].filter(Boolean).join('/'));
  const chosen: Ships =
    listed.length > 0 ? (path) => listed.some((one) => isListed(path, one)) : packageOrFile(files, name, ['', 'src']);
  return (path) => {
    if (excluded.some((one) => matchesPath(one, path))) return false;
    return included.some((one) => one !== '' && matchesPath(`/${one}`, path)) ? true : chosen(path);
  };
}

/** A folder with all below it, a file, or a pattern. */
const isListed = (path: string, entry: string): boolean =>
  /[*?]/.test(entry) ? matchesPath(`/${entry}`, path) : isBelow(path, entry);

function flit(files: DistributionFiles): Ships {
  const table = tool(files, 'flit');
  const module =
    stringAt(tableAt(table, 'module'), 'name') ?? stringAt(tableAt(table, 'metadata'), 'module') ?? projectName(files);
  return packageOrFile(files, module.replaceAll('.', '/'), ['', 'src']);
}

function pdm(files: DistributionFiles): Ships {
  const build = tableAt(tool(files, 'pdm'), 'build');
  const [includes, excludes] = [stringsAt(build, 'includes'), stringsAt(build, 'excludes')];
  const { view, dir } = files;
  const inDir = (path: string): string => (dir === '' ? path : `${dir}/${path}`);
  const hasSource = view.files.some(({ path }) => path.startsWith(`${inDir('src')}/`));
  const root = (stringAt(build, 'package-dir') ?? (hasSource ? 'src' : '')).replace(/^\.\/?|\/$/g, '');
  const found: Ships = (path) => {
    if (!isBelow(path, root)) return false;
    const [top, ...rest] = (root === '' ? path : path.slice(root.length + 1)).split('/');
    // Modules at the top are taken where there is no package.
    if (rest.length === 0) return null;
    return view.file(inDir([root, top, '__init__.py'].filter(Boolean).join('/'))) !== undefined;
  };
  return (path) => {
    if (excludes.some((one) => matchesPath(`/${one}`, path))) return false;
    return includes.length > 0 ? includes.some((one) => isListed(path, one)) : found(path);
  };
}

function maturin(files: DistributionFiles): Ships {
  const table = tool(files, 'maturin');
  const source = stringAt(table, 'python-source') ?? '';
  const module = stringAt(table, 'module-name') ?? projectName(files);
  const names = [module.split('.')[0]!, ...stringsAt(table, 'python-packages')];
  const excluded = stringsAt(table, 'exclude');
  return (path) =>
    !excluded.some((one) => matchesPath(`/${one}`, path)) &&
    names.some((name) => isBelow(path, source === '' ? name : `${source}/${name}`));
}

function scikit(files: DistributionFiles): Ships {
  const wheel = tableAt(tool(files, 'scikit-build'), 'wheel');
  const listed = [...stringsAt(wheel, 'packages'), ...Object.values(tableAt(wheel, 'packages') ?? {}).map(String)];
  const excluded = stringsAt(wheel, 'exclude');
  const chosen: Ships =
    listed.length > 0
      ? (path) => listed.some((one) => isBelow(path, one))
      : packageOrFile(files, projectName(files), ['src', 'python', '']);
  return (path) => (excluded.some((one) => matchesPath(one, path)) ? false : chosen(path));
}

function uv(files: DistributionFiles): Ships {
  const backend = tableAt(tool(files, 'uv'), 'build-backend');
  const root = stringAt(backend, 'module-root') ?? 'src';
  const one = stringAt(backend, 'module-name');
  const names = one === null ? stringsAt(backend, 'module-name') : [one];
  const modules = names.length > 0 ? names : [projectName(files)];
  return (path) => modules.some((name) => isBelow(path, [root, ...name.split('.')].filter(Boolean).join('/')));
}
