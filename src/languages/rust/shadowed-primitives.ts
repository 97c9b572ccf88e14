import { importedName, type UseLeaf } from './use-tree.ts';

/** What a module defines at its top level, by kind. */
interface Defined {
  readonly kind: string;
  readonly name: string | null;
}

const TYPES = new Set(['type', 'struct', 'enum', 'union', 'trait']);
/** The names of the primitive types. */
export const PRIMITIVES: ReadonlySet<string> = new Set(
  'str u8 u16 u32 u64 u128 usize i8 i16 i32 i64 i128 isize f16 f32 f64 f128 bool char'.split(' '),
);

export const isPrimitive = (name: string): boolean => PRIMITIVES.has(name);

/**
 * Primitive types that mean something else in a module: `type u16 = u64;`. A module of the name, `use std::f64;`, leaves the type what it is; so
 * does `use crate::std::str;`, where `extern crate core as std;` stands at the root, unless a crate has a module `std` of its own.
 */
export const shadowedPrimitives = (defined: readonly Defined[], imported: readonly UseLeaf[]): ReadonlySet<string> =>
  new Set(
    [
      ...defined.flatMap(({ kind, name }) => (TYPES.has(kind) ? (name ?? []) : [])),
      ...imported.filter((leaf) => !isStdModule(leaf)).flatMap((leaf) => importedName(leaf) ?? []),
    ].filter((name) => PRIMITIVES.has(name)),
  );

/** True for a path that leads to `std` through a module of the crate: `crate::std::str`. */
export const leadsThroughCrate = (leaf: UseLeaf): boolean =>
  /^(?:crate|self|super)$/.test(leaf.segments[0] ?? '') && isStdModule(leaf);

function isStdModule({ segments }: UseLeaf): boolean {
  const firstName = segments.findIndex((one) => !/^(?:|crate|self|super)$/.test(one));
  const [crate, module, ...rest] = segments.slice(Math.max(firstName, 0));
  return /^(?:std|core)$/.test(crate ?? '') && PRIMITIVES.has(module ?? '') && rest.length === 0;
}
