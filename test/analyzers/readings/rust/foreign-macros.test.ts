import { expect, test } from 'vitest';
import { readConstantNames } from '../../../../analyzers/readings/rust/constant-names.ts';
import { foreignMacros } from '../../../../analyzers/readings/rust/foreign-macros.ts';
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
