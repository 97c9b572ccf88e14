import { expect, test } from 'vitest';
import { rustSplitModule } from '../../../codemods/rust/split-module/index.ts';
import { planFile } from '../../../src/engine/plan/plan-file.ts';
import { readManifests } from '../../../src/workspace/read-manifests.ts';
import { memoryView } from '../../helpers/memory-view.ts';

const filler = (word: string): string =>
  Array.from(
    { length: 6 },
    (_, i) => `pub fn ${word}_${i}(n: u32) -> u32 {\n    let mut sum = n;\n    sum += ${i};\n    sum\n}\n`,
  ).join('\n');
const MACRO = (by: number): string => `macro_rules! scale {\n    ($x:expr) => {\n        $x * ${by}\n    };\n}\n`;

const ROWS: readonly (readonly [name: string, stays: readonly string[], text: string])[] = [
  ['the path of the module', ['fn place'], "pub fn place() -> &'static str {\n    module_path!()\n}\n"],
  ['the file', ['fn place'], 'pub fn place() -> &\'static str {\n    concat!(file!(), ":")\n}\n'],
  ['a section of the object file', ['static FIRST'], '#[link_section = ".init"]\npub static FIRST: u8 = 1;\n'],
  [
    'a method that says where it stands',
    ['impl Place::module'],
    "pub struct Place;\n\nimpl Place {\n    pub fn module(&self) -> &'static str {\n        module_path!()\n    }\n\n    pub fn other(&self) -> u8 {\n        1\n    }\n}\n",
  ],
  [
    'macros that are defined twice',
    ['fn early', 'fn late'],
    `${MACRO(2)}\npub fn early(n: u32) -> u32 {\n    scale!(n)\n}\n\n${MACRO(3)}\npub fn late(n: u32) -> u32 {\n    scale!(n)\n}\n`,
  ],
];

test.each(ROWS)('%s: its plan is none that the split refuses', (_, stays, text) => {
  const files = {
    'Cargo.toml': '[package]\nname = "demo"\nversion = "0.1.0"\nedition = "2021"\n',
    'src/lib.rs': 'pub mod m;\n',
    'src/m.rs': `${filler('alpha')}\n${text}\n${filler('beta')}`,
  };
  const view = memoryView(files, { readManifests });
  const plan = planFile(view, { path: 'src/m.rs', limit: 50 });
  const moved = plan.modules.flatMap(({ units }) => units);
  expect(moved.length).toBeGreaterThan(5);
  expect(stays.filter((unit) => moved.includes(unit))).toEqual([]);
  const made = rustSplitModule.run(view, { path: 'src/m.rs', plan, notes: false });
  expect(made.status === 'refused' ? made.refusals : []).toEqual([]);
});
