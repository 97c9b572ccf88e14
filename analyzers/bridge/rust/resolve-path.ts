import type { RustClass, RustFunction, RustModule, RustName } from './rust-file.ts';
import { type Placed, type RustIndex, rootOf, type Scope } from './rust-index.ts';

/** What a path leads to. */
export type Found =
  | { readonly kind: 'scope'; readonly scope: string }
  | { readonly kind: 'class'; readonly item: Placed<RustClass> }
  | { readonly kind: 'function'; readonly item: Placed<RustFunction> }
  | { readonly kind: 'module'; readonly item: Placed<RustModule> }
  | { readonly kind: 'name'; readonly item: Placed<RustName> };

/** The names that are being looked up, each on the way to the next: a circle ends where it comes round. */
interface Way {
  readonly keys: ReadonlySet<string>;
  /** Globs that name one another have more ways through than anybody follows. */
  readonly steps: { left: number };
}

const MOST_STEPS = 20_000;

/** `a::b::<T>::C` -> `a`, `b`, `C`. */
export const segmentsOf = (path: string): string[] =>
  path
    .replace(/<.*>/gs, '')
    .split('::')
    .map((one) => one.trim().replace(/^r#/, ''))
    .filter((one, i) => one !== '' || i === 0);

/**
 * What a path means where it is written; several where alternatives stand under different `cfg`. Empty: it leads out of the workspace, or
 * to what a macro makes. Circular re-exports end where they come round.
 */
export function resolvePath(
  index: RustIndex,
  scope: string,
  segments: readonly string[],
  seen: Way = { keys: new Set(), steps: { left: MOST_STEPS } },
): Found[] {
  const [first = '', ...rest] = segments;
  const found = rest.reduce<Found[]>(
    (starts, name) => starts.flatMap((start) => (isScope(start) ? lookUp(index, scopeOf(start), name, seen) : [])),
    startsOf(index, scope, first, seen),
  );
  return found.length > 0 || segments.length < 2 ? found : associated(index, scope, segments);
}

const isScope = ({ kind }: Found): boolean => kind === 'scope' || kind === 'module';

const scopeOf = (start: Found): string =>
  start.kind === 'scope' ? start.scope : start.kind === 'module' ? `${start.item.scope}::${start.item.name}` : '';

function startsOf(index: RustIndex, scope: string, first: string, seen: Way): Found[] {
  if (first === 'crate') return [{ kind: 'scope', scope: rootOf(scope) }];
  if (first === 'self') return [{ kind: 'scope', scope }];
  if (first === 'super') return [{ kind: 'scope', scope: parentOf(scope) }];
  if (first === '') return [];
  for (let at = scope; ; at = at.slice(0, at.lastIndexOf('::'))) {
    const found = lookUp(index, at, first, seen);
    if (found.length > 0) return found;
    if (!/::fn [^:]*$/.test(at)) break;
  }
  const extern = index.externs(rootOf(scope)).get(first);
  return extern === undefined ? [] : [{ kind: 'scope', scope: extern }];
}

/** Bodies of functions are no modules. */
const parentOf = (scope: string): string => {
  const own = scope.replace(/(?:::fn [^:]*)+$/, '');
  const at = own.lastIndexOf('::');
  return at === -1 ? own : own.slice(0, at);
};

/** Under no condition: what stands under one may leave its name to a `use` under another. */
const isThere = (found: Found): boolean => found.kind === 'scope' || found.item.cfg.length === 0;

/** A name in one scope: its own items, else what `use` names, else what a glob brings in. */
function lookUp(index: RustIndex, scope: string, name: string, before: Way): Found[] {
  const key = `${scope} ${name}`;
  const own = index.scopes.get(scope);
  if (!own || before.keys.has(key) || before.steps.left <= 0) return [];
  before.steps.left -= 1;
  const seen: Way = { ...before, keys: new Set([...before.keys, key]) };
  const items = itemsIn(index, scope, own, name, seen);
  if (items.some(isThere)) return items;
  const named = own.uses.filter(({ alias }) => alias === name);
  const direct = named.flatMap(({ segments }) => resolvePath(index, useScope(scope, segments), segments, seen));
  if (direct.length + items.length > 0) return unique([...items, ...direct]);
  const globs = own.uses.filter(({ alias }) => alias === null);
  return unique(
    globs.flatMap(({ segments }) =>
      resolvePath(index, useScope(scope, segments), segments, seen).flatMap((found) =>
        isScope(found) ? lookUp(index, scopeOf(found), name, seen) : [],
      ),
    ),
  );
}

/** `use a::b` inside of a body is read from the module that holds it, where the body has no such name. */
const useScope = (scope: string, segments: readonly string[]): string =>
  segments[0] === 'self' || segments[0] === 'super' ? scope.replace(/(?:::fn [^:]*)+$/, '') : scope;

function itemsIn(index: RustIndex, scope: string, own: Scope, name: string, seen: Way): Found[] {
  const isNamed = (item: { readonly name: string }): boolean => item.name === name;
  const names = own.names.filter(isNamed);
  const found: Found[] = [
    ...own.classes.filter(isNamed).map((item) => ({ kind: 'class', item }) as const),
    ...own.functions
      .filter((one) => isNamed(one) && one.owner === null)
      .map((item) => ({ kind: 'function', item }) as const),
    ...own.modules.filter(isNamed).map((item) => ({ kind: 'module', item }) as const),
    ...names.filter(({ kind }) => kind !== 'alias').map((item) => ({ kind: 'name', item }) as const),
    ...names
      .filter(({ kind }) => kind === 'alias')
      .flatMap(({ value }) => resolvePath(index, scope, segmentsOf(value), seen)),
  ];
  const child = `${scope}::${name}`;
  return found.length === 0 && index.scopes.has(child) ? [{ kind: 'scope', scope: child }] : found;
}

const unique = (found: readonly Found[]): Found[] => {
  const keys = new Set<string>();
  return found.filter((one) => {
    const key = one.kind === 'scope' ? one.scope : `${one.kind} ${one.item.path} ${one.item.line} ${one.item.name}`;
    if (keys.has(key)) return false;
    keys.add(key);
    return true;
  });
};

/** `Type::function`: the type itself may be one that Python never sees. */
function associated(index: RustIndex, scope: string, segments: readonly string[]): Found[] {
  const [owner, name] = [segments.at(-2)!, segments.at(-1)!];
  const root = rootOf(scope);
  const functions = ownedFunctions(index).get(`${owner} ${name}`) ?? [];
  const isReached = (scope: string): boolean =>
    rootOf(scope) === root || [...index.externs(root).values()].includes(rootOf(scope));
  return functions.filter(({ scope }) => isReached(scope)).map((item) => ({ kind: 'function', item }));
}

const owned = new WeakMap<RustIndex['scopes'], ReadonlyMap<string, readonly Placed<RustFunction>[]>>();

/** The functions of types by `Type name`, read from the scopes once. */
function ownedFunctions({ scopes }: RustIndex): ReadonlyMap<string, readonly Placed<RustFunction>[]> {
  const known = owned.get(scopes);
  if (known) return known;
  const found = new Map<string, Placed<RustFunction>[]>();
  for (const { functions } of scopes.values())
    for (const item of functions) {
      if (item.owner === null) continue;
      const key = `${item.owner} ${item.name}`;
      found.set(key, [...(found.get(key) ?? []), item]);
    }
  owned.set(scopes, found);
  return found;
}
