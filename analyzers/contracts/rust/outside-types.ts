import type { Format } from '../shape/formats.ts';
import { ANY, BOOL, type Field, FLOAT, NULL, type Shape, STRING } from '../shape/shape.ts';

const signed = (bits: bigint): Shape => integer(-(2n ** (bits - 1n)), 2n ** (bits - 1n) - 1n);
const unsigned = (bits: bigint): Shape => integer(0n, 2n ** bits - 1n);
const integer = (min: bigint, max: bigint): Shape => ({ kind: 'int', min, max, leniency: 'exact' });
const formatted = (format: Format): Shape => ({ kind: 'string', min: 0, max: null, format });

const NOWHERE = { path: '', line: 0 };
const field = (key: string, shape: Shape): Field => ({ keys: [key], shape, required: true, at: NOWHERE });

/** Types of Rust's own by their name alone. `isize` as on 64-bit targets. */
export const PRIMITIVES: Readonly<Record<string, Shape>> = {
  i8: signed(8n),
  i16: signed(16n),
  i32: signed(32n),
  i64: signed(64n),
  i128: signed(128n),
  isize: signed(64n),
  u8: unsigned(8n),
  u16: unsigned(16n),
  u32: unsigned(32n),
  u64: unsigned(64n),
  u128: unsigned(128n),
  usize: unsigned(64n),
  f32: FLOAT,
  f64: FLOAT,
  bool: BOOL,
  char: { kind: 'string', min: 1, max: 1, format: null },
  str: STRING,
  String: STRING,
};

/**
 * Types of other crates without arguments that matter, by their full path. serde's own: serde/src/{ser,de}/impls.rs; the others by the `serde`
 * feature of their crate (uuid/src/external/serde_support.rs, chrono/src/*\/serde.rs).
 */
export const OUTSIDE: Readonly<Record<string, Shape>> = {
  'std::string::String': STRING,
  'std::path::PathBuf': STRING,
  'std::marker::PhantomData': NULL,
  'std::time::Duration': {
    kind: 'object',
    fields: [field('secs', unsigned(64n)), field('nanos', integer(0n, 999_999_999n))],
    rest: { kind: 'forbid' },
    positional: true,
  },
  'std::net::Ipv4Addr': formatted('ipv4'),
  'std::net::Ipv6Addr': formatted('ipv6'),
  'serde_json::Value': ANY,
  'serde_json::Number': { kind: 'union', shapes: [integer(-(2n ** 63n), 2n ** 64n - 1n), FLOAT] },
  'uuid::Uuid': formatted('uuid'),
  'chrono::NaiveDate': formatted('date'),
  'chrono::NaiveDateTime': formatted('naive-datetime'),
  'chrono::NaiveTime': formatted('naive-time'),
  'chrono::DateTime': formatted('offset-datetime'),
  ...Object.fromEntries(
    [8n, 16n, 32n, 64n].map((bits) => [`std::num::NonZeroU${bits}`, integer(1n, 2n ** bits - 1n)] as const),
  ),
};

/** What holds one type and is written as it: `Box<T>` is T. */
export const WRAPPERS = new Set([
  'Box',
  'std::boxed::Box',
  'std::rc::Rc',
  'std::sync::Arc',
  'std::borrow::Cow',
  'std::cell::Cell',
  'std::cell::RefCell',
  'std::sync::Mutex',
  'std::sync::RwLock',
  'std::num::Wrapping',
  'std::num::Saturating',
  'std::cmp::Reverse',
]);

export const SEQUENCES = new Set([
  'Vec',
  'std::vec::Vec',
  'std::collections::VecDeque',
  'std::collections::LinkedList',
  'std::collections::BinaryHeap',
  'std::collections::HashSet',
  'std::collections::BTreeSet',
  'indexmap::IndexSet',
  'hashbrown::HashSet',
  'rustc_hash::FxHashSet',
]);

export const MAPS = new Set([
  'std::collections::HashMap',
  'std::collections::BTreeMap',
  'indexmap::IndexMap',
  'hashbrown::HashMap',
  'rustc_hash::FxHashMap',
  'serde_json::Map',
]);

/** One spelling of a path: `core`, `alloc` and `std` have the same types, `collections::hash_map::HashMap` is `collections::HashMap`. */
export const canonicalPath = (segments: readonly string[]): string =>
  segments
    .join('::')
    .replace(/^(?:core|alloc)::/, 'std::')
    .replace(/^std::collections::\w+::/, 'std::collections::')
    .replace(/^chrono::(?:datetime|naive)::/, 'chrono::')
    .replace(/^std::option::Option$/, 'Option')
    .replace(/^std::result::Result$/, 'Result');
