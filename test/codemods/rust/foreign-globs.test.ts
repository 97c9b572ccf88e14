import { expect, test } from 'vitest';
import { rustSplitModule } from '../../../codemods/rust/split-module/index.ts';
import { planFile } from '../../../src/engine/plan/plan-file.ts';
import { readManifests } from '../../../src/workspace/read-manifests.ts';
import { memoryView } from '../../helpers/memory-view.ts';
import { proveRustSyntax } from '../../helpers/prove-rust-syntax.ts';

const BODY = Array.from(
  { length: 6 },
  (_, i) => `pub fn alpha_${i}(n: u8) -> u8 {\n    match n {\n        limit => limit + ${i},\n    }\n}\n`,
).join('\n');
const OTHER = BODY.replaceAll('alpha', 'beta');

const ROWS: readonly (readonly [name: string, glob: string, isNeeded: boolean, more: Record<string, string>])[] = [
  ['of another crate', 'dep', true, {}],
  ['of the parent, which has that of another crate', 'super', true, { 'src/lib.rs': 'use dep::*;\npub mod m;\n' }],
  [
    'of a prelude of the package',
    'crate::prelude',
    true,
    { 'src/lib.rs': 'pub mod m;\nmod prelude;\n', 'src/prelude.rs': 'pub use dep::*;\n' },
  ],
  ['that is known to bring no such names', 'rayon::prelude', false, {}],
  ['of variants', 'dep::Kind', false, {}],
];

test.each(ROWS)('a glob %s', (_, glob, isNeeded, more) => {
  const view = memoryView(
    {
      'Cargo.toml': '[package]\nname = "demo"\nversion = "0.1.0"\nedition = "2021"\n[dependencies]\ndep = "1"\n',
      'src/lib.rs': 'pub mod m;\n',
      'src/m.rs': `use ${glob}::*;\n\n${BODY}\n${OTHER}`,
      ...more,
    },
    { readManifests },
  );
  const plan = planFile(view, { path: 'src/m.rs', limit: 50 });
  const made = rustSplitModule.run(view, { path: 'src/m.rs', plan, notes: false });
  if (made.status !== 'changed') throw new Error(made.status);
  const after = view.overlay(made.changeSet);
  const parts = after.files.filter(({ path }) => path.startsWith('src/m/'));
  expect(parts.length).toBeGreaterThan(0);
  for (const { path } of parts) expect(/^use .*::\*;/m.test(after.text(path))).toBe(isNeeded);
  const paths = ['src/m.rs', ...parts.map(({ path }) => path)];
  const failed = proveRustSyntax(view, after, made.changeSet, paths).filter(({ verdict }) => verdict !== 'proven');
  expect(failed).toEqual([]);
});
