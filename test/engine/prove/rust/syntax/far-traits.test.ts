import { expect, test } from 'vitest';
import { readManifests } from '../../../../../src/workspace/read-manifests.ts';
import { memoryView } from '../../../../helpers/memory-view.ts';
import { proveRustSyntax } from '../../../../helpers/prove-rust-syntax.ts';

const MANIFEST =
  '[package]\nname = "sums"\nversion = "0.1.0"\nedition = "2021"\n\n[dependencies]\nfar = "1"\nserde = "1"\n';

/** True where S accepts that a part has these imports of the module. */
function isAccepted(imports: readonly string[], kept: readonly string[], call: string): boolean {
  const use = (names: readonly string[]): string => names.map((name) => `use ${name};\n`).join('');
  const moved = `pub fn first(a: u8) -> bool {\n    ${call}\n}\n`;
  const stays = '\npub fn second() {}\n';
  const before = memoryView({ 'Cargo.toml': MANIFEST, 'src/lib.rs': use(imports) + moved + stays }, { readManifests });
  const after = memoryView(
    {
      'Cargo.toml': MANIFEST,
      'src/lib.rs': `${use(imports)}\nmod part;\n\npub use part::first;\n${stays}`,
      'src/part.rs': use(kept) + moved,
    },
    { readManifests },
  );
  return proveRustSyntax(before, after, null, ['src/lib.rs', 'src/part.rs']).every(
    ({ verdict }) => verdict === 'proven',
  );
}

const BOTH = ['far::ContainsToken', 'far::Offset'];

test.each([
  [BOTH, BOTH, 'a.contains_token(1)'],
  [['serde::de::Error as DeError'], [], 'a.serialize_seq(u16::MAX)'],
  [['serde::ser::SerializeSeq', 'serde::Serializer'], ['serde::Serializer'], 'a.serialize_seq(1)'],
])('%j: %j is enough for %j', (imports, kept, call) => {
  expect(isAccepted(imports, kept, call)).toBe(true);
});

test.each([
  [BOTH, ['far::Offset'], 'a.contains_token(1)'],
  [BOTH, ['far::ContainsToken'], 'a.contains_token(1)'],
  [BOTH, ['far::ContainsToken'], 'a.offset_from_start(1)'],
  [['serde::Serializer'], [], 'a.serialize_seq(1)'],
  [['serde_core::de::SeqAccess'], [], 'a.next_element(1)'],
  [['serde::de::Error as DeError'], [], 'Far::invalid_length(a)'],
])('%j: %j is not enough for %j', (imports, kept, call) => {
  expect(isAccepted(imports, kept, call)).toBe(false);
});

/** The same of a part that calls `probe`, in edition 2015, where paths of imports begin at the root of the crate. */
function isAcceptedOf2015(root: string): boolean {
  const moved = 'pub fn first(a: u8) -> bool {\n    a.probe()\n}\n';
  const head = `${root}use std::convert::TryFrom;\n\n`;
  const stays = '\npub fn second() {}\n';
  const manifest = MANIFEST.replace('2021', '2015');
  const before = memoryView({ 'Cargo.toml': manifest, 'src/lib.rs': head + moved + stays }, { readManifests });
  const after = memoryView(
    {
      'Cargo.toml': manifest,
      'src/lib.rs': `${head}mod part;\n\npub use part::first;\n${stays}`,
      'src/part.rs': moved,
    },
    { readManifests },
  );
  return proveRustSyntax(before, after, null, ['src/lib.rs', 'src/part.rs']).every(
    ({ verdict }) => verdict === 'proven',
  );
}

test('a trait of the library is known in edition 2015, where the crate has no module of its name', () => {
  expect(isAcceptedOf2015('')).toBe(true);
  const trait =
    'pub trait TryFrom { fn probe(self) -> bool; }\nimpl TryFrom for u8 { fn probe(self) -> bool { true } }';
  const own = `mod std { pub mod convert {\n${trait}\n} }\n`;
  expect(isAcceptedOf2015(own)).toBe(false);
});
