import { expect, test } from 'vitest';
import { createTraitReader } from '../../../../analyzers/readings/rust/trait-members.ts';
import { memoryView } from '../../../helpers/memory-view.ts';

const MAKER =
  'macro_rules! make {\n    ($(#[$m:meta])* trait $n:ident { fn $f:ident(); }) => {\n        pub trait $n { fn $f(); }\n    };\n}\n';

test.each([
  ['a macro is handed it', `${MAKER}make! { trait Incoming { fn go(); } }\n`, true],
  [
    'a comment in the call speaks of it',
    `${MAKER}make! {\n    /// Not \`Incoming\`.\n    trait Other { fn go(); }\n}\npub enum Way {\n    Incoming,\n}\n`,
    false,
  ],
  ['it is a variant', 'pub enum Way {\n    Incoming = 1,\n}\n', false],
  ['it is a trait and a variant', 'pub trait Incoming {\n    fn go();\n}\npub enum Way {\n    Incoming,\n}\n', true],
])('an imported name may be a trait: %s', (_, text, isTrait) => {
  const reader = createTraitReader(memoryView({ 'src/lib.rs': text }));
  expect(reader.ofImport(['Incoming'], false) !== null).toBe(isTrait);
});
