import type { Files } from './spoil.ts';
import type { Division } from './static-sabotages.ts';

const M = 'src/m.rs';
const PART = 'src/m/part.rs';
const LIB = 'src/lib.rs';
const REST = '\npub fn rest() -> i32 {\n    3\n}\n';

/** One function moves; the files may differ in what stands in it. */
export const moved = (
  kind: string,
  name: string,
  fails: string | null,
  was: string,
  is: string,
  more: Files = {},
): Division => {
  const given = `mod part;\n\npub use part::f;\n${REST}`;
  const lib = more[LIB] ?? 'pub mod m;\n';
  const { [LIB]: _, ...rest } = more;
  return {
    kind,
    name,
    base: { ...rest, [LIB]: lib, [M]: was + REST },
    head: { ...rest, [LIB]: lib, [M]: more[M] ?? given, [PART]: is },
    fails,
  };
};

const F = 'pub fn f() -> i32 {\n    1\n}\n';
const COMMENTS: readonly Division[] = [
  moved('comments', 'one above', null, `// SAFETY: none.\n${F}`, `// SAFETY: none.\n${F}`),
  moved('comments', 'the file says what it is', null, F, `//! Low things.\n\n${F}`),
  moved('comments', 'one above is lost', M, `// SAFETY: none.\n${F}`, F),
  moved('comments', 'one inside is lost', M, F.replace('    1', '    // in step with the firmware\n    1'), F),
  moved('comments', 'one behind is lost', M, F.replace('    1', '    1 // of two'), F),
  moved(
    'comments',
    'its text changes',
    M,
    F.replace('    1', '    // SAFETY: x > 0\n    1'),
    F.replace('    1', '    // SAFETY: x >= 0\n    1'),
  ),
  moved(
    'comments',
    'it goes to another statement',
    M,
    'pub fn f() -> i32 {\n    // one\n    g();\n    g()\n}\n',
    'pub fn f() -> i32 {\n    g();\n    // one\n    g()\n}\n',
  ),
  moved('comments', 'a banner is lost', M, `// ---- low ----\n\n${F}`, F),
  moved('comments', 'one on an import is lost', M, `// for its size\nuse std::mem;\n\n${F}`, F),
  moved('comments', 'a doc comment becomes a plain one', M, `/// Low.\n${F}`, `// Low.\n${F}`),
  moved(
    'comments',
    'one between the methods of a block is lost',
    M,
    'pub struct S;\n\nimpl S {\n    // ---- first ----\n\n    pub fn f() {}\n}\n\npub fn f() {}\n',
    'pub struct S;\n\nimpl S {\n    pub fn f() {}\n}\n\npub fn f() {}\n',
    { [M]: `mod part;\n\npub use part::{f, S};\n${REST}` },
  ),
];

const PICK =
  'macro_rules! pick {\n    ($x:expr) => {\n        1\n    };\n    ($x:expr,) => {\n        101\n    };\n}\n\n';
const EAT = 'macro_rules! eat {\n    ($($t:tt)*) => {\n        stringify!($($t)*).len()\n    };\n}\n\n';
const withMacros = { [LIB]: `${PICK}${EAT}pub mod m;\n` };
const body = (text: string): string => `pub fn f() -> usize {\n    ${text}\n}\n`;
const LAYOUT: readonly Division[] = [
  moved('commas', 'one of a call', null, body('g(1,\n    2,\n)'), body('g(1, 2)')),
  moved('commas', 'one of vec!', null, body('vec![1, 2,].len()'), body('vec![1, 2].len()')),
  moved(
    'commas',
    'one within the arguments of assert!',
    null,
    body('assert!(g(1,\n 2,\n));\n    1'),
    body('assert!(g(1, 2));\n    1'),
  ),
  moved('commas', 'the last of a macro of the package', M, body('pick!(1,)'), body('pick!(1)'), withMacros),
  moved('commas', 'one more for a macro of the package', M, body('pick!(1)'), body('pick!(1,)'), withMacros),
  moved(
    'commas',
    'one within what a macro takes token by token',
    M,
    body('eat!(g(1,))'),
    body('eat!(g(1))'),
    withMacros,
  ),
  moved(
    'commas',
    'one in a macro within another',
    M,
    body('g(format!("{}", pick!(1,)))'),
    body('g(format!("{}", pick!(1)))'),
    withMacros,
  ),
  moved('commas', 'one of a tuple of one', M, body('g((1,))'), body('g((1))')),
  moved('commas', 'one of println!', M, body('println!("x",);\n    1'), body('println!("x");\n    1')),
  moved(
    'commas',
    'one in the body of a macro',
    M,
    'macro_rules! own {\n    () => {\n        g(1,)\n    };\n}\n\npub fn f() {}\n',
    'macro_rules! own {\n    () => {\n        g(1)\n    };\n}\n\npub fn f() {}\n',
  ),
];

