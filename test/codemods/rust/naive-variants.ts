import { type NaiveVariant, variant } from './naive-variant.ts';
import { NAIVE_FILES } from './naive-variants-of-files.ts';

const facade = (child: string, rest = ''): string => `pub mod m {\n${rest}\n    mod c {\n        ${child}\n    }\n}\n`;

const TYPE = 'pub struct T { x: u8 }\n    impl T { pub fn new() -> T { T { x: 1 } } }';
const READS = 'use super::*;\n        impl T { pub fn x(&self) -> u8 { self.x } }';
const CALLS = 'use c::f;\n    pub fn g() -> u8 { f() }';
const MATCH = 'pub fn is(x: u8) -> bool { match x { FOO => true, #[allow(unreachable_patterns)] _ => false } }';
const matching = (imports: string): string =>
  `#![allow(unused, non_snake_case)]\npub const FOO: u8 = 1;\nmod c {\n    ${imports}${MATCH}\n}\nfn main() { println!("{}", c::is(2)); }\n`;
const ONE = 'macro_rules! one { () => { 1 } }';
const TWO = 'macro_rules! one { () => { 2 } }';
const called = (...lines: readonly string[]): string =>
  `#![allow(unused_macros)]\n${lines.join('\n')}\nfn main() { println!("{}", c::f()); }\n`;
const USES_ONE = 'mod c { pub fn f() -> u8 { one!() } }';

const LATE = 'mod macros { #[macro_export] #[clippy::format_args] macro_rules! own { () => { 1 } } }\n';
const CATCH = 'pub fn f() -> bool { panic::catch_unwind(|| panic!("x")).is_err() }';
const OWN =
  'mod macros { macro_rules! own { ($x:expr) => { $x == 1 } } pub(crate) use own; }\nuse macros::own as matches;\n';

