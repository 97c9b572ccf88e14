import { both, type Sabotage, swap } from './spoil.ts';

const LIB = 'src/lib.rs';
const MATH = 'src/math.rs';
const SECRET = 'src/secret.rs';
const TESTS = 'src/tests.rs';
const SPARE = '#[allow(dead_code)]\nfn spare() {}\n';

export const SABOTAGES: readonly Sabotage[] = [
  {
    name: 'a private function becomes public',
    rejectedBy: 'S',
    acceptedBy: 'B',
    spoil: swap(MATH, 'fn step()', 'pub fn step()'),
  },
  {
    name: 'a private field becomes public to the world',
    rejectedBy: 'S',
    acceptedBy: 'T',
    spoil: swap(SECRET, 'value: u32,', 'pub value: u32,'),
  },
  {
    name: 'an item loses its cfg',
    rejectedBy: 'S',
    acceptedBy: 'B',
    spoil: both(swap(MATH, '#[cfg(debug_assertions)]\n', ''), swap(LIB, '#[cfg(debug_assertions)]\n', '')),
  },
  {
    name: 'a re-export loses its cfg',
    rejectedBy: 'S',
    acceptedBy: 'T',
    spoil: swap(LIB, '#[cfg(debug_assertions)]\n', ''),
  },
  {
    name: 'a public name leaves the facade',
    rejectedBy: 'S',
    acceptedBy: 'B',
    spoil: both(
      swap(LIB, 'add, forget, twice', 'add, forget'),
      swap(MATH, 'x + step()', 'let _ = twice as fn(u32) -> u32;\n    x + step()'),
    ),
  },
  {
    name: 'the function of the prelude replaces the own one',
    rejectedBy: 'S',
    acceptedBy: 'B',
    spoil: swap(MATH, 'use super::drop;\n\n', ''),
  },
  {
    name: 'a test vanishes',
    rejectedBy: 'T',
    acceptedBy: 'B',
    spoil: swap(TESTS, '#[test]\nfn adds() {\n    assert_eq!(add(1), 3);\n}\n\n', ''),
  },
  {
    name: 'a mod line moves behind another definition of a macro',
    rejectedBy: 'S',
    acceptedBy: 'B',
    spoil: both(swap(LIB, 'mod math;\n', ''), swap(LIB, 'pub fn high', 'mod math;\n\npub fn high')),
  },
  {
    name: 'and the tests notice it',
    rejectedBy: 'T',
    acceptedBy: 'B',
    spoil: both(swap(LIB, 'mod math;\n', ''), swap(LIB, 'pub fn high', 'mod math;\n\npub fn high')),
  },
  {
    name: 'an item that nobody uses is dropped',
    rejectedBy: 'S',
    acceptedBy: 'B',
    spoil: swap(MATH, SPARE, ''),
  },
  {
    name: 'an item stands twice',
    rejectedBy: 'S',
    acceptedBy: 'B',
    spoil: swap(LIB, 'fn drop', `${SPARE}\nfn drop`),
  },
  {
    name: 'a literal that no test reads changes',
    rejectedBy: 'S',
    acceptedBy: 'T',
    spoil: swap(MATH, '    7\n', '    8\n'),
  },
  {
    name: 'an attribute gets lost',
    rejectedBy: 'S',
    acceptedBy: 'B',
    spoil: swap(MATH, '#[must_use]\n', ''),
  },
  {
    name: 'a doctest gets lost',
    rejectedBy: 'T',
    acceptedBy: 'B',
    spoil: swap(MATH, '/// ```\n/// assert_eq!(sample::add(1), 3);\n/// ```\n', ''),
  },
  {
    name: 'a part imports what it does not use',
    rejectedBy: 'B',
    acceptedBy: 'S',
    spoil: swap(MATH, 'use super::drop;\n', 'use super::{drop, high};\n'),
  },
  {
    name: 'a program reads another module path',
    rejectedBy: 'S',
    acceptedBy: 'B',
    spoil: both(
      swap(LIB, "pub fn place() -> &'static str {\n    module_path!()\n}\n\n", ''),
      swap(LIB, 'pub use secret::{show, Secret};', 'pub use secret::{place, show, Secret};'),
      (files) => ({
        ...files,
        [SECRET]: `${files[SECRET]}\npub fn place() -> &'static str {\n    module_path!()\n}\n`,
      }),
    ),
  },
];
