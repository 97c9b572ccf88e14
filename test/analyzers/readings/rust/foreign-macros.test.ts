import { expect, test } from 'vitest';
import { readConstantNames } from '../../../../analyzers/readings/rust/constant-names.ts';
import { foreignMacros } from '../../../../analyzers/readings/rust/foreign-macros.ts';
import { readManifests } from '../../../../src/workspace/read-manifests.ts';
import { memoryView } from '../../../helpers/memory-view.ts';

test.each<[string, string[]]>([
  ['use core::ptr;\nfn f(x: &u8) {\n    ptr::addr_of!(*x);\n}\n', []],
  ['fn f(x: &u8) {\n    core::ptr::addr_of!(*x);\n}\n', []],
  ['use dep::ptr;\nfn f(x: &u8) {\n    ptr::addr_of!(*x);\n}\n', ['ptr::addr_of']],
  ['use core::ptr;\nfn f(x: &u8) {\n    use dep::ptr;\n    ptr::addr_of!(*x);\n}\n', ['ptr::addr_of']],
  ['fn f(x: &u8) {\n    ptr::addr_of!(*x);\n}\n', ['ptr::addr_of']],
])('macros that neither the package nor the library defines: %s', (text, paths) => {
  const view = memoryView({ 'src/lib.rs': text });
  expect(foreignMacros(view.syntax('src/lib.rs'), () => []).map(({ path }) => path)).toEqual(paths);
});

test.each([
  ['ast! {\n    pub struct A {\n        pub b: token::B,\n    }\n}\n', false],
  ['ast! {\n    token 1\n}\n', true],
])('a macro that makes constants is handed a name: %s', (call, mayBe) => {
  const maker = 'macro_rules! ast {\n    ($n:ident $v:expr) => {\n        const $n: u8 = $v;\n    };\n}\n';
  const view = memoryView({
    'Cargo.toml': '[package]\nname = "a"\nversion = "0.1.0"\n',
    'src/lib.rs': `${maker}${call}`,
  });
  expect(readConstantNames(view, 'src/lib.rs').mayBe('token')).toBe(mayBe);
});

test.each([
  ['what a test imports of its own library', 'use own_name::token;\n', 'pub mod token;\n', false],
  ['what a test imports of another crate', 'use other::token;\n', 'pub mod token;\n', true],
  ['a constant of the library by another name', 'use own_name::most as token;\n', 'pub const most: u8 = 1;\n', true],
  ['a module of the library by another name', 'use own_name::most as token;\n', 'pub mod most;\n', false],
])('an import that may be of a constant: %s', (_, tests, library, mayBe) => {
  const files = {
    'Cargo.toml': '[package]\nname = "own-name"\nversion = "0.1.0"\n',
    'src/lib.rs': library,
    'tests/all.rs': tests,
  };
  const view = memoryView(files, { readManifests: (entries, read) => readManifests(entries, read) });
  expect(readConstantNames(view, 'src/lib.rs').mayBe('token')).toBe(mayBe);
});
