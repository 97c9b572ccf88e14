import type { DistributionFiles, Ships } from './distribution-files.ts';

/** Folders that setuptools does not take for the package of a flat layout. */
const RESERVED =
  /^(ci|bin|debian|doc|docs|documentation|manpages|news|newsfragments|changelog|test|tests|unit_test|unit_tests|example|examples|scripts|tools|util|utils|python|build|benchmark|benchmarks|exercise|exercises|htmlcov|tasks|fabfile|site_scons|[._].*)$/;
const RESERVED_MODULE =
  /^(setup|conftest|test|tests|example|examples|build|toxfile|noxfile|pavement|dodo|tasks|fabfile|[Ss][Cc]onstruct|conanfile|manage|benchmark|benchmarks|exercise|exercises|[._].*)$/;

/**
 * What setuptools ships where no manifest lists anything: all below `src`; else the one package of the flat layout, with all below it; else
 * the one module. Several of them are an error, and nothing is built.
 * @param root the folder that `package_dir` gives to the empty name, '' if none
 */
export function discovered({ view, dir }: DistributionFiles, root: string): Ships {
  const below = dir === '' ? '' : `${dir}/`;
  const paths = view.files
    .filter(({ path, state }) => state === 'text' && path.startsWith(below) && path.endsWith('.py'))
    .map(({ path }) => path.slice(below.length));
  const source =
    root !== '' ? root.replace(/^\.\/?|\/$/g, '') : paths.some((path) => path.startsWith('src/')) ? 'src' : '';
  if (source !== '') return (path) => path.startsWith(`${source}/`) && path.endsWith('.py');
  const packages = (more: string): Set<string> =>
    new Set(
      [...paths, more]
        .filter((path) => path.includes('/') && path.endsWith('.py'))
        .map((path) => path.slice(0, path.indexOf('/')))
        .filter((name) => /^[^\W\d]\w*$/u.test(name) && !RESERVED.test(name)),
    );
  const modules = (more: string): Set<string> =>
    new Set(
      [...paths, more].filter((path) => /^\w+\.py$/.test(path) && !RESERVED_MODULE.test(path.replace(/\.py$/, ''))),
    );
  return (path) => {
    const top = path.slice(0, Math.max(0, path.indexOf('/')));
    const found = packages(path);
    if (found.size > 0) return found.size === 1 && found.has(top);
    return modules(path).size === 1 && modules(path).has(path);
  };
}
