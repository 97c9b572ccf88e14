import type { Division } from './static-sabotages.ts';

const M = 'src/m.rs';
const PART = 'src/m/part.rs';
const LIB = 'src/lib.rs';
const REST = '\npub fn rest() -> i32 {\n    3\n}\n';

interface Given {
  readonly lib?: string;
  readonly calls: string;
  readonly reader?: string;
  readonly facade?: string;
  readonly part?: string;
}

/** A macro call leaves for a part that sees its parent; the facade gives everything on. */
const call = (name: string, fails: string | null, { lib = '', calls, reader = '', facade, part }: Given): Division => ({
  kind: 'macro calls',
  name,
  base: { [LIB]: `${lib}pub mod m;\n`, [M]: `${calls}${reader}${REST}` },
  head: {
    [LIB]: `${lib}pub mod m;\n`,
    [M]: facade ?? `mod part;\n\npub use part::*;\n${reader}${REST}`,
    [PART]: part ?? `use super::*;\n\n${calls}`,
  },
  fails,
});

const macro = (definition: string): string => `macro_rules! made ${definition}\n\n`;
const READER = '\npub fn reader() -> u8 {\n    one()\n}\n';

const MOVED: readonly Division[] = [
  call('public functions', null, {
    lib: macro('{\n    ($n:ident) => {\n        pub fn $n() -> u8 {\n            1\n        }\n    };\n}'),
    calls: 'made!(one);\n',
    reader: READER,
  }),
  call('blocks alone', null, {
    lib: macro('{\n    ($($t:ty),*) => {\n        $(impl Show for $t {})*\n    };\n}'),
    calls: 'made!(u8, Vec<u8>, u16);\n',
    facade: `mod part;\n\npub trait Show {}\n${REST}`,
    part: 'use super::*;\n\nmade!(u8, Vec<u8>, u16);\n',
    reader: '\npub trait Show {}\n',
  }),
  call('public by the call', null, {
    lib: macro('{\n    ($v:vis $n:ident) => {\n        $v fn $n() -> u8 {\n            1\n        }\n    };\n}'),
    calls: 'made!(pub one);\n',
    reader: READER,
  }),
  call('a private function', PART, {
    lib: macro('{\n    ($n:ident) => {\n        fn $n() -> u8 {\n            1\n        }\n    };\n}'),
    calls: 'made!(one);\n',
    reader: READER,
  }),
  call('a visibility that the call leaves out', PART, {
    lib: macro('{\n    ($v:vis $n:ident) => {\n        $v fn $n() -> u8 {\n            1\n        }\n    };\n}'),
    calls: 'made!(one);\n',
    reader: READER,
  }),
  call('a visibility for the module alone', PART, {
    lib: macro('{\n    ($v:vis $n:ident) => {\n        $v fn $n() -> u8 {\n            1\n        }\n    };\n}'),
    calls: 'made!(pub(self) one);\n',
    reader: READER,
  }),
  call('a private item behind a feature', PART, {
    lib: macro(
      '{\n    ($n:ident) => {\n        #[cfg(feature = "names")]\n        static $n: u8 = 1;\n        pub const OTHER: u8 = 2;\n    };\n}',
    ),
    calls: 'made!(ONE);\n',
  }),
  call('a macro that is called like an assertion', PART, {
    lib: 'macro_rules! assert_table {\n    ($n:ident) => {\n        fn $n() -> u8 {\n            1\n        }\n    };\n}\n\n',
    calls: 'assert_table!(one);\n',
    reader: READER,
  }),
  call('a macro that is called like a constant assertion', PART, {
    lib: 'macro_rules! const_assert {\n    ($n:ident) => {\n        fn $n() -> u8 {\n            1\n        }\n    };\n}\n\n',
    calls: 'const_assert!(one);\n',
    reader: READER,
  }),
  call("a macro that is called like the compiler's", PART, {
    lib: 'macro_rules! compile_error {\n    ($n:ident) => {\n        fn $n() -> u8 {\n            1\n        }\n    };\n}\n\n',
    calls: 'compile_error!(one);\n',
    reader: READER,
  }),
  call('a macro that is called like one that makes impls', PART, {
    lib: 'macro_rules! impl_all {\n    ($n:ident) => {\n        impl Copy for X {}\n        fn $n() -> u8 {\n            1\n        }\n    };\n}\n\n',
    calls: 'impl_all!(one);\n',
    reader: READER,
  }),
  call('a macro of another crate', PART, { calls: 'other::made!(one);\n', reader: READER }),
  call("an import of another crate's macro beside one of its name", PART, {
    lib: macro('{\n    ($n:ident) => {\n        pub fn $n() -> u8 {\n            1\n        }\n    };\n}'),
    calls: 'use other::made;\n\nmade!(one);\n',
    reader: READER,
    facade: `use other::made;\n\nmod part;\n\npub use part::*;\n${READER}${REST}`,
    part: 'use super::*;\n\nmade!(one);\n',
  }),
  call('statics of a thread', PART, {
    calls: 'thread_local! {\n    static ONE: u8 = const { 1 };\n}\n',
    reader: '\npub fn reader() -> u8 {\n    ONE.with(|one| *one)\n}\n',
  }),
  call('statics of a thread by a macro', PART, {
    lib: macro('{\n    ($n:ident) => {\n        thread_local! {\n            static $n: u8 = 1;\n        }\n    };\n}'),
    calls: 'made!(ONE);\n',
    reader: '\npub fn reader() -> u8 {\n    ONE.with(|one| *one)\n}\n',
  }),
  call('whatever the caller writes', PART, {
    lib: macro('{\n    ($($t:tt)*) => {\n        $($t)*\n    };\n}'),
    calls: 'made! {\n    fn one() -> u8 {\n        1\n    }\n}\n',
    reader: READER,
  }),
  call('a path that counts from the call', PART, {
    lib: macro('{\n    ($n:ident) => {\n        pub fn $n() -> u8 {\n            self::two()\n        }\n    };\n}'),
    calls: 'made!(one);\n',
    reader: `${READER}\npub fn two() -> u8 {\n    2\n}\n`,
  }),
  call('names that the facade re-exports to the crate alone', PART, {
    lib: macro('{\n    ($n:ident) => {\n        pub fn $n() -> u8 {\n            1\n        }\n    };\n}'),
    calls: 'made!(one);\n',
    reader: READER,
    facade: `mod part;\n\npub(crate) use part::*;\n${READER}${REST}`,
  }),
  call('names that the facade re-exports under a condition', PART, {
    lib: macro('{\n    ($n:ident) => {\n        pub fn $n() -> u8 {\n            1\n        }\n    };\n}'),
    calls: 'made!(one);\n',
    reader: READER,
    facade: `mod part;\n\n#[cfg(unix)]\npub use part::*;\n${READER}${REST}`,
  }),
  call('a private field that the facade reads', PART, {
    lib: macro('{\n    ($n:ident) => {\n        pub struct $n {\n            count: u8,\n        }\n    };\n}'),
    calls: 'made!(One);\n',
    reader: '\npub fn reader(one: &One) -> u8 {\n    one.count\n}\n',
  }),
];

