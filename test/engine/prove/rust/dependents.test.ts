import { expect, it } from 'vitest';
import { memoryView } from '../../../helpers/memory-view.ts';
import { proveOnDisk } from './disk-stage.ts';

const LIB = `#[macro_export]
macro_rules! two {
    () => {
        $crate::inner()
    };
}

#[doc(hidden)]
pub fn inner() -> u32 {
    2
}
`;
const manifest = (name: string, more = ''): string =>
  `[package]\nname = "${name}"\nversion = "0.1.0"\nedition = "2021"\n${more}`;

const workspace = (lib: string, more: Readonly<Record<string, string>> = {}) =>
  memoryView({
    'Cargo.toml': '[workspace]\nresolver = "2"\nmembers = ["base", "middle", "user", "apart"]\n',
    'base/Cargo.toml': manifest('base'),
    'base/src/lib.rs': lib,
    'middle/Cargo.toml': manifest('middle', '\n[dependencies]\nbase = { path = "../base" }\n'),
    'middle/src/lib.rs': 'pub use base;\n',
    'user/Cargo.toml': manifest('user', '\n[dependencies]\nmiddle = { path = "../middle" }\n'),
    'user/src/lib.rs': 'pub fn four() -> u32 {\n    middle::base::two!() + 2\n}\n',
    'apart/Cargo.toml': manifest('apart'),
    'apart/src/lib.rs': 'pub fn broken() -> u32 {\n    nothing\n}\n',
    ...more,
  });

// The package itself never expands its macro: only a build of its dependents sees that a path is gone.
it('builds the members that depend on the package, and no others', async () => {
  const facade = `${LIB.slice(0, LIB.indexOf('#[doc(hidden)]'))}pub mod part;\n`;
  const part = LIB.slice(LIB.indexOf('#[doc(hidden)]'));
  const verdicts = async (lib: string): Promise<string[]> => {
    const after = workspace(lib, { 'base/src/part.rs': part });
    const { proofs } = await proveOnDisk(workspace(LIB), after, ['B']);
    return proofs
      .filter(({ path, configuration }) => path === 'base/src/lib.rs' && configuration !== 'rustfmt')
      .map(({ configuration, verdict }) => `${configuration} ${verdict}`);
  };
  const own = ['lib proven', 'all-targets proven', 'clippy proven'];
  expect(await verdicts(facade)).toEqual([...own.slice(0, 2), 'clippy proven', 'dependents failed']);
  expect(await verdicts(`${facade}pub use part::inner;\n`)).toEqual([...own, 'dependents proven', 'names proven']);
});
