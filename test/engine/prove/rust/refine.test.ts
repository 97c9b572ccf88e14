import { expect, it } from 'vitest';
import { rustSplitModule } from '../../../../codemods/rust/split-module/index.ts';
import type { ChangeSet } from '../../../../src/core/change-set.ts';
import { conservation } from '../../../../src/core/conservation.ts';
import type { Diagnostic } from '../../../../src/core/evidence.ts';
import { readManifests } from '../../../../src/workspace/read-manifests.ts';
import { handPlan } from '../../../codemods/rust/split-cases.ts';
import { memoryView } from '../../../helpers/memory-view.ts';
import { proveOnDisk } from './disk-stage.ts';

const MANIFEST = '[package]\nname = "sample"\nversion = "0.1.0"\nedition = "2021"\n';
// Outside of its part only the tests read `hidden`.
const BASE = `pub fn run(first_argument: u32, second_argument: u32, third_argument: u32, fourth: u32) -> u32 {
    first_argument + second_argument + third_argument + fourth
}

fn hidden() -> u32 {
    1
}

pub struct Point {
    pub x: u32,
}

impl Point {
    fn peek(&self) -> u32 {
        self.x
    }

    pub fn sum(&self) -> u32 {
        self.peek() + hidden()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums() {
        assert_eq!(Point { x: 1 }.sum() + hidden(), 3);
        assert_eq!(run(1, 2, 3, 4), 10);
    }
}
`;

/** Rounds of proof and refinement, as the flow makes them; [what each round's diagnostics said]. */
async function rounds(
  view: ReturnType<typeof memoryView>,
  made: ChangeSet,
): Promise<{ changeSet: ChangeSet; said: string[][] }> {
  let changeSet = made;
  const said: string[][] = [];
  for (let i = 0; i < 5; i++) {
    const { diagnostics } = await proveOnDisk(view, view.overlay(changeSet), ['B'], { changeSet });
    said.push(diagnostics.map(({ code }) => code ?? ''));
    const refined = rustSplitModule.refine!(view, changeSet, diagnostics);
    if (refined.status === 'refused') throw new Error('refused');
    if (JSON.stringify(refined.changeSet) === JSON.stringify(changeSet)) break;
    changeSet = refined.changeSet;
  }
  return { changeSet, said };
}

it('layout, unneeded imports and missing audiences are mended by what the tools say', async () => {
  const view = memoryView({ 'Cargo.toml': MANIFEST, 'src/lib.rs': BASE }, { readManifests });
  const plan = handPlan(view, 'src/lib.rs', {
    point: ['struct Point', 'impl Point', 'fn hidden'],
    tests: ['mod tests'],
  });
  const result = rustSplitModule.run(view, { path: 'src/lib.rs', plan, notes: false });
  if (result.status !== 'changed') throw new Error('refused');
  // A re-export without its \`cfg\`, an import too many, an audience too narrow: what a heuristic may get wrong.
  const spoiled: ChangeSet = JSON.parse(
    JSON.stringify(result.changeSet)
      .replace('#[cfg(test)]\\nuse point::hidden;', 'use point::hidden;')
      .replace('pub(super) ', ''),
  );
  const { changeSet, said } = await rounds(view, spoiled);
  const after = view.overlay(changeSet);
  expect(said.at(-1)).toEqual([]);
  expect(conservation(changeSet, view.text)).toEqual([]);
  expect(after.text('src/lib.rs')).toContain('#[cfg(test)]\nuse point::hidden;\npub use point::Point;\n');
  expect(after.text('src/point.rs')).toMatch(/^pub\(super\) fn hidden|\npub\(super\) fn hidden/);
}, 180_000);

it('what is not understood is left alone', () => {
  const view = memoryView({ 'Cargo.toml': MANIFEST, 'src/lib.rs': BASE }, { readManifests });
  const plan = handPlan(view, 'src/lib.rs', { point: ['struct Point', 'impl Point', 'fn hidden'] });
  const result = rustSplitModule.run(view, { path: 'src/lib.rs', plan, notes: false });
  if (result.status !== 'changed') throw new Error('refused');
  const strange: Diagnostic[] = ['E0308', 'E0499', 'unused_imports'].map((code) => ({
    path: 'src/lib.rs',
    start: BASE.length,
    end: BASE.length,
    level: 'error',
    code,
    message: 'mismatched types',
    suggestions: [],
  }));
  expect(rustSplitModule.refine!(view, result.changeSet, strange)).toMatchObject({ changeSet: result.changeSet });
});

it('an unused `self` of a list leaves the other names of the list alone', async () => {
  const view = memoryView(
    {
      'Cargo.toml': MANIFEST,
      'src/lib.rs': 'pub mod error;\npub mod m;\n',
      'src/error.rs': 'pub type Result<T> = std::result::Result<T, ()>;\npub fn none() {}\n',
      'src/m.rs':
        'use crate::error::{self, Result};\n\npub fn one() -> Result<u8> {\n    error::none();\n    Ok(1)\n}\n\npub fn two() -> Result<u8> {\n    Ok(2)\n}\n',
    },
    { readManifests },
  );
  const plan = handPlan(view, 'src/m.rs', { second: ['fn two'] });
  const result = rustSplitModule.run(view, { path: 'src/m.rs', plan, notes: false });
  if (result.status !== 'changed') throw new Error('refused');
  const spoiled: ChangeSet = JSON.parse(
    JSON.stringify(result.changeSet).replace('use crate::error::Result;', 'use crate::error::{self, Result};'),
  );
  expect(spoiled).not.toEqual(result.changeSet);
  const { changeSet, said } = await rounds(view, spoiled);
  expect(said).toEqual([['unused_imports'], []]);
  expect(view.overlay(changeSet).text('src/m/second.rs')).toMatch(/^use crate::error::Result;\n/);
}, 180_000);
