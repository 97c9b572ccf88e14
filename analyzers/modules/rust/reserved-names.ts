/** Words of Rust, its primitive types, and names that the prelude and the toolchain bring: no part may be called so. */
export const RUST_NAMES: readonly string[] = `
  as async await break const continue crate dyn else enum extern false fn for gen if impl in let loop match mod move mut pub ref return
  self static struct super trait true type unsafe use where while abstract become box do final macro override priv try typeof unsized
  virtual yield union std core alloc proc_macro test bool char str u8 u16 u32 u64 u128 usize i8 i16 i32 i64 i128 isize f32 f64
  vec option result string default drop debug clone copy`
  .trim()
  .split(/\s+/);
