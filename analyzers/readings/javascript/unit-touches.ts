import type { LoadUnit, NameRead } from '../../../src/languages/javascript/load-units.ts';
import type { ModuleLoading } from '../../../src/languages/javascript/module-loading.ts';
import type { LinkName } from '../../../src/languages/javascript/read-links.ts';
import { mayConvert } from './may-convert.ts';
import { isBuiltinModule, isComputingModule } from './module-paths.ts';
import type { Modules, UnitPlace } from './open-modules.ts';

/** Values of the workspace that are not written out: what two of them run may be the same. */
const OPEN_VALUE = '';

/** Everything that is not this module's own: packages, globals, the state of other modules. */
export const WORLD = -1;

/** What a unit reaches while it is loaded. */
export interface UnitTouch {
  /** It runs code that may change what it reaches; else it only reads it. */
  readonly changes: boolean;
  /** Places of the module's own units that hold state, and WORLD. What can be reached through one another has one root. */
  readonly roots: ReadonlySet<number>;
  /** Places of the module's own units that it may read while it is loaded, through every function that may run. */
  readonly needs: ReadonlySet<number>;
  /** Values that it reads, coerces or lists, and that may run code of their own then: packages by their names, OPEN_VALUE for the workspace's. */
  readonly probes: ReadonlySet<string>;
}

/** `own`: only the module itself is read, and all that it imports is the world. `all`: what it imports is read where it can be. */
export type Sight = 'own' | 'all';

/** What each unit of a module touches. A callee that cannot be read touches the world. */
export function unitTouches(modules: Modules, path: string, loading: ModuleLoading, sight: Sight): UnitTouch[] {
  const single = loading.units.map((_, unit) => touchOf({ modules, path, loading, sight }, unit));
  // Where what it imports may import it, the world reaches all that it exports.
  const isReached = sight === 'own' || loading.form === 'commonjs' || comesBack(modules, path);
  const exported = isReached ? exportedUnits(loading) : [];
  const rootOf = joinStates(loading, single, exported);
  return single.map(({ changes, roots, needs, probes }) => ({
    changes,
    probes,
    roots: new Set([...roots].map(rootOf)),
    needs: changes && roots.has(WORLD) ? new Set([...needs, ...exported]) : needs,
  }));
}

/** What a unit reads while it is loaded, through every function that may run. */
export interface UnitReads {
  /** Units of the workspace, those of other modules too. A name that is only handed on is read as well. */
  readonly places: readonly UnitPlace[];
  /** Modules of the workspace of which it reads names that lead nowhere that can be read. */
  readonly blind: ReadonlySet<string>;
}

/** What each unit of a module reads while it is loaded, as far as the workspace goes. */
export const unitReads = (modules: Modules, path: string, loading: ModuleLoading): UnitReads[] =>
  loading.units.map(({ evaluated }, unit) => {
    if (!evaluated) return { places: [], blind: new Set() };
    const { met, blind } = evaluation({ modules, path, loading, sight: 'all' }, unit).state;
    return { places: [...met.values()], blind };
  });

interface Place {
  readonly modules: Modules;
  readonly path: string;
  readonly loading: ModuleLoading;
  readonly sight: Sight;
}

interface Walk extends Place {
  /** Code runs: what functions reach is reached. */
  readonly runs: boolean;
  readonly seen: Set<string>;
  readonly waiting: UnitPlace[];
  readonly roots: Set<number>;
  readonly needs: Set<number>;
  readonly probes: Set<string>;
  /** Every unit that is read, looked into or not. */
  readonly met: Map<string, UnitPlace>;
  /** Modules whose names could not be followed. */
  readonly blind: Set<string>;
  /** A value is read that may run code when it is. */
  hidden: boolean;
}

function touchOf(place: Place, unit: number): UnitTouch {
  if (!place.loading.units[unit]!.evaluated)
    return { changes: false, roots: new Set(), needs: new Set(), probes: new Set() };
  const { changes, state } = evaluation(place, unit);
  return { changes, roots: state.roots, needs: state.needs, probes: state.probes };
}

