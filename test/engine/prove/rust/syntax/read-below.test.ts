import { expect, test } from 'vitest';
import { readManifests } from '../../../../../src/workspace/read-manifests.ts';
import { memoryView } from '../../../../helpers/memory-view.ts';
import { proveRustSyntax } from '../../../../helpers/prove-rust-syntax.ts';

const MANIFEST = '[package]\nname = "sums"\nversion = "0.1.0"\nedition = "2021"\n';
const MOVED = 'fn first(a: u8, b: u8) -> Ordering {\n    a.cmp(&b)\n}\n';
const IMPORT = 'use std::cmp::Ordering;\n\n';
const READ = 'fn equal() -> Ordering {\n    Ordering::Equal\n}\n';

/** True where S accepts that the facade loses an import, while a file below it has this text. */
function isAccepted(below: string): boolean {
  const files = { 'Cargo.toml': MANIFEST, 'src/lib.rs': 'mod m;\n', 'src/m/below.rs': below };
  const before = memoryView({ ...files, 'src/m.rs': `${IMPORT}mod below;\n\npub ${MOVED}` }, { readManifests });
  const after = memoryView(
    {
      ...files,
      'src/m.rs': 'mod below;\nmod part;\n\npub use part::first;\n',
      'src/m/part.rs': `${IMPORT}pub ${MOVED}`,
    },
    { readManifests },
  );
  return proveRustSyntax(before, after, null, ['src/m.rs', 'src/m/part.rs']).every(
    ({ verdict }) => verdict === 'proven',
  );
}

test.each([
  ['by a glob', `use super::*;\n\n${READ}`],
  ['by a glob of its inner module', `mod inner {\n    use super::super::*;\n\n${READ}}\n`],
  ['by a glob through the file', `use super::*;\n\nmod inner {\n    use super::*;\n\n${READ}}\n`],
  ['by a glob in a body', 'fn equal() -> bool {\n    use super::*;\n    Ordering::Equal == Ordering::Less\n}\n'],
  ['beside an import of another thing', `use super::*;\nuse other::Ordering;\n\n${READ}`],
  ['beside an import under a condition', `use super::*;\n#[cfg(test)]\nuse std::cmp::Ordering;\n\n${READ}`],
  ['beside an import for one body', `use super::*;\n\nfn own() {\n    use std::cmp::Ordering;\n}\n\n${READ}`],
  ['beside an import for an inner module', `use super::*;\n\nmod own {\n    use std::cmp::Ordering;\n}\n\n${READ}`],
  ['beside a value of that name', `use super::*;\n\n#[allow(non_snake_case)]\nfn Ordering() {}\n\n${READ}`],
  ['beside an item under a condition', `use super::*;\n\n#[cfg(test)]\nenum Ordering {\n    Equal,\n}\n\n${READ}`],
  [
    'by a glob of a module in it that passes all on',
    `pub use inner::*;\n\nmod inner {\n    pub use super::super::*;\n}\n\n${READ}`,
  ],
  [
    'by a glob of a module in it, of which one alternative passes all on',
    `pub use inner::*;\n\n#[cfg(unix)]\nmod inner {}\n#[cfg(windows)]\nmod inner {\n    pub use super::super::*;\n}\n\n${READ}`,
  ],
  [
    'by a glob of a module further in that passes all on',
    `mod own {\n    pub use inner::*;\n\n    mod inner {\n        pub use super::super::super::*;\n    }\n\n${READ}}\n`,
  ],
  ['by its path', 'fn equal() -> super::Ordering {\n    super::Ordering::Equal\n}\n'],
])('an import that a file below reads %s stays', (_, below) => {
  expect(isAccepted(below)).toBe(false);
});

test.each([
  ['has not', 'use super::*;\n'],
  ['imports by itself', `use super::*;\nuse std::cmp::Ordering;\n\n${READ}`],
  ['imports by itself in a list', `use super::*;\nuse std::{cmp::{self, Ordering}, fmt};\n\n${READ}`],
  [
    'imports for its inner module',
    `use super::*;\nuse std::cmp::Ordering;\n\nmod inner {\n    use super::*;\n\n${READ}}\n`,
  ],
  [
    'has in an inner module with its own import',
    `mod inner {\n    use super::super::*;\n    use std::cmp::Ordering;\n\n${READ}}\n`,
  ],
  [
    'has beside a glob of a module in it that sees it',
    `use std::cmp::Ordering;\npub mod own {\n    use std::cmp::Ordering;\n    pub use inner::*;\n\n    mod inner {\n        use super::*;\n\n${READ}}\n\n${READ}}\n`,
  ],
  [
    'reads for a derive beside such a glob',
    `pub mod own {\n    pub use self::inner::*;\n\n    mod inner {\n        use super::*;\n    }\n\n    #[derive(Ordering)]\n    pub struct One;\n}\n`,
  ],
  ['has of its own', `use super::*;\n\nenum Ordering {\n    Equal,\n}\n\n${READ}`],
])('an import that a file below %s may leave the facade', (_, below) => {
  expect(isAccepted(below)).toBe(true);
});

