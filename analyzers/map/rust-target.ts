import { type RustIndex, rootOf } from '../bridge/rust/rust-index.ts';

/** Where a path leads: the deepest module that it passes, and whether all of it is modules. */
export interface RustTarget {
  readonly module: string;
  readonly isWhole: boolean;
}

/** Finds where paths lead; what each first name means in a scope is looked up once. Null: out of the workspace. */
export type FindTarget = (scope: string, segments: readonly string[]) => RustTarget | null;

interface Finder {
  readonly index: RustIndex;
  /** Names that a module has, or that `use` gives one: no other name begins a path through modules. */
  readonly names: ReadonlySet<string>;
  /** Scope and first name -> module. */
  readonly starts: Map<string, string | null>;
}

/** `scope name` of every look-up on the way: names that lead in a circle, and globs that meet again, are gone through once. */
type Way = Set<string>;

export function targetFinder(index: RustIndex): FindTarget {
  const finder: Finder = { index, names: namesIn(index), starts: new Map() };
  return (scope, segments) => targetIn(finder, scope, segments, null);
}

function namesIn({ scopes }: RustIndex): Set<string> {
  const names = new Set<string>();
  for (const [id, { uses }] of scopes) {
    names.add(id.slice(id.lastIndexOf(':') + 1));
    for (const { alias } of uses) if (alias !== null) names.add(alias);
  }
  return names;
}

/** @param way null: nothing is being looked up yet */
function targetIn(finder: Finder, scope: string, segments: readonly string[], way: Way | null): RustTarget | null {
  const { index } = finder;
  const [first = '', second = ''] = segments;
  const isRooted = first === '';
  const start = isRooted ? externOf(index, scope, second) : startOf(finder, scope, first, way);
  if (start === null) return null;
  let module = start;
  for (const part of segments.slice(isRooted ? 2 : 1)) {
    if (part === 'super' && module.includes('::')) {
      module = module.slice(0, module.lastIndexOf('::'));
      continue;
    }
    if (!index.scopes.has(`${module}::${part}`)) return { module, isWhole: false };
    module = `${module}::${part}`;
  }
  return { module, isWhole: true };
}

/** The module that the first name of a path means. */
function startOf(finder: Finder, scope: string, first: string, way: Way | null): string | null {
  const moduleScope = scope.replace(/(?:::fn [^:]*)+$/, '');
  if (first === 'crate') return rootOf(scope);
  if (first === 'self') return moduleScope;
  if (first === 'super')
    return moduleScope.includes('::') ? moduleScope.slice(0, moduleScope.lastIndexOf('::')) : moduleScope;
  const named = finder.names.has(first) ? moduleNamed(finder, moduleScope, first, way) : null;
  return named ?? externOf(finder.index, scope, first);
}

function moduleNamed(finder: Finder, scope: string, name: string, way: Way | null): string | null {
  const key = `${scope} ${name}`;
  const known = finder.starts.get(key);
  if (known !== undefined) return known;
  if (way?.has(key)) return null;
  const whole: Way = way ?? new Set();
  const found = lookUp(finder, scope, name, whole.add(key));
  if (found !== null) finder.starts.set(key, found);
  // Nothing on the whole way has it, whatever was cut off where the way came round.
  else if (way === null) for (const one of whole) if (!finder.starts.has(one)) finder.starts.set(one, null);
  return found;
}

/** A module by a name of a scope: its own, one that `use` brings in, or one that a glob does. */
function lookUp(finder: Finder, scope: string, name: string, way: Way): string | null {
  const { scopes } = finder.index;
  if (scopes.has(`${scope}::${name}`)) return `${scope}::${name}`;
  const uses = scopes.get(scope)?.uses ?? [];
  // `use wire::wire` begins with the crate, not with itself.
  const named = uses.filter(({ alias, segments }) => alias === name && segments[0] !== name);
  for (const { segments } of named) {
    const found = wholeTarget(finder, scope, segments, way);
    if (found !== null) return found;
  }
  if (named.length > 0) return null;
  for (const { alias, segments } of uses) {
    if (alias !== null || segments[0] === name) continue;
    const from = wholeTarget(finder, scope, segments, way);
    const found = from === null || from === scope ? null : moduleNamed(finder, from, name, way);
    if (found !== null) return found;
  }
  return null;
}

function wholeTarget(finder: Finder, scope: string, segments: readonly string[], way: Way): string | null {
  const target = targetIn(finder, scope, segments, way);
  return target?.isWhole ? target.module : null;
}

/** A library of the workspace by what the crate calls it: `::wire` is nothing else. */
const externOf = (index: RustIndex, scope: string, name: string): string | null =>
  index.externs(rootOf(scope)).get(name) ?? null;
