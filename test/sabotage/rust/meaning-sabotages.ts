import { both, type Sabotage, swap } from './spoil.ts';

const LIB = 'src/lib.rs';
const READING = 'src/reading.rs';
const LEVEL = 'src/level.rs';
const TESTS = 'src/tests.rs';

type Row = readonly [name: string, spoil: Sabotage['spoil'], says: string];

const rows = (rejectedBy: 'A' | 'M', acceptedBy: Sabotage['acceptedBy'], list: readonly Row[]): Sabotage[] =>
  list.map(([name, spoil, says]) => ({ name, rejectedBy, acceptedBy, spoil, says }));

/** What a part imports at its head. */
const IMPORTS = /^(?:(?:#\[[^\]]*\]\n)*use [^;]*;\n)+/;

/** A part with other imports; only one of these fits into a crate. */
const narrowed = (names: string) => swap(READING, IMPORTS, `use super::{${names}};\n`);

/** What the interface shows and code does not. */
export const INTERFACE = rows('A', 'M', [
  [
    'a doc text changes',
    swap(READING, 'Reads a level;', 'Reads the level;'),
    'function gauge::read differs: read: `"docs"',
  ],
  ['#[must_use] gets lost', swap(READING, '#[must_use]\n', ''), 'gauge::read differs'],
  ['#[inline] gets lost', swap(READING, '#[inline]\n', ''), 'gauge::read differs'],
  ['#[deprecated] gets lost', swap(READING, '#[deprecated(since = "0.1.0", note = "use read")]\n', ''), 'gauge::peek'],
  ['#[doc(hidden)] gets lost', swap(READING, '#[doc(hidden)]\n', ''), 'function gauge::inner is new'],
  ['#[repr] gets lost', swap(LEVEL, '#[repr(C)]\n', ''), 'gauge::Level differs'],
  ['#[non_exhaustive] gets lost', swap(LEVEL, '#[non_exhaustive]\n', ''), 'was `"non_exhaustive"`'],
  ['unsafe gets lost', swap(READING, 'pub unsafe fn', 'pub fn'), 'gauge::reach differs: reach: `"is_unsafe": false'],
  ['a bound gets lost', swap(READING, 'peek<T: Clone>', 'peek<T>'), 'function gauge::peek differs'],
  ['a private field becomes public', swap(LEVEL, '    rest:', '    pub rest:'), 'struct gauge::Level differs'],
  ['a private method becomes public', swap(LEVEL, 'fn width', 'pub fn width'), 'width'],
  ['a name leaves the facade', swap(LIB, '{Level, Show}', 'Level'), 'trait gauge::Show is gone'],
  ['a name is re-exported as another', swap(LIB, '::peek;', '::peek as look;'), 'function gauge::peek is gone'],
  [
    'a glob re-export brings more',
    both(
      swap(READING, 'pub(super) fn count()', 'pub fn count()'),
      swap(LIB, 'pub use reading::{inner, reach, read};', 'pub use reading::*;'),
    ),
    'function gauge::count is new',
  ],
  ['a part becomes public', swap(LIB, 'mod level;', 'pub mod level;'), 'module gauge::level is new'],
  [
    'a crate name becomes public',
    both(
      swap(READING, 'pub(crate) fn sound', 'pub fn sound'),
      swap(LIB, '#[allow(deprecated)]', 'pub use reading::sound;\n#[allow(deprecated)]'),
    ),
    'function gauge::sound is new',
  ],
]);

/** What the interface shows and a build does not mind. */
export const BUILDABLE = rows('A', 'B', [
  [
    'a default method gets lost',
    swap(LEVEL, /\n {4}\/\/\/ Shown twice[\s\S]*?\n {4}\}\n/, ''),
    'trait gauge::Show differs',
  ],
  ['a derive gets lost', swap(LEVEL, '#[derive(Clone)]\n', ''), 'struct gauge::Level differs'],
  [
    'an item behind a feature gets lost',
    both(
      swap(READING, /\n#\[cfg\(feature = "extra"\)\]\n[\s\S]*$/, ''),
      swap(LIB, '#[cfg(feature = "extra")]\npub use reading::extra;\n', ''),
    ),
    'function gauge::extra is gone',
  ],
  [
    'an item loses its feature',
    both(
      swap(LEVEL, '#[cfg(feature = "extra")]\n', ''),
      swap(LIB, '#[cfg(feature = "extra")]\npub use level::EXTRA;', 'pub use level::EXTRA;'),
    ),
    'constant gauge::EXTRA is new',
  ],
]);

/** What compiles to something else behind the same interface. */
export const MEANING = rows('M', 'A', [
  [
    'a method resolves to the trait that is imported',
    swap(LIB, 'Twice::double(&x)', '{\n        use Thrice as _;\n        Thrice::double(&x)\n    }'),
    'fn twofold differs',
  ],
  [
    'a mod line moves behind another definition of a macro',
    both(swap(LIB, 'mod reading;\n', ''), swap(LIB, 'pub fn high', 'mod reading;\n\npub fn high')),
    'fn read differs',
  ],
  ['a private constant changes', swap(LIB, 'LOW: u32 = 3', 'LOW: u32 = 4'), 'fn read differs'],
  ['a literal changes', swap(READING, '"inner"', '"other"'), '`_0 = const "other";` was `_0 = const "inner";`'],
  [
    'a static stands twice',
    swap(
      READING,
      'COUNT, LOW};\n',
      `LOW};\n\nstatic COUNT: std::sync::atomic::AtomicU32 = std::sync::atomic::AtomicU32::new(0);\n`,
    ),
    'static COUNT is new',
  ],
  ['a discriminant changes', swap(LEVEL, 'Second = 2', 'Second = 3'), 'Mark::Second'],
  [
    'methods change their blocks',
    both(
      swap(LEVEL, '        8\n', '        9\n'),
      swap(LEVEL, '        16\n', '        8\n'),
      swap(LEVEL, '        9\n', '        16\n'),
    ),
    'width',
  ],
  ['an item that nobody uses gets lost', swap(LEVEL, /fn mark[\s\S]*?\n\}\n/, ''), 'fn mark is gone'],
  ['a line number becomes a constant', swap(LEVEL, '    line!()\n', '    3\n'), 'here differs'],
  ['a test becomes ignored', swap(TESTS, '#[test]\nfn reads', '#[test]\n#[ignore]\nfn reads'), 'tests::reads'],
  ['a test no longer has to panic', swap(TESTS, '#[should_panic]\n', ''), 'tests::panics'],
  ['a test vanishes', swap(TESTS, '#[test]\nfn counts', 'fn counts'), 'tests::counts'],
  [
    'a program reads another module path',
    both(swap(LIB, /pub fn place[\s\S]*?\n\}\n/, ''), swap(LIB, '{inner, reach', '{inner, place, reach'), (files) => ({
      ...files,
      [READING]: `${files[READING]}\npub fn place() -> &'static str {\n    module_path!()\n}\n`,
    })),
    'fn place reads another module_path!() or type name: "gauge::reading", was "gauge"',
  ],
]);

/** Explicit imports that name too little compile all the same. */
export const NARROWED: readonly Sabotage[] = [
  ...rows('A', 'M', [
    ['a doc link leads nowhere', narrowed('drop, COUNT, LOW, Loud, Twice'), 'function gauge::read differs'],
  ]),
  ...rows('M', 'A', [
    ['the prelude replaces an own function', narrowed('Level, Twice, COUNT, LOW, Loud'), 'fn peek differs'],
    ['a constant in a pattern becomes a binding', narrowed('drop, Level, Twice, COUNT, Loud'), 'fn read'],
    ['another trait has a method of the name', narrowed('drop, Level, Twice, COUNT, LOW, Quiet'), 'fn sound differs'],
  ]),
];
