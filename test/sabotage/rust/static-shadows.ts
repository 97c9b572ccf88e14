import type { Division } from './static-sabotages.ts';

const M = 'src/m.rs';
const PART = 'src/m/part.rs';
const LIB = 'src/lib.rs';
const REST = '\npub fn rest() -> u8 {\n    3\n}\n';

const W = `use std::ops::Deref;

pub struct W(pub Vec<u8>);

impl Deref for W {
    type Target = Vec<u8>;
    fn deref(&self) -> &Vec<u8> {
        &self.0
    }
}

`;
const READER = 'pub fn size(w: &W) -> usize {\n    w.len()\n}\n';

interface Given {
  readonly lib: string;
  readonly call: string;
  readonly more?: Readonly<Record<string, string>>;
  readonly top?: string;
}

/** What calls a method leaves; the macro call that may bring the method's trait stays. */
const trait = (
  name: string,
  fails: string | null,
  { lib, call, more = {}, top = 'use super::W;' }: Given,
): Division => ({
  kind: 'traits of macro calls',
  name,
  base: { ...more, [LIB]: `${lib}pub mod m;\n`, [M]: `${W}${call}\n\n${READER}${REST}` },
  head: {
    ...more,
    [LIB]: `${lib}pub mod m;\n`,
    [M]: `mod part;\n\n${W}${call}\n\npub use part::size;\n${REST}`,
    [PART]: `${top}\n\n${READER}`,
  },
  fails,
});

const macro = (definition: string): string => `macro_rules! tr {\n    ${definition}\n}\n`;
const BODY = (name: string): string => `pub trait Ext { fn ${name}(&self) -> usize; }`;
const METHOD = macro(`($m:ident) => { ${BODY('$m')} impl Ext for W { fn $m(&self) -> usize { 99 } } };`);
const ITEMS = macro('($($t:item)*) => { $($t)* };');
const EXT = { 'src/ext.rs': 'pub trait Len {\n    fn len(&self) -> usize;\n}\n' };
const OTHER = { 'src/ext.rs': 'pub struct Len;\n' };

const TRAITS: readonly Division[] = [
  trait('a method that an argument names', PART, { lib: METHOD, call: 'tr!(len);' }),
  trait('a method of another name', null, {
    lib: macro(`() => { ${BODY('other')} };`),
    call: 'tr!();',
  }),
  trait('seen through the parent', null, { lib: METHOD, call: 'tr!(len);', top: 'use super::*;' }),
  trait('a trait that is handed on', PART, { lib: ITEMS, call: `tr! {\n    ${BODY('len')}\n}` }),
  trait('a struct that is handed on', null, { lib: ITEMS, call: 'tr! {\n    pub struct Len;\n}' }),
  trait('a trait that an argument names', PART, {
    lib: macro(`($n:ident) => { pub trait $n { fn len(&self) -> usize; } };`),
    call: 'tr!(Len);',
  }),
  trait('a macro in a macro', PART, {
    lib: `${macro(`() => { ${BODY('len')} };`)}macro_rules! outer {\n    ($m:ident) => { $m!(); };\n}\n`,
    call: 'outer!(tr);',
  }),
  trait('an import of a trait', PART, {
    lib: macro('() => { use crate::ext::Len as _; };'),
    call: 'tr!();',
    more: EXT,
  }),
  trait('an import that an argument names', PART, {
    lib: macro('($p:path) => { use $p as _; };'),
    call: 'tr!(crate::ext::Len);',
    more: EXT,
  }),
  trait('an import of a struct', null, { lib: macro('() => { use crate::ext::Len; };'), call: 'tr!();', more: OTHER }),
  trait("a method that another crate's macro is told", PART, { lib: '', call: 'dep::tr!(len);' }),
  trait("a trait that another crate's macro is told", PART, { lib: '', call: `dep::tr! {\n    ${BODY('len')}\n}` }),
  trait("another crate's macro that is told nothing of it", null, {
    lib: '',
    call: 'dep::tr! {\n    struct A { x: u8 }\n}',
  }),
  trait('a trait of a file that is included', PART, {
    lib: '',
    call: 'include!("gen.in");',
    more: { 'src/gen.in': `${BODY('len')}\n` },
  }),
  trait('statics of a thread', null, {
    lib: '',
    call: 'thread_local! {\n    static LEN: u8 = const { 1 };\n}',
  }),
];

