import { basename, dirname, join } from 'node:path/posix';
import type { View } from '../../../src/workspace/view.ts';

type Table = Readonly<Record<string, unknown>>;

interface Package {
  readonly folder: string;
  readonly manifest: Table;
}

/** Views never change: each is asked once for its packages. */
const known = new WeakMap<View, ReadonlyMap<string, Package>>();

/**
 * For each condition the files that the name of a package of this workspace may mean, or a name of `imports` (`#core`), most likely first, without
 * endings being tried: what `exports`, `imports`, `source`, `module` or `main` say of it. Where they say what a build makes, the source beside it
 * comes after.
 * @param from the file that asks
 * Source: https://nodejs.org/api/packages.html (subpath exports, imports, patterns)
 */
export function packageTargets(view: View, from: string, name: string): string[][] {
  const packages = known.get(view) ?? readPackages(view);
  known.set(view, packages);
  if (packages.size === 0) return [];
  if (name.startsWith('#')) return internalPaths(packages, from, name);
  const [whole, rest = ''] = /^((?:@[^/]+\/)?[^/]+)(?:\/(.*))?$/.exec(name)?.slice(1) ?? [];
  const found = whole === undefined ? undefined : packages.get(whole);
  if (found === undefined) return [];
  const { exports } = found.manifest;
  if (exports === undefined) return [plainTargets(found, rest).flatMap((target) => placesOf(found.folder, target))];
  return mapped(subpathsOf(exports), `./${rest}`).map((target) => placesOf(found.folder, target));
}

function readPackages(view: View): ReadonlyMap<string, Package> {
  const found = new Map<string, Package>();
  for (const { path, state } of view.files) {
    if (state !== 'text' || basename(path) !== 'package.json' || /(^|\/)node_modules\//.test(path)) continue;
    const manifest = tableOf(view.text(path));
    if (manifest !== null && !found.has(keyOf(manifest, path)))
      found.set(keyOf(manifest, path), { folder: dirname(path), manifest });
  }
  return found;
}

/** A package without a name is found by its folder alone, for its `imports`. */
const keyOf = ({ name }: Table, path: string): string => (typeof name === 'string' ? name : `\0${path}`);

function tableOf(text: string): Table | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Table) : null;
  } catch {
    return null;
  }
}

/** `#core` by the nearest package above the file. */
function internalPaths(packages: ReadonlyMap<string, Package>, from: string, name: string): string[][] {
  const [own] = [...packages.values()]
    .filter(({ folder }) => folder === '.' || from.startsWith(`${folder}/`))
    .sort((a, b) => b.folder.length - a.folder.length);
  const { imports } = own?.manifest ?? {};
  if (own === undefined || typeof imports !== 'object' || imports === null) return [];
  return mapped(imports as Table, name).map((target) => placesOf(own.folder, target));
}

/** `exports` as a table of subpaths, where it says one target or its conditions alone. */
const subpathsOf = (exports: unknown): Table =>
  typeof exports === 'object' && exports !== null && Object.keys(exports).some((key) => key.startsWith('.'))
    ? (exports as Table)
    : { '.': exports };

/** Targets of a subpath, whatever the condition: an exact one, or else that of the longest pattern. */
function mapped(table: Table, subpath: string): string[] {
  const key = subpath === './' ? '.' : subpath;
  if (key in table) return leavesOf(table[key]);
  const patterns = Object.keys(table)
    .filter((one) => one.includes('*'))
    .sort((a, b) => b.indexOf('*') - a.indexOf('*'));
  for (const pattern of patterns) {
    const [head, tail] = pattern.split('*') as [string, string];
    if (key.length < head.length + tail.length || !key.startsWith(head) || !key.endsWith(tail)) continue;
    const star = key.slice(head.length, key.length - tail.length);
    return leavesOf(table[pattern]).map((target) => target.replaceAll('*', star));
  }
  return [];
}

const leavesOf = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(leavesOf)
      : [];

function plainTargets({ manifest }: Package, rest: string): string[] {
  if (rest !== '') return [rest];
  const named = [manifest.source, manifest.module, manifest.main].filter((one) => typeof one === 'string');
  return [...named, 'index'];
}

const BUILT = /^(\.\/)?(?:dist|lib|build|out|es|esm|cjs)\/(?:(?:esm?|cjs|module|main|types)\/)?/;

/** A target in its package; the source that a build would have made it of. Declarations are no module. */
function placesOf(folder: string, target: string): string[] {
  if (/\.d\.[mc]?ts$|^\/|(^|\/)\.\.(\/|$)/.test(target)) return [];
  const sources = BUILT.test(target) ? [target.replace(BUILT, 'src/'), target.replace(BUILT, '')] : [];
  return [target, ...sources].map((one) => join(folder, one));
}
