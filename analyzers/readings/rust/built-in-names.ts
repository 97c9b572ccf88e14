import type { Namespace } from '../../../src/core/unit.ts';
import { PRELUDE_MACROS } from './prelude-macros.ts';

// std::prelude of edition 2024, primitive types, and what code has without naming it.
const TYPES = new Set(
  (
    'Option Result Vec String Box Clone Copy Send Sync Sized Unpin Drop Fn FnMut FnOnce AsyncFn AsyncFnMut AsyncFnOnce Iterator IntoIterator Extend ' +
    'DoubleEndedIterator ExactSizeIterator Default Eq PartialEq Ord PartialOrd From Into TryFrom TryInto FromIterator Future IntoFuture ' +
    'ToString ToOwned AsRef AsMut Self self super crate std core alloc ' +
    'str u8 u16 u32 u64 u128 usize i8 i16 i32 i64 i128 isize f16 f32 f64 f128 bool char never'
  ).split(' '),
);
const VALUES = new Set('Some None Ok Err drop size_of size_of_val align_of align_of_val Self self'.split(' '));
// Derives, and macros that are not in the list of those that a module can shadow unseen. `asm`, `addr_of` and `offset_of` are in no prelude.
const MACROS = new Set(
  (
    'Clone Copy Debug Default Eq PartialEq Ord PartialOrd Hash derive test bench global_allocator ' +
    'concat_bytes concat_idents const_format_args is_x86_feature_detected trace_macros log_syntax pattern_type'
  ).split(' '),
);

/** True for a name that every module has. */
export function isBuiltIn(name: string, space: Namespace | 'any'): boolean {
  if (space === 'type') return TYPES.has(name);
  if (space === 'value') return VALUES.has(name) || TYPES.has(name);
  const macro = MACROS.has(name) || PRELUDE_MACROS.has(name);
  return space === 'macro' ? macro : macro || TYPES.has(name) || VALUES.has(name);
}