type Files = Readonly<Record<string, string>>;

/** A function leaves that names a primitive type. */
const primitive = (
  name: string,
  fails: string | null,
  [top, code]: readonly [top: string, code: string],
  { head = '', lib = '', more = {} }: { readonly head?: string; readonly lib?: string; readonly more?: Files } = {},
): Division => ({
  kind: 'primitive types',
  name,
  base: { ...more, [LIB]: `${lib}pub mod m;\n`, [M]: `${top}\n\n${code}\n${REST}` },
  head: {
    ...more,
    [LIB]: `${lib}pub mod m;\n`,
    [M]: `mod part;\n\n${top}\n\npub use part::f;\n${REST}`,
    [PART]: `${head}${code}\n`,
  },
  fails,
});

const SIZE = (type: string): string => `pub fn f() -> std::primitive::usize {\n    std::mem::size_of::<${type}>()\n}`;
const U16 = 'pub type u16 = u64;';

const ALIAS = 'macro_rules! alias {\n    ($n:ident) => {\n        pub type $n = u64;\n    };\n}\n';
const TYPES = { 'src/types.rs': `${U16}\n` };

const PRIMITIVES: readonly Division[] = [
  primitive('another type of the name', PART, [U16, SIZE('u16')]),
  primitive('imported', null, [U16, SIZE('u16')], { head: 'use super::u16;\n\n' }),
  primitive('another name', null, [U16, SIZE('u32')]),
  primitive('a struct', PART, ['#[derive(Clone)]\npub struct bool(pub u64);', SIZE('bool')]),
  primitive('an import by another name', PART, ['pub use std::primitive::u8 as char;', SIZE('char')]),
  primitive('in a cast', PART, [
    'type usize = std::primitive::u8;',
    'pub fn f() -> u32 {\n    (300u32 as usize) as u32\n}',
  ]),
  primitive('in a signature', PART, ['type u32 = std::primitive::u64;', 'pub fn f() -> u32 {\n    1\n}']),
  primitive('within a type', PART, [U16, 'pub fn f(x: &[Vec<u16>]) {\n    drop(x);\n}']),
  primitive('in a macro call', PART, [U16, 'pub fn f() {\n    assert!(size_of::<u16>() > 2);\n}']),
  primitive('in the body of a macro', PART, [U16, 'pub fn f() -> usize {\n    size!()\n}'], {
    lib: 'macro_rules! size {\n    () => {\n        size_of::<u16>()\n    };\n}\n',
  }),
  primitive('made by a macro call', PART, ['alias!(u16);', SIZE('u16')], { lib: ALIAS }),
  primitive('made by a macro call, and seen', null, ['alias!(u16);', SIZE('u16')], {
    lib: ALIAS,
    head: 'use super::*;\n\n',
  }),
  primitive('another made by a macro call', null, ['alias!(Word);', SIZE('u16')], { lib: ALIAS }),
  primitive('brought by a glob', PART, ['use crate::types::*;', SIZE('u16')], { more: TYPES, lib: 'mod types;\n' }),
  primitive('brought by the same glob', null, ['use crate::types::*;', SIZE('u16')], {
    more: TYPES,
    lib: 'mod types;\n',
    head: 'use crate::types::*;\n\n',
  }),
  primitive('no other brought by a glob', null, ['use crate::types::*;', SIZE('u8')], {
    more: TYPES,
    lib: 'mod types;\n',
  }),
  primitive('a type parameter', null, [U16, 'pub fn f<u16>(x: u16) -> u16 {\n    x\n}']),
  primitive("a module of the standard library's", null, ['use std::f64;', SIZE('f64')]),
  primitive('a module', null, ['mod f64 {}', SIZE('f64')]),
];

export const STATIC_SHADOWS: readonly Division[] = [...TRAITS, ...PRIMITIVES];