/** A reader leaves a macro call. */
const left = (
  name: string,
  fails: string | null,
  calls: string,
  lib: string,
  uses: string,
  imports: string,
): Division => ({
  kind: 'made names',
  name,
  base: { [LIB]: `${lib}pub mod m;\n`, [M]: `${calls}\npub fn f() -> u8 {\n    ${uses}\n}\n${REST}` },
  head: {
    [LIB]: `${lib}pub mod m;\n`,
    [M]: `mod part;\n\npub use part::f;\n\n${calls}${REST}`,
    [PART]: `${imports}pub fn f() -> u8 {\n    ${uses}\n}\n`,
  },
  fails,
});

const LOCAL = 'thread_local! {\n    static SEEN: u8 = const { 1 };\n}\n';
const GLOB = 'use super::*;\n\n';
const MAKE = macro('{\n    ($n:ident) => {\n        fn $n() -> u8 {\n            1\n        }\n    };\n}');
const LEFT: readonly Division[] = [
  left('a static of a thread, through the parent', null, LOCAL, '', 'SEEN.with(|one| *one)', GLOB),
  left('a static of a thread, by its name', null, LOCAL, '', 'SEEN.with(|one| *one)', 'use super::SEEN;\n\n'),
  left('a static of a thread, lost', PART, LOCAL, '', 'SEEN.with(|one| *one)', ''),
  left(
    'a static of a thread, under a condition',
    PART,
    LOCAL,
    '',
    'SEEN.with(|one| *one)',
    '#[cfg(test)]\nuse super::*;\n\n',
  ),
  left('a function of a macro of the package, lost', PART, 'made!(one);\n', MAKE, 'one()', ''),
  left(
    'a function that the definition names, lost',
    PART,
    'made!();\n',
    macro('{\n    () => {\n        fn one() -> u8 {\n            1\n        }\n    };\n}'),
    'one()',
    '',
  ),
  left('a static of lazy_static, lost', PART, 'lazy_static! {\n    static ref ONE: u8 = 1;\n}\n', '', '*ONE', ''),
  left(
    'a type of bitflags, lost',
    PART,
    'bitflags::bitflags! {\n    struct Flags: u8 {\n        const A = 1;\n    }\n}\n',
    '',
    'Flags::A.bits()',
    '',
  ),
  left('whatever a macro of another crate makes, lost', PART, 'other::tables!("x");\n', '', 'table()', ''),
  left('nothing of an assertion', null, 'static_assertions::const_assert!(true);\n', '', 'g(1)', ''),
];

/** A macro's body reads where it is called. */
const LIMIT = 'macro_rules! limit {\n    () => {\n        limit()\n    };\n}\n\n';
const bodies = (name: string, fails: string | null, imports: string, given = 'use crate::other::*;\n'): Division => {
  const lib = `${LIMIT}pub mod m;\npub mod other;\n`;
  const shared = { [LIB]: lib, 'src/other.rs': 'pub fn limit() -> u8 {\n    106\n}\n' };
  const own = 'pub fn limit() -> u8 {\n    8\n}\n';
  const f = 'pub fn f() -> u8 {\n    limit!()\n}\n';
  return {
    kind: 'bodies of macros',
    name,
    base: { ...shared, [M]: `${given}\n${own}\n${f}` },
    head: { ...shared, [M]: `${given}\nmod part;\n\npub use part::f;\n\n${own}`, [PART]: `${imports}${f}` },
    fails,
  };
};
const BODIES: readonly Division[] = [
  bodies('through the parent', null, GLOB),
  bodies('by the name', null, 'use super::limit;\n\n'),
  bodies('by another glob of the module', PART, 'use crate::other::*;\n\n'),
  bodies('by the same glob from above', PART, 'use super::super::other::*;\n\n'),
  bodies('by another path', PART, 'use crate::other::limit;\n\n'),
  bodies('by nothing', PART, '', ''),
  bodies('under a condition', PART, '#[cfg(unix)]\nuse super::limit;\n\n', ''),
];

export const STATIC_MACROS: readonly Division[] = [...MOVED, ...LEFT, ...BODIES];
