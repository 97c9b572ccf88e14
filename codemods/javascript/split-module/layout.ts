import { basename, dirname, extname } from 'node:path/posix';
import type { Refusal } from '../../../src/core/refusal.ts';
import { type PartPlace, partPath, partPlace } from '../../../src/languages/javascript/part-place.ts';
import type { View } from '../../../src/workspace/view.ts';
import { refuse } from './source.ts';

/** Where the parts go, and how modules name one another. */
export interface Layout {
  readonly place: PartPlace;
  /** The parts lie one folder below the file; else beside it. */
  readonly deeper: boolean;
  /** `./parse` as the facade writes it. */
  readonly toPart: (name: string) => string;
  /** As one part writes another. */
  readonly sibling: (name: string) => string;
  /** As a part writes the facade. */
  readonly toFacade: string;
  /** A relative module name of the file, as a part writes it. */
  readonly repoint: (from: string) => string;
}

/** Parts lie in the file's own folder, or beside an `index.ts`. */
export function layoutOf(view: View, path: string, imported: readonly string[]): Layout {
  const place = partPlace(path);
  const { below, suffix } = place;
  const tail = `${suffix}${tailOf(view, path, imported)}`;
  const file = basename(path, place.extension);
  const facade =
    below === null && tail === '' ? '.' : `${below === null ? './' : '../'}${file}${tail.slice(suffix.length)}`;
  return {
    place,
    deeper: below !== null,
    toPart: (name) => `./${below === null ? '' : `${below}/`}${name}${tail}`,
    sibling: (name) => `./${name}${tail}`,
    toFacade: facade,
    repoint: (from) => (below === null ? from : repoint(from)),
  };
}

/** `./x` from one folder below is `../x`. */
export function repoint(from: string): string {
  if (from === '.' || from === './') return '..';
  if (from.startsWith('./')) return `../${from.slice(2)}`;
  return from === '..' || from.startsWith('../') ? `../${from}` : from;
}

export const pathOfPart = ({ place }: Layout, name: string): string => partPath(place, name);

const COMPILED: Readonly<Record<string, string>> = { '.mts': '.mjs', '.cts': '.cjs', '.ts': '.js', '.tsx': '.js' };

/** How relative imports of a file end, where one of them tells. */
function tailIn(found: readonly string[], extension: string): string | null {
  const names = found.filter((name) => /^\.\.?\//.test(name));
  if (names.some((name) => name.endsWith(extension) && extension !== '.js')) return extension;
  if (names.some((name) => /\.[mc]?jsx?$/.test(name))) return COMPILED[extension] ?? extension;
  if (names.every((name) => /\.\w+$/.test(name))) return null;
  return /^\.[cm][jt]s$/.test(extension) ? (COMPILED[extension] ?? extension) : '';
}

/** What a relative module name ends with here: nothing, the compiled or the source's extension. */
function tailOf(view: View, path: string, imported: readonly string[]): string {
  const extension = extname(path);
  const folder = dirname(path);
  const near = view.files
    .filter((file) => file.grammar !== null && file.state === 'text' && extname(file.path) === extension)
    .sort((a, b) => Number(dirname(b.path) === folder) - Number(dirname(a.path) === folder))
    .map((file) => file.path);
  const isTest = (other: string): boolean => /(^|\/)(?:tests?|specs?|__tests__)\/|\.(?:test|spec)\.\w+$/.test(other);
  const told = (paths: readonly string[]): string | null =>
    paths
      .slice(0, 60)
      .reduce((tail: string | null, other) => tail ?? tailIn(relativeNames(view.text(other)), extension), null);
  const tail = tailIn(imported, extension) ?? told(near.filter((other) => !isTest(other)));
  if (tail !== null) return tail;
  if (runsAsWritten(view, folder)) return COMPILED[extension] ?? extension;
  // Runners of tests find more than what runs behind them.
  const tested = told(near.filter(isTest));
  if (tested !== null) return tested;
  if (/^\.[cm]?jsx?$/.test(extension) || extension === '.mts') return COMPILED[extension] ?? extension;
  const config = nearestText(view, folder, 'tsconfig.json');
  if (/"allowImportingTsExtensions"\s*:\s*true/.test(config)) return extension;
  return /"(module|moduleResolution)"\s*:\s*"node(16|18|20|next)"/i.test(config)
    ? (COMPILED[extension] ?? extension)
    : '';
}

/** A package of ES modules without a bundler: what a compiler leaves, node loads, and it wants whole names. */
function runsAsWritten(view: View, folder: string): boolean {
  const manifest = nearestText(view, folder, 'package.json');
  return /"type"\s*:\s*"module"/.test(manifest) && !BUNDLER.test(manifest);
}

const BUNDLER =
  /"(?:vite|webpack|rollup|rolldown|esbuild|tsup|tsdown|unbuild|parcel|next|nuxt|astro|bun|bun-types|@types\/bun|@sveltejs\/kit|@rspack\/core|@remix-run\/dev|@angular\/cli|microbundle|wrangler|expo)"\s*:|\bbun\s+(?:run|build|test)\b/;

const relativeNames = (text: string): string[] =>
  [...text.matchAll(/\bfrom\s*(['"])(\.[^'"\n]*)\1/g)].map(([, , name]) => name!);

/** The file of that name in the folder or the nearest one above, or ''. */
function nearestText(view: View, folder: string, name: string): string {
  for (let dir = folder; ; dir = dirname(dir)) {
    const path = dir === '.' || dir === '' ? name : `${dir}/${name}`;
    if (view.file(path)?.state === 'text') return view.text(path);
    if (dir === '.' || dir === '' || dir === '/') return '';
  }
}

/** Names that a part cannot have. */
export function refusePlaces(view: View, path: string, layout: Layout, names: readonly string[]): Refusal[] {
  const taken = new Set(view.files.map((file) => file.path.toLowerCase()));
  const seen = new Set<string>();
  return names.flatMap((name) => {
    const part = pathOfPart(layout, name);
    const bad = !/^[\w$][\w$.-]*$/.test(name) || (!layout.deeper && name === 'index');
    const why = bad
      ? `\`${name}\` is not a name for a module`
      : taken.has(part.toLowerCase()) || seen.has(part.toLowerCase())
        ? `${part} already exists`
        : null;
    seen.add(part.toLowerCase());
    return why === null
      ? []
      : [refuse({ path }, 'P3', { start: 0, end: 0 }, why, 'Give the module another name in the plan.')];
  });
}
