/** Names that every module has without an import: primitives, what the prelude brings, built-in derives. */
export const PRELUDE_NAMES: ReadonlySet<string> = new Set(
  (
    'str u8 u16 u32 u64 u128 usize i8 i16 i32 i64 i128 isize f16 f32 f64 f128 bool char Self ' +
    'Option Some None Result Ok Err Vec String Box Copy Send Sync Sized Unpin Drop Fn FnMut FnOnce AsyncFn AsyncFnMut AsyncFnOnce drop ' +
    'Clone Iterator IntoIterator Extend DoubleEndedIterator ExactSizeIterator FromIterator Default Eq PartialEq Ord PartialOrd ' +
    'AsRef AsMut Into From TryFrom TryInto ToString ToOwned Future IntoFuture size_of size_of_val align_of align_of_val ' +
    'Debug Hash derive test bench std core alloc crate self super'
  ).split(' '),
);
