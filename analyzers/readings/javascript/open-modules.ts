import { type ModuleLoading, moduleLoading } from '../../../src/languages/javascript/module-loading.ts';
import type { View } from '../../../src/workspace/view.ts';
import type { ImportMode } from './compiler-settings.ts';
import { moduleOf } from './module-paths.ts';

/** A unit of some module, by its place. */
export interface UnitPlace {
  readonly path: string;
  readonly unit: number;
}

/** The modules of a workspace as their loading sees them, each read when it is first asked for. */
export interface Modules {
  /** Null for what is not a module of the workspace, or is not understood as a whole. */
  readonly loading: (path: string) => ModuleLoading | null;
  readonly target: (from: string, name: string) => string;
  /** The units that a name of another module stands for; null where it leads out of what can be read. */
  readonly follow: (
    from: string,
    link: { readonly from: string; readonly name: string },
  ) => readonly UnitPlace[] | null;
  /** Modules that a module asks for when it is loaded, in order. */
  readonly requests: (path: string, mode: ImportMode) => readonly string[];
}

export function openModules(view: View): Modules {
  const loadings = new Map<string, ModuleLoading | null>();
  const targets = new Map<string, string>();
  const loading = (path: string): ModuleLoading | null => {
    const known = loadings.get(path);
    if (known !== undefined) return known;
    const read = view.file(path)?.grammar ? view.facts(path, moduleLoading) : null;
    const found = read !== null && read.status !== 'failed' && read.value.whole ? read.value : null;
    loadings.set(path, found);
    return found;
  };
  const target = (from: string, name: string): string => {
    const key = `${from}\u0000${name}`;
    const known = targets.get(key) ?? moduleOf(view, from, name);
    targets.set(key, known);
    return known;
  };
  const modules: Modules = {
    loading,
    target,
    follow: (from, { from: name, name: wanted }) => followName(following, target(from, name), wanted),
    requests: (path, mode) =>
      (loading(path)?.requests ?? [])
        .filter(({ typeOnly, used }) => !typeOnly && (used || mode === 'kept' || /\.[cm]?jsx?$/.test(path)))
        .map(({ from }) => target(path, from)),
  };
  const following: Following = { modules, known: new Map(), passed: new Set() };
  return modules;
}

/** What names lead to, kept: a barrel is asked for by every file that imports it. */
interface Following {
  readonly modules: Modules;
  readonly known: Map<string, readonly UnitPlace[] | null>;
  /** Names that the question of now has come to: a cycle of re-exports leads nowhere, and what it has passed is asked by the others on the way. */
  readonly passed: Set<string>;
}

function followName(following: Following, path: string, name: string): readonly UnitPlace[] | null {
  const { known, passed } = following;
  const key = `${path}\u0000${name}`;
  const kept = known.get(key);
  if (kept !== undefined) return kept;
  if (passed.has(key)) return null;
  const isFirst = passed.size === 0;
  passed.add(key);
  const found = read(following, path, name);
  // What a cycle has cut off on the way may be found when it is asked for by itself.
  if (found !== null || isFirst) known.set(key, found);
  if (isFirst) passed.clear();
  return found;
}

function read(following: Following, path: string, name: string): readonly UnitPlace[] | null {
  const { modules } = following;
  const found = modules.loading(path);
  // What a CommonJS module exports is a property of an object, which others may change.
  if (found === null || found.form !== 'module') return null;
  if (name === '*' || name === '=') return followAll(following, path, found);
  if (!Object.hasOwn(found.exports, name)) return followStars(following, path, found, name);
  const exported = found.exports[name]!;
  if ('unit' in exported) return [{ path, unit: exported.unit }];
  if ('from' in exported) return followName(following, following.modules.target(path, exported.from), exported.name);
  return followLocal(following, path, found, exported.local);
}

function followLocal(
  following: Following,
  path: string,
  found: ModuleLoading,
  local: string,
): readonly UnitPlace[] | null {
  const binders = found.units.flatMap(({ names }, unit) => (names.includes(local) ? [{ path, unit }] : []));
  if (binders.length > 0) return binders;
  const link = Object.hasOwn(found.imports, local) ? found.imports[local]! : null;
  return link && followName(following, following.modules.target(path, link.from), link.name);
}

function followStars(
  following: Following,
  path: string,
  { stars }: ModuleLoading,
  name: string,
): readonly UnitPlace[] | null {
  for (const star of stars) {
    const found = followName(following, following.modules.target(path, star), name);
    if (found !== null) return found;
  }
  return null;
}

function followAll(following: Following, path: string, found: ModuleLoading): readonly UnitPlace[] | null {
  const places: UnitPlace[] = [];
  for (const name of Object.keys(found.exports)) {
    const one = followName(following, path, name);
    if (one === null) return null;
    places.push(...one);
  }
  for (const star of found.stars) {
    const all = followName(following, following.modules.target(path, star), '*');
    if (all === null) return null;
    places.push(...all);
  }
  return places;
}