export const NAIVE_VARIANTS: readonly NaiveVariant[] = [
  variant(1, 'E0603', facade('pub(super) fn f() -> u8 { 1 }', CALLS), facade('fn f() -> u8 { 1 }', CALLS)),
  variant(
    2,
    'E0616',
    facade(READS, TYPE),
    facade(
      'pub struct T { x: u8 }\n        impl T { pub fn new() -> T { T { x: 1 } } }',
      'pub use c::T;\n    impl T { pub fn x(&self) -> u8 { self.x } }',
    ),
  ),
  variant(
    3,
    'E0423',
    facade('pub struct T(pub(super) u8);', 'pub use c::T;\n    pub fn make() -> T { let t = T(1); let _ = t.0; t }'),
    facade('pub struct T(u8);', 'pub use c::T;\n    pub fn make() -> T { T(1) }'),
  ),
  variant(
    4,
    'E0449',
    facade('use super::*;\n        impl Default for T { fn default() -> T { T } }', 'pub struct T;'),
    facade('use super::*;\n        impl Default for T { pub(super) fn default() -> T { T } }', 'pub struct T;'),
  ),
  variant(
    5,
    'E0364',
    facade('pub(super) fn f() -> u8 { 1 }', CALLS),
    facade('pub(super) fn f() -> u8 { 1 }', `pub ${CALLS}`),
  ),
  variant(
    6,
    'ambiguous_glob_reexports',
    'mod a { pub fn f() {} }\nmod b { pub fn g() {} }\npub use a::f;\npub use b::g;\n',
    'mod a { pub fn f() {} }\nmod b { pub fn f() {} }\npub use a::*;\npub use b::*;\n',
  ),
  variant(
    9,
    'E0599',
    facade(
      'use super::*;\n        pub fn f(s: &mut String) { let _ = s.write_str("x"); }',
      'use std::fmt::Write as _;\n    pub use c::f;',
    ),
    facade('pub fn f(s: &mut String) { let _ = s.write_str("x"); }', 'pub use c::f;'),
  ),
  variant(
    10,
    'unused_imports',
    facade('pub fn f() {}', 'pub use c::f;'),
    facade('use super::*;\n        pub fn f() {}', 'pub use c::f;'),
  ),
  variant(11, 'differs', matching('use super::*;\n    '), matching('')),
  variant(
    12,
    'unused_imports',
    facade(
      'use super::*;\n        pub fn f(s: &mut String) { let _ = s.write_str("x"); }',
      'use std::fmt::Write;\n    pub use c::f;',
    ),
    facade(
      'use std::fmt::Write;\n        pub fn f(s: &mut String) { let _ = s.write_str("x"); }',
      'use std::fmt::Write;\n    pub use c::f;',
    ),
  ),
  variant(
    13,
    'E0255',
    'use std::fmt;\nmod text { pub fn f() {} }\npub use text::f;\npub fn g(_: fmt::Error) {}\n',
    'use std::fmt;\nmod fmt { pub fn f() {} }\npub use fmt::f;\n',
  ),
  variant(
    15,
    'cannot determine resolution',
    `${LATE}pub use own as other;\n#[derive(Clone)]\npub struct T;\n`,
    `${LATE}pub use own as other;\nmod c { #[derive(Clone)] pub struct T; }\npub use c::T;\n`,
  ),
  variant(
    16,
    'ambiguous_panic_imports',
    `#![no_std]\nextern crate std;\nuse std::panic;\nmod c { use super::panic; ${CATCH} }\npub use c::f;\n`,
    `#![no_std]\nextern crate std;\nuse std::panic;\nmod c { use super::*; ${CATCH} }\npub use c::f;\n`,
  ),
  variant(
    16,
    'E0659',
    `${OWN}mod c { use super::matches; pub fn f() -> bool { matches!(1) } }\npub use c::f;\n`,
    `${OWN}mod c { use super::*; pub fn f() -> bool { matches!(1) } }\npub use c::f;\n`,
  ),
  variant(
    17,
    'E0425',
    'pub fn x() -> u8 { 1 }\npub mod m {\n    mod c { pub fn f() -> u8 { super::super::x() } }\n    pub use c::f;\n}\n',
    'pub fn x() -> u8 { 1 }\npub mod m {\n    mod c { pub fn f() -> u8 { super::x() } }\n    pub use c::f;\n}\n',
  ),
  variant(
    17,
    'E0432',
    'mod c { pub fn f() {} }\npub use self::c::f;\npub mod m { mod c { pub fn f() {} } pub use self::c::f; }\n',
    'pub mod m { mod d { pub fn f() {} } pub use d::f; }\n',
    { edition: '2015' },
  ),
  variant(
    18,
    'E0425',
    'fn x() -> u8 { 1 }\npub mod inner { use super::*; pub fn f() -> u8 { x() } }\n',
    'fn x() -> u8 { 1 }\npub fn y() -> u8 { x() }\nmod c { pub mod inner { use super::*; pub fn f() -> u8 { x() } } }\npub use c::inner;\n',
  ),
  variant(
    20,
    'broken_intra_doc_links',
    'mod c {\n    /// See [`x`](super::x).\n    pub fn f() {}\n}\npub use c::f;\npub fn x() {}\n',
    'mod c {\n    /// See [`x`].\n    pub fn f() {}\n}\npub use c::f;\npub fn x() {}\n',
    { tool: 'rustdoc' },
  ),
  variant(
    21,
    'deprecated',
    'mod c { #[deprecated] pub fn f() {} }\n#[allow(deprecated)]\npub use c::f;\n',
    'mod c { #[deprecated] pub fn f() {} }\npub use c::f;\n',
  ),
  variant(22, 'cannot find macro', called(ONE, USES_ONE), called(USES_ONE, ONE)),
  variant(23, 'differs', called(ONE, USES_ONE, TWO), called(ONE, TWO, USES_ONE)),
  variant(
    24,
    'cannot find macro',
    called(`#[macro_use]\nmod d { ${ONE} }`, USES_ONE),
    called(`mod d { ${ONE} }`, USES_ONE),
  ),
  variant(
    25,
    'E0425',
    'macro_rules! make { ($n:ident) => { fn $n() -> u8 { 1 } } }\nmake!(f);\npub fn g() -> u8 { f() }\n',
    'macro_rules! make { ($n:ident) => { fn $n() -> u8 { 1 } } }\nmod c { make!(f); }\npub fn g() -> u8 { f() }\n',
  ),
  variant(
    27,
    'E0468',
    '#![allow(unused_imports)]\n#[macro_use]\nextern crate std as own;\n',
    'mod c {\n    #[macro_use]\n    extern crate std as own;\n}\n',
  ),
  variant(28, 'E0601', 'fn main() {}\n', 'mod c { pub fn main() {} }\n'),
  variant(
    29,
    'E0774',
    'mod c { #[derive(Clone)] pub struct T; }\npub use c::T;\n',
    'mod c { #[derive(Clone)] pub struct T; }\n#[derive(Clone)]\npub use c::T;\n',
  ),
  variant(
    29,
    'E0432',
    'mod c { #[cfg(any())] pub fn f() {} }\n#[cfg(any())]\npub use c::f;\n',
    'mod c { #[cfg(any())] pub fn f() {} }\npub use c::f;\n',
  ),
  variant(30, 'E0432', '#[test]\nfn t() {}\n', 'mod c { #[test] pub fn t() {} }\npub use c::t;\n'),
  variant(
    31,
    'unused_imports',
    'mod c { #[allow(dead_code)] pub fn f() {} }\n#[cfg(test)]\nuse c::f;\n#[test]\nfn t() { f(); }\n',
    'mod c { #[allow(dead_code)] pub fn f() {} }\nuse c::f;\n#[test]\nfn t() { f(); }\n',
  ),
  variant(
    32,
    'unused_imports',
    'mod c { pub fn f() { g() } fn g() {} }\npub use c::f;\n',
    'mod c { pub fn f() { g() } pub fn g() {} }\npub use c::f;\nuse c::g;\n',
  ),
  variant(35, 'E0583', 'pub mod m { pub fn f() {} }\n', 'mod c;\npub use c::f;\n'),
  variant(
    37,
    "couldn't read",
    'pub const TEXT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/a.md");\n',
    'pub const TEXT: &str = include_str!("a.md");\n',
  ),
  variant(
    39,
    'E0428',
    'pub fn f() {}\n#[doc(hidden)]\npub mod f {}\n',
    'pub fn f() {}\n#[doc(hidden)]\npub mod f {}\nmod f {}\n',
  ),
  variant(
    42,
    'differs',
    'fn main() { println!("{}", f()); }\nfn f() -> &\'static str { module_path!() }\n',
    'fn main() { println!("{}", c::f()); }\nmod c { pub fn f() -> &\'static str { module_path!() } }\n',
  ),
  variant(
    45,
    'E0107',
    'pub struct T<A>(A);\nmod c { use super::*; impl<A: Clone> T<A> { pub fn f(&self) -> A { self.0.clone() } } }\n',
    'pub struct T<A>(A);\nmod c { use super::*; impl T { pub fn f(&self) {} } }\n',
  ),
  variant(
    48,
    'E0425',
    'mod a { pub(super) fn f() -> u8 { 1 } }\nuse a::f;\nmod b { use super::*; pub fn g() -> u8 { f() } }\npub use b::g;\n',
    'mod a { pub(super) fn f() -> u8 { 1 } }\npub use b::g;\nmod b { pub fn g() -> u8 { f() } }\n',
  ),
  variant(
    49,
    'cannot find macro',
    called(`#[macro_use]\nmod d { ${ONE} }`, USES_ONE),
    called(USES_ONE, `#[macro_use]\nmod d { ${ONE} }`),
  ),
  variant(52, 'E0753', '//! Docs.\npub fn f() {}\n', 'pub fn f() {}\n//! Docs.\n'),
  ...NAIVE_FILES,
];