/** A unit that is evaluated, walked: what it only reads, or, where code runs, all that the code reaches. */
function evaluation(place: Place, unit: number): { readonly changes: boolean; readonly state: Walk } {
  const { effect, gives } = place.loading.units[unit]!;
  const read = effect === 'none' || gives ? walk(place, unit, false) : null;
  return read && !read.hidden ? { changes: false, state: read } : { changes: true, state: walk(place, unit, true) };
}

function walk(place: Place, unit: number, runs: boolean): Walk {
  const { path } = place;
  const state: Walk = {
    ...place,
    runs,
    seen: new Set(),
    waiting: [],
    roots: new Set(),
    needs: new Set(),
    probes: new Set(),
    met: new Map(),
    blind: new Set(),
    hidden: false,
  };
  push(state, { path, unit });
  for (let next = state.waiting.pop(); next !== undefined; next = state.waiting.pop()) visit(state, next, unit);
  return state;
}

const keyOf = ({ path, unit }: UnitPlace): string => `${unit} ${path}`;

function push(state: Walk, place: UnitPlace): void {
  const key = keyOf(place);
  if (state.seen.has(key)) return;
  state.seen.add(key);
  state.waiting.push(place);
}

function visit(state: Walk, { path, unit }: UnitPlace, start: number): void {
  const loading = path === state.path ? state.loading : state.modules.loading(path)!;
  const found = loading.units[unit]!;
  const isStart = path === state.path && unit === start;
  if (found.state) state.roots.add(path === state.path ? unit : WORLD);
  if (found.accessors && !isStart) state.hidden = true;
  for (const read of found.reads) if (state.runs || read.eager !== null) visitRead(state, path, loading, read);
}

function visitRead(state: Walk, path: string, loading: ModuleLoading, read: NameRead): void {
  for (const unit of read.units) visitUnit(state, { path, unit }, loading.units[unit]!, read);
  if (read.units.length > 0) return;
  if (!read.imported) state.roots.add(WORLD);
  else visitImport(state, path, loading, read);
}

function visitUnit(state: Walk, place: UnitPlace, target: LoadUnit, read: NameRead): void {
  state.met.set(keyOf(place), place);
  const isOwn = place.path === state.path;
  if (isOwn) state.needs.add(place.unit);
  probe(state, place, target, read);
  if (read.eager === 'iterates' && isIterator(target)) state.hidden = true;
  if (asksValue(read) && runsWhenAsked(state, place, target, read)) state.hidden = true;
  // A name that is only handed on is not looked into.
  if (state.runs || !isHandedOn(read)) push(state, place);
  else if (target.state) state.roots.add(isOwn ? place.unit : WORLD);
}

/** It is read, coerced, listed or called, and not only passed on. */
const asksValue = ({ eager }: Pick<NameRead, 'eager'>): boolean => eager !== null && eager !== 'mention';

/** What is written out, and a declaration that is a base, run nothing but what others make of them. */
const runsWhenAsked = ({ modules }: Walk, place: UnitPlace, target: LoadUnit, { eager }: NameRead): boolean =>
  mayConvert(modules, place, target.inert || (eager === 'extends' && target.declared) ? 'made later' : 'whole');

const isHandedOn = ({ eager }: NameRead): boolean => eager === 'mention' || eager === 'extends' || eager === 'coerces';

/** What is not written out may run code when it is read, and two that do that see one another. */
function probe(state: Walk, { path }: UnitPlace, target: LoadUnit, { eager }: NameRead): void {
  if (!asksValue({ eager }) || target.inert) return;
  state.probes.add(OPEN_VALUE);
  if (path !== state.path) state.roots.add(WORLD);
}

/** A list can be read again and again; what was made by a call may be used up. */
const isIterator = ({ holds }: LoadUnit): boolean => holds === 'data' || holds === 'variable';

