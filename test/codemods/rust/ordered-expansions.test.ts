import { expect, test } from 'vitest';
import { planFile } from '../../../src/engine/plan/plan-file.ts';
import { readManifests } from '../../../src/workspace/read-manifests.ts';
import { memoryView } from '../../helpers/memory-view.ts';

const filler = (word: string): string =>
  Array.from(
    { length: 6 },
    (_, i) => `pub fn ${word}_${i}(n: u32) -> u32 {\n    let mut sum = n;\n    sum += ${i};\n    sum\n}\n`,
  ).join('\n');

/** The types that a plan leaves in the facade. */
function staying(derive: string): string[] {
  const files = {
    'Cargo.toml':
      '[package]\nname = "demo"\nversion = "0.1.0"\nedition = "2021"\n\n[dependencies]\ncount = "1"\nserde = "1"\n',
    'src/lib.rs': 'pub mod m;\n',
    'src/m.rs': `${derive}\npub struct First;\n\n${filler('alpha')}\n${derive}\npub struct Second;\n\n${filler('beta')}`,
  };
  const view = memoryView(files, { readManifests });
  const plan = planFile(view, { path: 'src/m.rs', limit: 50 });
  expect(plan.modules.flatMap(({ units }) => units).length).toBeGreaterThan(5);
  return plan.keep.map(({ unit }) => unit).filter((unit) => unit.startsWith('struct'));
}

test('units with macros that may count them stay where they are in order', () => {
  expect(staying('#[derive(count::Number)]')).toEqual(['struct First', 'struct Second']);
});

test('those of a crate that is known to keep nothing leave', () => {
  expect(staying('#[derive(serde::Serialize)]')).not.toEqual(['struct First', 'struct Second']);
});
