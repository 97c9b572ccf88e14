import { expect, test } from 'vitest';
import { readManifests } from '../../../../../src/workspace/read-manifests.ts';
import { memoryView } from '../../../../helpers/memory-view.ts';
import { proveRustSyntax } from '../../../../helpers/prove-rust-syntax.ts';

const MANIFEST = '[package]\nname = "sums"\nversion = "0.1.0"\nedition = "2021"\n';
const USE = 'use std::cmp::Ordering;\n';
const MOVED = 'pub fn first(a: u8, b: u8) -> Ordering {\n    a.cmp(&b)\n}\n';
const STAYS = '\n#[cfg(test)]\nfn second() -> Ordering {\n    Ordering::Less\n}\n';

/** True where S accepts these attributes on an import that the facade keeps. */
function isAccepted(attributes: string): boolean {
  const before = memoryView({ 'Cargo.toml': MANIFEST, 'src/lib.rs': USE + MOVED + STAYS }, { readManifests });
  const after = memoryView(
    {
      'Cargo.toml': MANIFEST,
      'src/lib.rs': `${attributes}\n${USE}\nmod part;\n\npub use part::first;\n${STAYS}`,
      'src/part.rs': USE + MOVED,
    },
    { readManifests },
  );
  return proveRustSyntax(before, after, null, ['src/lib.rs', 'src/part.rs']).every(
    ({ verdict }) => verdict === 'proven',
  );
}

test.each([
  '#[allow(unused_imports)]',
  '#[allow(unused_imports, reason = "needed by some builds only")]',
  '#[expect(unused_imports, reason = r"some builds",)]',
  '#[allow(\n    unused_imports,\n    reason = "needed"\n)]',
])('%j changes nothing but warnings', (attributes) => {
  expect(isAccepted(attributes)).toBe(true);
});

test.each([
  '#[allow(unused_imports, reason = "x")] #[macro_use]',
  '#[deny(unused_imports, reason = "x")]',
  '#[doc = "allow(unused_imports, reason)"]',
])('%j changes more', (attributes) => {
  expect(isAccepted(attributes)).toBe(false);
});