/** True where S accepts that the facade loses an imported function beside a module of its name. */
function isModuleMeant(below: string, mod = 'mod zeroed;'): boolean {
  const files = {
    'Cargo.toml': MANIFEST,
    'src/lib.rs': 'mod m;\n',
    'src/m/below.rs': below,
    'src/m/zeroed.rs': 'pub fn two() -> u8 {\n    2\n}\n',
  };
  const use = 'use std::mem::zeroed;\n\n';
  const moved = 'pub fn first() -> u8 {\n    unsafe { zeroed() }\n}\n';
  const before = memoryView({ ...files, 'src/m.rs': `${use}mod below;\n${mod}\n\n${moved}` }, { readManifests });
  const after = memoryView(
    {
      ...files,
      'src/m.rs': `mod below;\nmod part;\n${mod}\n\npub use part::first;\n`,
      'src/m/part.rs': use + moved,
    },
    { readManifests },
  );
  return proveRustSyntax(before, after, null, ['src/m.rs', 'src/m/part.rs']).every(
    ({ verdict }) => verdict === 'proven',
  );
}

test.each([
  'use super::zeroed::two;\n',
  'use crate::m::zeroed::{two};\n',
  'use super::zeroed::*;\n',
  'fn own() -> u8 {\n    super::zeroed::two()\n}\n',
  'use super::*;\n\nfn own() -> u8 {\n    zeroed::two()\n}\n',
])('a path goes through the module of that name: %j', (below) => {
  expect(isModuleMeant(below)).toBe(true);
  expect(isModuleMeant(below, '#[cfg(unix)]\nmod zeroed;')).toBe(false);
});

test.each([
  'use super::zeroed;\n',
  'use super::zeroed::{self};\n',
  'fn own() -> u8 {\n    unsafe { super::zeroed() }\n}\n',
  'use super::*;\n\nfn own() -> u8 {\n    unsafe { zeroed() }\n}\n',
])('the function may be meant: %j', (below) => {
  expect(isModuleMeant(below)).toBe(below.includes('{self}'));
});

/** The same of an import of a trait. */
function isTraitAccepted(path: string, below: string): boolean {
  const name = path.slice(path.lastIndexOf(':') + 1);
  const use = `use ${path};\n\n`;
  const moved = `fn first<T: ${name}>(_: T) {}\n`;
  const files = { 'Cargo.toml': MANIFEST, 'src/lib.rs': 'mod m;\n', 'src/m/below.rs': below.replaceAll('NAME', name) };
  const before = memoryView({ ...files, 'src/m.rs': `${use}mod below;\n\npub ${moved}` }, { readManifests });
  const facade = 'mod below;\nmod part;\n\npub use part::first;\n';
  const after = memoryView({ ...files, 'src/m.rs': facade, 'src/m/part.rs': `${use}pub ${moved}` }, { readManifests });
  return proveRustSyntax(before, after, null, ['src/m.rs', 'src/m/part.rs']).every(
    ({ verdict }) => verdict === 'proven',
  );
}

test.each<[string, string, boolean]>([
  ['std::iter::IntoIterator', 'use super::*;\n\nfn own<T: NAME>(_: T) {}\n', true],
  ['core::clone::Clone', 'use super::*;\n\nfn own<T: NAME>(_: T) {}\n', true],
  ['std::iter::IntoIterator', 'fn own<T: super::NAME>(_: T) {}\n', false],
  ['std::iter::IntoIterator', 'use super::{NAME};\n\nfn own<T: NAME>(_: T) {}\n', false],
  // Older editions have no such name, or none has.
  ['std::iter::FusedIterator', 'use super::*;\n\nfn own<T: NAME>(_: T) {}\n', false],
  ['std::fmt::Write', 'use super::*;\n\nfn own<T: NAME>(_: T) {}\n', false],
  ['std::vec::IntoIter', 'use super::*;\n\nfn own(_: NAME<u8>) {}\n', false],
])('`%s`, which a file below reads in %j, may leave the facade: %s', (path, below, accepted) => {
  expect(isTraitAccepted(path, below)).toBe(accepted);
});
