import { stringAt, stringsAt, type Table, tableAt, tablesAt } from '../../../../src/workspace/manifest-files.ts';
import type { DistributionFiles, Sieve } from './distribution-files.ts';
import { manifestIn } from './manifest-in.ts';
import { matchesPath } from './name-patterns.ts';
import { isNamedBy } from './other-backends.ts';

/** The settings that hold files back whatever else ships them: a wheel is mostly built from the source distribution, so both count. */
export function sievesOf(files: DistributionFiles, backend: string): Sieve[] {
  if (/^setuptools\b/.test(backend)) return manifestIn(files);
  return SIEVES.find(([name]) => backend.startsWith(name))?.[1](tableAt(files.pyproject, 'tool')) ?? [];
}

const SIEVES: readonly (readonly [string, (tool: Table | null) => Sieve[]])[] = [
  ['hatchling', hatch],
  ['poetry', poetry],
  ['flit', flit],
  ['maturin', maturin],
  ['scikit_build_core', scikit],
  ['uv_build', uv],
];

/** Files that a list of patterns names are held back. */
const without = (
  by: string,
  patterns: readonly string[],
  isNamed: (pattern: string, path: string) => boolean,
): Sieve[] => (patterns.length === 0 ? [] : [{ by, lets: (path) => !patterns.some((one) => isNamed(one, path)) }]);

/** From the project's folder, whether a slash stands in it or not. */
const rooted = (pattern: string, path: string): boolean => matchesPath(`/${pattern.replace(/^\.?\//, '')}`, path);
/** At any depth, but where it begins with a slash. */
const anywhere = (pattern: string, path: string): boolean =>
  matchesPath(pattern.startsWith('/') ? pattern : `**/${pattern}`, path);

/** Strings, and tables with a path and formats: `{ path = "a", format = "sdist" }`. */
const pathsAt = (table: Table | null, key: string): string[] => [
  ...stringsAt(table, key),
  ...tablesAt(table, key).flatMap((one) => stringAt(one, 'path') ?? []),
];

function hatch(tool: Table | null): Sieve[] {
  const build = tableAt(tableAt(tool, 'hatch'), 'build');
  const sdist = tableAt(tableAt(build, 'targets'), 'sdist');
  const list = (key: string): string[] => (sdist?.[key] === undefined ? stringsAt(build, key) : stringsAt(sdist, key));
  const [only, packages, include, exclude] = ['only-include', 'packages', 'include', 'exclude'].map(list);
  const chosen = only!.length > 0 ? only! : packages!;
  const by = 'what hatch puts into a source distribution';
  return [
    ...(chosen.length === 0 ? [] : [{ by, lets: (path: string) => chosen.some((one) => rooted(one, path)) }]),
    ...(include!.length === 0 ? [] : [{ by, lets: (path: string) => isNamedBy(include!, path) }]),
    ...(exclude!.length === 0 ? [] : [{ by, lets: (path: string) => !isNamedBy(exclude!, path) }]),
  ];
}

function poetry(tool: Table | null): Sieve[] {
  return without('exclude of poetry', pathsAt(tableAt(tool, 'poetry'), 'exclude'), rooted);
}

function flit(tool: Table | null): Sieve[] {
  return without('tool.flit.sdist.exclude', stringsAt(tableAt(tableAt(tool, 'flit'), 'sdist'), 'exclude'), rooted);
}

function maturin(tool: Table | null): Sieve[] {
  return without('exclude of maturin', pathsAt(tableAt(tool, 'maturin'), 'exclude'), matchesPath);
}

/** Patterns of the wheel are read from its own root: `src` and `python` are not in them. */
function scikit(tool: Table | null): Sieve[] {
  const table = tableAt(tool, 'scikit-build');
  const excluded = (target: string): string[] => stringsAt(tableAt(table, target), 'exclude');
  const [wheel, sdist] = [excluded('wheel'), excluded('sdist')];
  return [
    ...(wheel.length === 0
      ? []
      : [{ by: 'wheel.exclude', lets: (path: string) => !isNamedBy(wheel, path.replace(/^(?:src|python)\//, '')) }]),
    ...(sdist.length === 0 ? [] : [{ by: 'sdist.exclude', lets: (path: string) => !isNamedBy(sdist, path) }]),
  ];
}

function uv(tool: Table | null): Sieve[] {
  const backend = tableAt(tableAt(tool, 'uv'), 'build-backend');
  return ['source-exclude', 'wheel-exclude'].flatMap((key) => without(key, stringsAt(backend, key), anywhere));
}
