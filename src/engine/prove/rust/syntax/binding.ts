import type { UseLeaf } from '../../../../languages/rust/use-tree.ts';

/** Where a `use` stands. */
export interface BindingPlace {
  /** Names of the modules between the facade and the file: [] for the facade, `['part']` for `mod part;` of it. */
  readonly below: readonly string[];
  /** The facade's own module below its crate's root; null where that is not known. */
  readonly modulePath: () => readonly string[] | null;
  /** The facade is the root of its crate: what `extern crate` brings there, paths begin with in every module. */
  readonly isRoot: boolean;
  /** Edition 2015 reads a path without prefix from the crate's root. */
  readonly fromRoot: boolean;
  /** What paths of this file may begin with: its own modules, types and imports. */
  readonly names: ReadonlySet<string>;
  /** `extern crate` of the facade, where it is the root of its crate: `super::x` is the crate x. */
  readonly externs?: ReadonlySet<string>;
}

/**
 * What an import binds, in one spelling for each thing: modules are counted from the facade (`0` itself, `-1` its parent), so that
 * `super::a::B` in the facade, `super::super::a::B` in a part and `crate::x::a::B` are the same; what begins with no module is a crate's.
 */
export function bindingOf({ segments, glob }: Pick<UseLeaf, 'segments' | 'glob'>, place: BindingPlace): string {
  const path = absolutePath(segments, place);
  return (glob ? [...path, '*'] : path).join('::');
}

/** The path's segments behind `0`, `-1`, `crate` or (for another crate) the empty one. */
export function absolutePath(segments: readonly string[], place: BindingPlace): readonly string[] {
  const [first = '', ...rest] = segments;
  if (first === 'self' || first === 'super') return relativePath(segments, place);
  if (first === 'crate') return cratePath(rest, place);
  if (first === '') return place.fromRoot ? cratePath(rest, place) : ['', ...rest];
  if (place.fromRoot) return isLibrary(first, place) ? ['', ...segments] : cratePath(segments, place);
  return place.names.has(first) ? at(0, [...place.below, ...segments]) : ['', ...segments];
}

/** Every root of edition 2015 has `extern crate std;`, unless it makes something of that name itself. Of other files the root is not at hand. */
const isLibrary = (first: string, { isRoot, names }: BindingPlace): boolean =>
  isRoot && /^(?:std|core|alloc)$/.test(first) && !names.has(first);

function relativePath(segments: readonly string[], { below, externs }: BindingPlace): readonly string[] {
  const named = segments.findIndex((one) => one !== 'self' && one !== 'super');
  const prefix = named === -1 ? segments : segments.slice(0, named);
  const supers = prefix.filter((one) => one === 'super').length;
  const rest = named === -1 ? [] : segments.slice(named);
  if (supers === below.length && externs?.has(rest[0] ?? '')) return ['', ...rest];
  return supers <= below.length
    ? at(0, [...below.slice(0, below.length - supers), ...rest])
    : at(below.length - supers, rest);
}

function cratePath(rest: readonly string[], { modulePath }: BindingPlace): readonly string[] {
  const own = modulePath();
  if (own === null) return ['crate', ...rest];
  const differs = own.findIndex((name, i) => rest[i] !== name);
  const shared = differs === -1 ? own.length : differs;
  return at(shared - own.length, rest.slice(shared));
}

const at = (level: number, rest: readonly string[]): readonly string[] => [`${level}`, ...rest];
