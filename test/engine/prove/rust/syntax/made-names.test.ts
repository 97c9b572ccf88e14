import { expect, test } from 'vitest';
import { withMadeNames } from '../../../../../src/engine/prove/rust/open-questions.ts';
import { readManifests } from '../../../../../src/workspace/read-manifests.ts';
import { memoryView } from '../../../../helpers/memory-view.ts';
import { proveRustSyntax } from '../../../../helpers/prove-rust-syntax.ts';

const WORKSPACE = {
  'Cargo.toml': '[workspace]\nmembers = ["app", "mac", "plain"]\n',
  'app/Cargo.toml':
    '[package]\nname = "app"\nversion = "0.1.0"\nedition = "2021"\n[dependencies]\nmac = { path = "../mac" }\nplain = { path = "../plain" }\n',
  'app/src/lib.rs': 'pub mod core;\n',
  'mac/Cargo.toml': '[package]\nname = "mac"\nversion = "0.1.0"\nedition = "2021"\n[lib]\nproc-macro = true\n',
  'mac/src/lib.rs': 'fn twin(name: &str) { let _ = format_ident!("{}Twin", name); }\n',
  'plain/Cargo.toml': '[package]\nname = "plain"\nversion = "0.1.0"\nedition = "2021"\n[lib]\nproc-macro = true\n',
  'plain/src/lib.rs': 'fn same(name: &str) { let _ = quote!(impl Plain for #name {}); }\n',
};

/** What S says where an item has moved into a part. */
function said(item: string, imports: string, reexport = 'pub use order::Order;'): string {
  const head = imports === '' ? '' : `${imports}\n\n`;
  const rest = 'pub fn stays() -> u8 {\n    1\n}\n';
  const views = [
    { ...WORKSPACE, 'app/src/core.rs': `${head}${item}\n${rest}` },
    {
      ...WORKSPACE,
      'app/src/core.rs': `mod order;\n\n${reexport}\n\n${rest}`,
      'app/src/core/order.rs': `${head}${item}`,
    },
  ].map((files) => memoryView(files, { readManifests }));
  const [before, after] = views as [(typeof views)[0], (typeof views)[0]];
  const proofs = withMadeNames(
    proveRustSyntax(before, after, null, ['app/src/core.rs', 'app/src/core/order.rs']),
    before,
    after,
  );
  const failed = proofs.find(({ verdict }) => verdict === 'failed');
  if (failed) return failed.why.includes('R94') ? 'failed' : failed.why;
  return proofs.some(({ weakened }) => weakened?.includes('R94')) ? 'less' : 'proven';
}

const struct = (attributes: string, visibility = 'pub '): string =>
  `${attributes}\n${visibility}struct Order {\n    pub id: u32,\n}\n`;

test.each<[string, string, string, string]>([
  ['a builder', struct('#[derive(Builder)]'), 'use derive_builder::Builder;', 'failed'],
  ['a builder by its path', struct('#[derive(Clone, bon::Builder)]'), '', 'failed'],
  ['an attribute', struct('#[mockall::automock]'), '', 'failed'],
  ['an iterator over variants', '#[derive(strum::EnumIter)]\npub enum Order {\n    One,\n}\n', '', 'failed'],
  [
    'public selectors',
    '#[derive(Snafu)]\n#[snafu(visibility(pub))]\npub enum Order {\n    One,\n}\n',
    'use snafu::Snafu;',
    'failed',
  ],
  ['private selectors', '#[derive(Snafu)]\npub enum Order {\n    One,\n}\n', 'use snafu::Snafu;', 'proven'],
  ['a derive of the workspace that makes names', struct('#[derive(mac::Twin)]'), '', 'less'],
  ['one that makes none', struct('#[derive(plain::Plain)]'), '', 'proven'],
  ['a derive of an unknown crate', struct('#[derive(strange::Thing)]'), '', 'less'],
  ['an implementation alone', struct('#[derive(serde::Serialize, strum::Display)]'), '', 'proven'],
  ['the library', struct('#[derive(Clone, Debug)]'), '', 'proven'],
])('names that a macro makes beside what moved: %s: %s', (_, item, imports, verdict) => {
  expect(said(item, imports)).toBe(verdict);
});

test('a module that re-exports all of the part has them still', () => {
  expect(said(struct('#[derive(bon::Builder)]'), '', 'pub use order::*;')).toBe('proven');
});
