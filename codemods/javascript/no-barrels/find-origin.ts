import type { CodemodFile } from '../../define-file-codemod.ts';
import { type Resolved, resolveRelative } from '../resolve-relative.ts';
import { type Pass, shapeOf } from './module-shape.ts';

/** The module that has a name, and what it calls it; `default` for that. */
export interface Origin {
  readonly path: string;
  readonly name: string;
}

const MOST = 20;

/** Follows names through barrels, for all imports of one file. Null where it is not certain: not found, found twice, or a namespace. */
export type FindOrigin = (path: string, name: string) => Origin | null;

export function originsFor(file: CodemodFile): FindOrigin {
  const search: Search = { file, ways: new Map(), found: new Map() };
  return (path, name) => findIn(search, path, name, 0);
}

/** What is found out for one file, each question once. */
interface Search {
  readonly file: CodemodFile;
  readonly ways: Map<string, Resolved | string>;
  readonly found: Map<string, Origin | null>;
}

function findIn(search: Search, path: string, name: string, depth: number): Origin | null {
  const key = `${path} ${name}`;
  const before = search.found.get(key);
  if (before !== undefined) return before;
  // Modules that pass a name round and round do not have it.
  if (depth > MOST) return null;
  const origin = lookUp(search, path, name, depth);
  search.found.set(key, origin);
  return origin;
}

function lookUp(search: Search, path: string, name: string, depth: number): Origin | null {
  const shape = shapeOf(search.file, path);
  if (shape === null) return null;
  if (!shape.isBarrel) return shape.own.has(name) ? { path, name } : null;
  if (shape.passes.some(({ namespace }) => namespace === name)) return null;
  const follow = ({ source }: Pass, next: string): Origin | null => {
    const way = resolve(search, path, source);
    return typeof way === 'string' ? UNKNOWN : findIn(search, way.path, next, depth + 1);
  };
  const passing = shape.passes.find(({ names }) => names.has(name));
  if (passing !== undefined) return known(follow(passing, passing.names.get(name)!));
  // `export *` leaves out the default export.
  const stars = name === 'default' ? [] : shape.passes.filter(({ isStar }) => isStar);
  const all = stars.flatMap((pass) => follow(pass, name) ?? []);
  return all.length === 1 ? known(all[0]!) : null;
}

function resolve({ file, ways }: Search, from: string, source: string): Resolved | string {
  const key = `${from} ${source}`;
  const way = ways.get(key) ?? resolveRelative({ ...file, path: from }, source);
  ways.set(key, way);
  return way;
}

/** What another package exports is not read: it may have the name as well. */
const UNKNOWN: Origin = { path: '', name: '' };

const known = (origin: Origin | null): Origin | null => (origin === UNKNOWN ? null : origin);
