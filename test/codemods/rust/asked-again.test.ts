import { expect, test } from 'vitest';
import { missingImports } from '../../../codemods/rust/split-module/add-imports.ts';
import { formOf } from '../../../codemods/rust/split-module/form.ts';
import { type Diagnostic, UNUSED_BEFORE } from '../../../src/core/evidence.ts';
import { readManifests } from '../../../src/workspace/read-manifests.ts';
import { memoryView } from '../../helpers/memory-view.ts';

const TRAIT =
  'pub trait Step {\n    fn next(&self) -> u8;\n}\n\nimpl<T> Step for [T] {\n    fn next(&self) -> u8 {\n        0\n    }\n}\n';
const MOVED = 'pub fn moved(list: &mut std::vec::IntoIter<u8>) -> Option<u8> {\n    list.next()\n}\n';

const viewOf = (files: Readonly<Record<string, string>>) =>
  memoryView(
    {
      'Cargo.toml': '[package]\nname = "sums"\nversion = "0.1.0"\nedition = "2021"\n',
      'src/lib.rs': 'pub mod module;\n',
      ...files,
    },
    { readManifests },
  );

const diagnostic = (code: string, message: string): Diagnostic => ({
  path: 'src/module/part.rs',
  start: 0,
  end: 0,
  level: 'error',
  code,
  message,
  suggestions: [],
});
const ASKED = diagnostic('E0599', 'no method named `next` found: the trait `Step` is not in scope');

/** What is written above the part for these messages. */
function written(diagnostics: readonly Diagnostic[]): string {
  const before = viewOf({ 'src/module.rs': `${TRAIT}\n${MOVED}` });
  const after = viewOf({
    'src/module.rs': `mod part;\n\npub use part::moved;\n\n${TRAIT}`,
    'src/module/part.rs': MOVED,
  });
  const facade = 'src/module.rs';
  const edits = missingImports(
    { before, after, facade, base: facade, form: formOf(before, facade) },
    'src/module/part.rs',
    diagnostics,
  );
  return edits.map(({ text }) => text).join('');
}

test('a trait that the static proof asks for is imported', () => {
  expect(written([ASKED])).toBe('use super::Step;\n\n');
});

test('one that a compiler called unused before says so: both are content with it', () => {
  const unused = diagnostic(UNUSED_BEFORE, 'unused import: `super::Step`');
  expect(written([ASKED, unused])).toBe('#[allow(unused_imports)]\nuse super::Step;\n\n');
  expect(written([ASKED, diagnostic(UNUSED_BEFORE, 'unused import: `super::Other`')])).toBe('use super::Step;\n\n');
});
