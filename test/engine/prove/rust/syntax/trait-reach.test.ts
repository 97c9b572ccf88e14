import { expect, test } from 'vitest';
import { readManifests } from '../../../../../src/workspace/read-manifests.ts';
import { memoryView } from '../../../../helpers/memory-view.ts';
import { proveRustSyntax } from '../../../../helpers/prove-rust-syntax.ts';

const MANIFEST = '[package]\nname = "sums"\nversion = "0.1.0"\nedition = "2021"\n';
const TRAIT = 'trait Step {\n    fn next(&mut self) -> u8;\n}\n';
const ONE = 'pub struct One(u8);\n\nimpl Step for One {\n    fn next(&mut self) -> u8 {\n        self.0\n    }\n}\n';
const KEPT = 'pub fn kept(one: &mut One) -> u8 {\n    one.next()\n}\n';
const PLAIN = 'pub fn moved(list: &mut Vec<u8>) -> Option<u8> {\n    list.drain(..).next()\n}\n';

interface Row {
  readonly what: string;
  /** Stays in the module beside the trait. */
  readonly module: string;
  /** Moves into a part that does not import the trait. */
  readonly moved: string;
  readonly isProven: boolean;
  /** What the moved function waits for. */
  readonly cfg?: string;
}

const ROWS: readonly Row[] = [
  { what: 'no name leads to a type that has the trait', module: ONE + KEPT, moved: PLAIN, isProven: true },
  {
    what: 'the type is named',
    module: ONE + KEPT,
    moved: 'pub fn moved(one: &mut super::One) -> u8 {\n    one.next()\n}\n',
    isProven: false,
  },
  {
    what: 'a function gives it',
    module: `${ONE}${KEPT}pub fn make() -> One {\n    One(1)\n}\n`,
    moved: 'pub fn moved() -> u8 {\n    super::make().next()\n}\n',
    isProven: false,
  },
  {
    what: 'a field of a type holds it',
    module: `${ONE}${KEPT}pub struct Holder {\n    pub one: One,\n}\n`,
    moved: 'pub fn moved(holder: &mut super::Holder) -> u8 {\n    holder.one.next()\n}\n',
    isProven: false,
  },
  {
    what: 'a type derefs to it',
    module: `${ONE}${KEPT}pub struct Guard(u8);\n\nimpl std::ops::Deref for Guard {\n    type Target = One;\n\n    fn deref(&self) -> &One {\n        todo!()\n    }\n}\n`,
    moved: 'pub fn moved(guard: &mut super::Guard) -> u8 {\n    guard.next()\n}\n',
    isProven: false,
  },
  {
    what: 'an iterator gives it',
    module: `${ONE}${KEPT}pub struct All;\n\nimpl Iterator for All {\n    type Item = One;\n\n    fn next(&mut self) -> Option<One> {\n        None\n    }\n}\n`,
    moved: 'pub fn moved(all: super::All) {\n    all.for_each(|mut one| drop(one.next()));\n}\n',
    isProven: false,
  },
  {
    what: 'an alias stands for it',
    module: `${ONE}${KEPT}pub type Other = One;\n`,
    moved: 'pub fn moved(one: &mut super::Other) -> u8 {\n    one.next()\n}\n',
    isProven: false,
  },
  {
    what: 'the trait is implemented for any type',
    module: `impl<T> Step for T {\n    fn next(&mut self) -> u8 {\n        0\n    }\n}\n`,
    moved: PLAIN,
    isProven: false,
  },
  {
    what: 'a macro may implement it',
    module: `${ONE}${KEPT}macro_rules! steps {\n    ($t:ty) => {\n        impl Step for $t {\n            fn next(&mut self) -> u8 {\n                0\n            }\n        }\n    };\n}\n`,
    moved: PLAIN,
    isProven: false,
  },
  {
    what: 'it is implemented for a primitive',
    module: `${ONE}${KEPT}impl Step for u8 {\n    fn next(&mut self) -> u8 {\n        0\n    }\n}\n`,
    moved: PLAIN,
    isProven: false,
  },
  {
    what: 'a method of its own goes before the trait',
    module: `${ONE}${KEPT}impl One {\n    pub fn next(&mut self) -> u8 {\n        1\n    }\n}\n`,
    moved: 'pub fn moved(one: &mut super::One) -> u8 {\n    one.next()\n}\n',
    isProven: true,
  },
  {
    what: 'one with another receiver does not',
    module: `${ONE}${KEPT}impl One {\n    pub fn next(self) -> u8 {\n        1\n    }\n}\n`,
    moved: 'pub fn moved(one: &mut super::One) -> u8 {\n    one.next()\n}\n',
    isProven: false,
  },
  {
    what: 'one that is not seen everywhere does not',
    module: `${ONE}${KEPT}impl One {\n    fn next(&mut self) -> u8 {\n        1\n    }\n}\n`,
    moved: 'pub fn moved(one: &mut super::One) -> u8 {\n    one.next()\n}\n',
    isProven: false,
  },
  {
    what: 'one of some arguments does not',
    module:
      'pub struct One<T>(T);\n\nimpl<T> Step for One<T> {\n    fn next(&mut self) -> u8 {\n        0\n    }\n}\n\nimpl One<u8> {\n    pub fn next(&mut self) -> u8 {\n        1\n    }\n}\n',
    moved: 'pub fn moved(one: &mut super::One<u16>) -> u8 {\n    one.next()\n}\n',
    isProven: false,
  },
  ...behindPaths(),
];

