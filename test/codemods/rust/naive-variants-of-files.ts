import { type NaiveVariant, variant } from './naive-variant.ts';

const F = 'pub fn f() -> u8 { 1 }\n';
const SNAPSHOT = `macro_rules! snapshot { () => { module_path!().replace("::", "__") + "__t.snap" } }
fn main() { println!("{}", m::t()); }
`;
const HOST_READS = 'pub mod user { pub fn g() -> u8 { crate::f() } }\n';
const READ = 'fn main() { println!("{}", include_str!("m.rs").contains("fn f")); }\n';
const DEFINES = 'core::arch::global_asm!(".macro own_byte", ".byte 1", ".endm");\n';
const EXPANDS = 'core::arch::global_asm!("own_byte");\n';

/** Those in which files, other programs or a procedural macro (`make_pair`, `keep` of the crate `own`) play a part. */
export const NAIVE_FILES: readonly NaiveVariant[] = [
  variant(
    26,
    'E0658',
    `#[own::keep]\npub mod m { ${F} }\n`,
    { 'x.rs': '#[own::keep]\npub mod m { mod c; pub use c::f; }\n', 'm/c.rs': F },
    { edition: '2021' },
  ),
  variant(
    34,
    'E0425',
    'fn x() -> u8 { 1 }\npub fn y() -> u8 { x() }\n#[cfg(later)]\nmod c { use super::*; pub fn f() -> u8 { x() } }\n#[cfg(later)]\npub use c::f;\n',
    'fn x() -> u8 { 1 }\npub fn y() -> u8 { x() }\n#[cfg(later)]\nmod c { pub fn f() -> u8 { x() } }\n#[cfg(later)]\npub use c::f;\n',
    { behind: 'later' },
  ),
  variant(
    36,
    'E0583',
    { 'x.rs': '#[path = "own/m.rs"]\npub mod m;\n', 'own/m.rs': 'mod c;\npub use c::f;\n', 'own/c.rs': F },
    { 'x.rs': '#[path = "own/m.rs"]\npub mod m;\n', 'own/m.rs': 'mod c;\npub use c::f;\n', 'own/m/c.rs': F },
  ),
  variant(38, 'differs', { 'x.rs': READ, 'm.rs': F }, { 'x.rs': READ, 'm.rs': 'mod c;\npub use c::f;\n', 'm/c.rs': F }),
  variant(
    40,
    'E0425',
    `#[own::make_pair]\n${F}pub fn g() -> u8 { f_pair() }\n`,
    `mod c { #[own::make_pair] ${F} }\npub use c::f;\npub fn g() -> u8 { f_pair() }\n`,
  ),
  variant(41, 'own_byte', DEFINES + EXPANDS, `mod c { ${EXPANDS} }\n${DEFINES}`, { assembled: true }),
  variant(
    43,
    'differs',
    `${SNAPSHOT}mod m { pub fn t() -> String { snapshot!() } }\n`,
    `${SNAPSHOT}mod m { mod c { pub fn t() -> String { snapshot!() } } pub use c::t; }\n`,
  ),
  variant(
    50,
    'expected item',
    { 'x.rs': 'pub const X: [u8; 2] = include!("data.rs");\n', 'data.rs': '[1, 2]\n' },
    { 'x.rs': 'mod data;\npub const X: [u8; 2] = data::X;\n', 'data.rs': '[1, 2]\n' },
  ),
  variant(
    51,
    'E0583',
    { 'x.rs': '#[path = "own/a.rs"]\nmod a;\npub use a::deep::f;\n', 'own/a.rs': 'pub mod deep;\n', 'own/deep.rs': F },
    { 'x.rs': 'mod a;\npub use a::deep::f;\n', 'own/a.rs': 'pub mod deep;\n', 'own/deep.rs': F },
  ),
  variant(
    53,
    'E0425',
    { 'x.rs': `mod a;\npub use a::f;\n${HOST_READS}`, 'a.rs': F },
    { 'x.rs': `mod a;\n${HOST_READS}`, 'a.rs': F },
  ),
  variant(
    54,
    'Diff in',
    { 'x.rs': 'include!("a.rs");\n', 'a.rs': 'pub fn f( ) {}\n' },
    { 'x.rs': 'mod a;\n', 'a.rs': 'pub fn f( ) {}\n' },
    { tool: 'rustfmt' },
  ),
];
