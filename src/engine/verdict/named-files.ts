import { posix } from 'node:path';
import { compileGlob } from '../../workspace/compile-glob.ts';
import type { View } from '../../workspace/view.ts';
import type { Entries } from './only-adds.ts';

/** How the entries of a manifest are read in a change: as paths from its folder or from the workspace, or as dotted modules. */
export function namedFiles(before: View, after: View, manifest: string): Entries {
  const added = new Set(after.files.flatMap(({ path }) => (before.file(path) ? [] : [path])));
  const divided = before.files.flatMap(({ path, grammar }) => (grammar && differs(before, after, path) ? [path] : []));
  const home = posix.dirname(manifest) === '.' ? '' : `${posix.dirname(manifest)}/`;
  const paths = after.files.map(({ path }) => path);
  return {
    isAdded: (entry, listed) => {
      const named = filesOf(entry, home, paths);
      const known = (path: string): boolean => listed.some((one) => filesOf(one, home, [path]).length > 0);
      return named.some((path) => added.has(path)) && named.every((path) => added.has(path) || known(path));
    },
    isDivided: (entry) => filesOf(entry, home, divided).length > 0,
    isKnown: (keys) =>
      /(?:^|\/)package\.json$/.test(manifest)
        ? PACKAGE_LISTS.test(keys[0] ?? '')
        : !(/(?:^|\/)[tj]sconfig[^/]*\.json$/.test(manifest) && keys.includes('paths')),
    isShipped: (keys) => SHIPPED.some(([file, list]) => file.test(manifest) && list.test(keys.join(' '))),
  };
}

const differs = (before: View, after: View, path: string): boolean => {
  const [old, now] = [before.file(path), after.file(path)];
  return now === undefined || (old !== now && old!.key !== now.key);
};

/** Of some paths those that an entry names. One that takes files away again names none. */
function filesOf(entry: string, home: string, paths: readonly string[]): string[] {
  if (entry.startsWith('!') || entry.startsWith('-')) return [];
  const plain = entry.replace(/^\.?\//, '').replace(/\/+$/, '');
  if (plain === '' || /^[*/.]+$/.test(plain) || plain.includes('..')) return [];
  const tests = [...new Set([`${home}${plain}`, plain])].map(compileGlob);
  if (home !== '' && !plain.includes('/')) tests[1] = compileGlob(`${home}**/${plain}`);
  const isModule = moduleTest(plain);
  return paths.filter((path) => tests.some((test) => test.test(path)) || isModule(path));
}

/** `shop.core`, `shop.core.*`: the file or the files directly in the folder that such a name stands for, below any import root. */
function moduleTest(entry: string): (path: string) => boolean {
  const [, dotted, star] = /^([A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*)(\.\*)?$/.exec(entry) ?? [];
  if (dotted === undefined) return () => false;
  const place = dotted.replaceAll('.', '/');
  const ends = (path: string): boolean => path === place || path.endsWith(`/${place}`);
  return (path) => {
    if (!/\.pyi?$/.test(path)) return false;
    const stem = path.replace(/\.pyi?$/, '').replace(/\/__init__$/, '');
    if (!star) return ends(stem) || ends(posix.dirname(path));
    return stem.split('/').some((_, i, all) => ends(all.slice(0, i + 1).join('/')));
  };
}

/**
 * What package managers, linters and test runners know; a list of another name is for a program that may run what is on it. Those of `exports`,
 * `imports` and `typesVersions` are alternatives, of which the first one that is there counts.
 */
const PACKAGE_LISTS =
  /^(?:files|sideEffects|browser|eslintConfig|eslintIgnore|jest|nyc|c8|xo|standard|prettier|lint-staged|size-limit|tsd|knip|stylelint)$/;

/** The lists of what is built or shipped, by file and keys. */
const SHIPPED: readonly (readonly [RegExp, RegExp])[] = [
  [/(?:^|\/)Cargo\.toml$/, /^(?:workspace )?package include$/],
  [/(?:^|\/)pyproject\.toml$/, /^tool setuptools (?:py-modules|packages|packages find include)$/],
  [
    /(?:^|\/)pyproject\.toml$/,
    /^tool (?:poetry|pdm|flit|hatch|maturin|scikit-build|meson-python)\b.*(?:include|packages|sources)$/,
  ],
  [/(?:^|\/)setup\.cfg$/, /^\[options\] (?:packages|py_modules)$/],
  [/(?:^|\/)MANIFEST\.in$/, /^commands$/],
  [/(?:^|\/)package\.json$/, /^files$/],
  [/(?:^|\/)[tj]sconfig[^/]*\.json$/, /^(?:files|include)$/],
];
