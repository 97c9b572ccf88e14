import { expect, test } from 'vitest';
import { readManifests } from '../../../../../src/workspace/read-manifests.ts';
import { memoryView } from '../../../../helpers/memory-view.ts';
import { proveRustSyntax } from '../../../../helpers/prove-rust-syntax.ts';

const manifest = (edition: string): string => `[package]\nname = "sums"\nversion = "0.1.0"\nedition = "${edition}"\n`;
const MOVED = 'fn first() -> other::Vec<u8> {\n    other::Vec::new()\n}\n';

/** What S says where a part reads a crate that the module brings by `extern crate`. */
function isAccepted(path: string, bring: string, edition: string): boolean {
  const folder = path === 'src/lib.rs' ? 'src' : 'src/m';
  const files: Record<string, string> = {
    'Cargo.toml': manifest(edition),
    ...(path === 'src/lib.rs' ? {} : { 'src/lib.rs': 'mod m;\n' }),
  };
  const before = memoryView({ ...files, [path]: `${bring}\n\npub ${MOVED}` }, { readManifests });
  const after = memoryView(
    { ...files, [path]: `${bring}\n\nmod part;\n\npub use part::first;\n`, [`${folder}/part.rs`]: `pub ${MOVED}` },
    { readManifests },
  );
  return proveRustSyntax(before, after, null, [path, `${folder}/part.rs`]).every(({ verdict }) => verdict === 'proven');
}

test.each(['2015', '2018', '2024'])('what the root of a crate brings every module sees, in edition %s', (edition) => {
  expect(isAccepted('src/lib.rs', 'extern crate alloc as other;', edition)).toBe(true);
  expect(isAccepted('src/lib.rs', '#[doc(hidden)]\npub extern crate alloc as other;', edition)).toBe(true);
});

test('what stands under a condition, below the root, or is no crate a part does not see by itself', () => {
  expect(
    isAccepted('src/lib.rs', '#[cfg(test)]\nextern crate alloc as other;\n#[cfg(not(test))]\nmod other;', '2021'),
  ).toBe(false);
  expect(isAccepted('src/m.rs', 'extern crate alloc as other;', '2021')).toBe(false);
  expect(isAccepted('src/lib.rs', 'use std::vec as other;', '2021')).toBe(false);
});