const TEXTS = { 'src/data.txt': 'first', 'src/m/data.txt': 'second' };
const reads = (call: string): string => `pub fn f() -> &'static str {\n    ${call}\n}\n`;
const LOADED = (definition: string): Files => ({ ...TEXTS, [LIB]: `${definition}\n\npub mod m;\n` });
const LOAD = 'macro_rules! load {\n    ($file:literal) => {\n        include_str!($file)\n    };\n}';
const FILES: readonly Division[] = [
  moved(
    'files',
    'led to the same file',
    null,
    reads('include_str!("data.txt")'),
    reads('include_str!("../data.txt")'),
    TEXTS,
  ),
  moved(
    'files',
    'named from the manifest',
    null,
    reads('include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/data.txt"))'),
    reads('include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/data.txt"))'),
    TEXTS,
  ),
  moved(
    'files',
    'made by the build',
    null,
    reads('include_str!(concat!(env!("OUT_DIR"), "/data.txt"))'),
    reads('include_str!(concat!(env!("OUT_DIR"), "/data.txt"))'),
    TEXTS,
  ),
  moved('files', 'a plain literal', M, reads('include_str!("data.txt")'), reads('include_str!("data.txt")'), TEXTS),
  moved(
    'files',
    'behind a comment',
    M,
    reads('include_str!(/* it */ "data.txt")'),
    reads('include_str!(/* it */ "data.txt")'),
    TEXTS,
  ),
  moved(
    'files',
    'behind a comment before the bang',
    M,
    reads('include_str /* it */ !("data.txt")'),
    reads('include_str /* it */ !("data.txt")'),
    TEXTS,
  ),
  moved(
    'files',
    'in pieces',
    M,
    reads('include_str!(concat!("data", ".txt"))'),
    reads('include_str!(concat!("data", ".txt"))'),
    TEXTS,
  ),
  moved(
    'files',
    'by its full path',
    M,
    reads('::core::include_str!{"data.txt"}'),
    reads('::core::include_str!{"data.txt"}'),
    TEXTS,
  ),
  moved(
    'files',
    'as bytes, within another macro',
    M,
    reads('g!(include_bytes!(r"data.txt"))'),
    reads('g!(include_bytes!(r"data.txt"))'),
    TEXTS,
  ),
  moved(
    'files',
    'in the docs',
    M,
    `#[doc = include_str!("data.txt")]\n${F}`,
    `#[doc = include_str!("data.txt")]\n${F}`,
    TEXTS,
  ),
  moved('files', 'by a macro of another file', M, reads('load!("data.txt")'), reads('load!("data.txt")'), LOADED(LOAD)),
  moved(
    'files',
    'by two macros',
    M,
    reads('fetch!()'),
    reads('fetch!()'),
    LOADED(`${LOAD}\n\nmacro_rules! fetch {\n    () => {\n        load!("data.txt")\n    };\n}`),
  ),
  moved(
    'files',
    'by another name',
    M,
    reads('load!("data.txt")'),
    reads('load!("data.txt")'),
    LOADED('#[allow(unused_imports)]\npub(crate) use std::include_str as load;'),
  ),
  moved(
    'files',
    "by another crate's macro",
    M,
    reads('include_wgsl!("data.txt")'),
    reads('include_wgsl!("data.txt")'),
    TEXTS,
  ),
];

const PLACES: readonly Division[] = [
  moved('places', 'the line', null, body('line!() as usize'), body('line!() as usize')),
  moved('places', 'the module', M, reads('module_path!()'), reads('module_path!()')),
  moved(
    'places',
    'the module, by its full path',
    M,
    reads('std::module_path /* x */ !()'),
    reads('std::module_path /* x */ !()'),
  ),
  moved('places', 'the file', M, reads('file!()'), reads('file!()')),
  moved('places', 'the file, within another macro', M, reads('concat!(file!(), ":")'), reads('concat!(file!(), ":")')),
  moved('places', 'a test', PART, `#[test]\nfn t() {}\n\n${F}`, `#[test]\nfn t() {}\n\n${F}`),
  moved(
    'places',
    'a section of the object file',
    PART,
    `#[link_section = ".init"]\n${F}`,
    `#[link_section = ".init"]\n${F}`,
  ),
  moved('places', 'a module', PART, `pub mod inner {}\n\n${F}`, `pub mod inner {}\n\n${F}`, {
    [M]: `mod part;\n\npub use part::{f, inner};\n${REST}`,
  }),
  moved('places', 'an extern crate', PART, `extern crate core;\n\n${F}`, `extern crate core;\n\n${F}`),
];

export const STATIC_TOKENS: readonly Division[] = [...COMMENTS, ...LAYOUT, ...FILES, ...PLACES];