function visitImport(state: Walk, path: string, loading: ModuleLoading, read: NameRead): void {
  const { modules, sight } = state;
  const link = Object.hasOwn(loading.imports, read.name) ? loading.imports[read.name]! : null;
  if (link && (link.typeOnly || isComputingModule(link.from))) return;
  const target = link && modules.target(path, link.from);
  const isReadable = link !== null && (sight === 'all' || target === state.path);
  const places = isReadable ? modules.follow(path, link) : null;
  if (places === null && target !== null) state.blind.add(target);
  if (places !== null) for (const place of places) visitPlace(state, place, read);
  else if (!(link && isPackageName(state, path, link.from, read))) visitWorld(state, path, link, read);
}

/** A package's name is bound once and for all; what it holds may change. */
const isPackageName = ({ modules, runs, sight }: Walk, path: string, from: string, read: NameRead): boolean =>
  !runs &&
  read.eager === 'mention' &&
  sight === 'all' &&
  !from.startsWith('.') &&
  modules.loading(modules.target(path, from)) === null;

/** A package that cannot be read is taken to share nothing with others but what it changes by a call. */
function probedIn({ modules }: Walk, path: string, from: string): string {
  const target = modules.target(path, from);
  return from.startsWith('.') || modules.loading(target) !== null ? OPEN_VALUE : target;
}

function visitWorld(state: Walk, path: string, link: LinkName | null, read: NameRead): void {
  const isOpen = read.eager !== null && read.eager !== 'mention';
  if (link !== null && isOpen && !isBuiltinModule(link.from)) state.probes.add(probedIn(state, path, link.from));
  if (read.eager === 'iterates') state.hidden = true;
  state.roots.add(WORLD);
}

/** What an import leads to: a unit of this module or of another one. */
function visitPlace(state: Walk, place: UnitPlace, read: NameRead): void {
  const target = state.modules.loading(place.path)!.units[place.unit]!;
  state.met.set(keyOf(place), place);
  if (state.runs || place.path === state.path) {
    visitUnit(state, place, target, read);
    return;
  }
  probe(state, place, target, read);
  if (asksValue(read) && runsWhenAsked(state, place, target, read)) state.hidden = true;
  if (target.holds === 'variable' || (!isHandedOn(read) && target.state)) {
    state.roots.add(WORLD);
    state.hidden ||= target.accessors || (read.eager === 'iterates' && isIterator(target));
  }
}

/** States that one unit changes together may hold one another from then on; so may the world all that was handed to it. */
function joinStates(
  loading: ModuleLoading,
  touches: readonly UnitTouch[],
  exported: readonly number[],
): (root: number) => number {
  const parent = new Map<number, number>();
  const rootOf = (offset: number): number => {
    let top = offset;
    while (parent.has(top)) top = parent.get(top)!;
    for (let at = offset; at !== top; ) {
      const above = parent.get(at)!;
      parent.set(at, top);
      at = above;
    }
    return top;
  };
  const join = (a: number, b: number): void => {
    const [x, y] = [rootOf(a), rootOf(b)].sort((one, other) => one - other) as [number, number];
    if (x !== y) parent.set(y, x);
  };
  for (const { changes, roots } of touches) {
    if (!changes) continue;
    const least = Math.min(...roots);
    for (const root of roots) join(root, least);
  }
  for (const unit of exported) if (loading.units[unit]!.state) join(unit, WORLD);
  return rootOf;
}

function exportedUnits({ form, exports, units }: ModuleLoading): number[] {
  if (form === 'commonjs') return units.flatMap(({ names }, unit) => (names.length > 0 ? [unit] : []));
  const locals = new Set(Object.values(exports).flatMap((one) => ('local' in one ? [one.local] : [])));
  const nameless = new Set(Object.values(exports).flatMap((one) => ('unit' in one ? [one.unit] : [])));
  return units.flatMap(({ names }, unit) =>
    nameless.has(unit) || names.some((name) => locals.has(name)) ? [unit] : [],
  );
}

const MOST_MODULES = 600;

/** Does what the module imports import the module: then others can reach what it exports while it is loaded. */
function comesBack(modules: Modules, path: string): boolean {
  const seen = new Set([path]);
  const waiting = [...modules.requests(path, 'kept')];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next === path || seen.size > MOST_MODULES) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    waiting.push(...modules.requests(next, 'kept'));
  }
  return false;
}
