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
    follow: (from, { from: name, name: wanted }) => followName(modules, target(from, name), wanted, 0),
    requests: (path, mode) =>
      (loading(path)?.requests ?? [])
        .filter(({ typeOnly, used }) => !typeOnly && (used || mode === 'kept' || /\.[cm]?jsx?$/.test(path)))
        .map(({ from }) => target(path, from)),
  };
  return modules;
}

/** A cycle of re-exports leads nowhere. */
const DEEPEST = 40;

function followName(modules: Modules, path: string, name: string, depth: number): readonly UnitPlace[] | null {
  const found = modules.loading(path);
  // What a CommonJS module exports is a property of an object, which others may change.
  if (found === null || found.form !== 'module' || depth > DEEPEST) return null;
  if (name === '*' || name === '=') return followAll(modules, path, found, depth);
  if (!Object.hasOwn(found.exports, name)) return followStars(modules, path, found, name, depth);
  const exported = found.exports[name]!;
  if ('unit' in exported) return [{ path, unit: exported.unit }];
  if ('from' in exported) return followName(modules, modules.target(path, exported.from), exported.name, depth + 1);
  return followLocal(modules, path, found, exported.local, depth);
}

function followLocal(
  modules: Modules,
  path: string,
  found: ModuleLoading,
  local: string,
  depth: number,
): readonly UnitPlace[] | null {
  const binders = found.units.flatMap(({ names }, unit) => (names.includes(local) ? [{ path, unit }] : []));
  if (binders.length > 0) return binders;
  const link = Object.hasOwn(found.imports, local) ? found.imports[local]! : null;
  return link && followName(modules, modules.target(path, link.from), link.name, depth + 1);
}

function followStars(
  modules: Modules,
  path: string,
  { stars }: ModuleLoading,
  name: string,
  depth: number,
): readonly UnitPlace[] | null {
  for (const star of stars) {
    const found = followName(modules, modules.target(path, star), name, depth + 1);
    if (found !== null) return found;
  }
  return null;
}

function followAll(modules: Modules, path: string, found: ModuleLoading, depth: number): readonly UnitPlace[] | null {
  const places: UnitPlace[] = [];
  for (const name of Object.keys(found.exports)) {
    const one = followName(modules, path, name, depth + 1);
    if (one === null) return null;
    places.push(...one);
  }
  for (const star of found.stars) {
    const all = followName(modules, modules.target(path, star), '*', depth + 1);
    if (all === null) return null;
    places.push(...all);
  }
  return places;
}