/** `One::next` and `Self::next`, where the type has a function of that name. */
function behindPaths(): Row[] {
  const own = (head: string, cfg = '', type = 'One'): string =>
    `${ONE}${KEPT}impl ${type} {\n${cfg}    ${head} fn next(_: u8) -> u8 {\n        1\n    }\n}\n`;
  const call = (cfg = ''): string => `use super::One;\n\n${cfg}pub fn moved() -> u8 {\n    One::next(1)\n}\n`;
  const bySelf =
    'use super::One;\n\npub fn moved() {}\n\nimpl One {\n    pub fn twice() -> u8 {\n        Self::next(1)\n    }\n}\n';
  const some = `pub struct One<T>(T);\n\nimpl<T> Step for One<T> {\n    fn next(&mut self) -> u8 {\n        0\n    }\n}\n\nimpl One<u8> {\n    pub fn next(_: u8) -> u8 {\n        1\n    }\n}\n`;
  const slow = '    #[cfg(feature = "slow")]\n';
  return [
    { what: 'the type has one of its own', module: own('pub(crate)'), moved: call(), isProven: true },
    { what: 'Self has one of its own', module: own('pub(crate)'), moved: bySelf, isProven: true },
    { what: 'its own is not seen there', module: own(''), moved: call(), isProven: false },
    { what: 'its own waits for a feature', module: own('pub(crate)', slow), moved: call(), isProven: false },
    {
      what: 'the call waits for the same feature',
      module: own('pub(crate)', slow),
      moved: call('#[cfg(feature = "slow")]\n'),
      cfg: '#[cfg(feature = "slow")]\n',
      isProven: true,
    },
    {
      what: 'the call waits for another feature',
      module: own('pub(crate)', slow),
      moved: call('#[cfg(feature = "fast")]\n'),
      cfg: '#[cfg(feature = "fast")]\n',
      isProven: false,
    },
    {
      what: 'Self is with other arguments',
      module: some,
      moved: bySelf.replace('impl One {', 'impl One<u16> {'),
      isProven: false,
    },
    {
      what: 'Self is a reference to the type',
      module: `${own('pub(crate)')}pub trait Twice {\n    fn twice() -> u8;\n}\n`,
      moved:
        'use super::{One, Twice};\n\npub fn moved() {}\n\nimpl Twice for &One {\n    fn twice() -> u8 {\n        Self::next(1)\n    }\n}\n',
      isProven: false,
    },
  ];
}

test.each(ROWS)('a trait that a part does not see: $what', ({ module, moved, isProven, cfg = '' }) => {
  const files = { 'Cargo.toml': MANIFEST, 'src/lib.rs': 'pub mod module;\n' };
  const before = memoryView(
    { ...files, 'src/module.rs': `${TRAIT}\n${module}\n${moved.replaceAll('super::', 'self::')}` },
    { readManifests },
  );
  const facade = `mod part;\n\n${cfg}pub use part::moved;\n\n${TRAIT}\n${module}`;
  const after = memoryView({ ...files, 'src/module.rs': facade, 'src/module/part.rs': moved }, { readManifests });
  const proofs = proveRustSyntax(before, after, null, ['src/module.rs', 'src/module/part.rs']);
  const failures = proofs.filter(({ verdict }) => verdict === 'failed').map(({ why }) => why);
  expect(failures.length === 0).toBe(isProven);
  if (!isProven) expect(failures.join()).toContain('`Step`');
});
