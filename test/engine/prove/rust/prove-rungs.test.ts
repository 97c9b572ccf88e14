import { expect, it } from 'vitest';
import { readManifests } from '../../../../src/workspace/read-manifests.ts';
import { memoryView } from '../../../helpers/memory-view.ts';
import { proveOnDisk } from './disk-stage.ts';

const PACKAGE = (name: string, rest: string): string =>
  `[package]\nname = "${name}"\nversion = "0.1.0"\nedition = "2021"\n${rest}`;
const POINT = `/// A place.
#[derive(Clone)]
#[repr(C)]
struct Point {
    x: u32,
}
`;
const MEASURE = 'impl Point {\n    fn measure(&self) -> u32 {\n        self.x\n    }\n}\n';
const MAIN = `fn main() {
    let point = Point { x: 1 };
    println!("{}", point.clone().measure());
}
`;
const CHECKS = '#[test]\nfn adds() {\n    assert_eq!(one() + 1, 2);\n}\n';
const HELPER = 'fn one() -> u32 {\n    1\n}\n';
const MACRO = `use proc_macro::TokenStream;

/// Makes nothing.
#[proc_macro_derive(Nothing)]
pub fn nothing(_: TokenStream) -> TokenStream {
    empty()
}

`;
const EMPTY = 'fn empty() -> TokenStream {\n    TokenStream::new()\n}\n';

const base = {
  'Cargo.toml': '[workspace]\nmembers = ["tool", "derive"]\nresolver = "2"\n',
  'tool/Cargo.toml': PACKAGE('the-tool', ''),
  'tool/src/main.rs': `${POINT}\n${MEASURE}\n${MAIN}`,
  'tool/tests/it.rs': `${HELPER}\n${CHECKS}`,
  'derive/Cargo.toml': PACKAGE('derive', '\n[lib]\nproc-macro = true\n'),
  'derive/src/lib.rs': `${MACRO}${EMPTY}`,
};
const split = {
  ...base,
  'tool/src/main.rs': `mod point;\n\nuse point::Point;\n\n${MAIN}`,
  'tool/src/point.rs': `${POINT.replace('struct', 'pub(super) struct').replace('x:', 'pub(super) x:')}
${MEASURE.replace('fn measure', 'pub(super) fn measure')}`,
  'tool/tests/it.rs': `#[path = "it/helper.rs"]\nmod helper;\n\nuse helper::one;\n\n${CHECKS}`,
  'tool/tests/it/helper.rs': `pub(super) ${HELPER}`,
  'derive/src/lib.rs': `${MACRO.replace('\n\n', '\n\nmod empty;\n\nuse empty::empty;\n\n')}`,
  'derive/src/empty.rs': `use super::*;\n\npub(super) ${EMPTY}`,
  'derive/src/lost.rs': 'fn lost() {}\n',
};

it('programs, tests and macros of several packages are proven each in its way', async () => {
  const before = memoryView(base, { readManifests });
  const { proofs } = await proveOnDisk(before, memoryView(split, { readManifests }), ['A', 'M']);
  const lines = proofs.map(({ rung, path, verdict, why }) => `${rung} ${path} ${verdict}: ${why}`);
  const interfaceOf = 'no library, program or example compiles the file in this configuration';
  expect(lines.filter((line) => line.startsWith('A'))).toEqual([
    'A derive/src/empty.rs proven: lib: 2 names with equal items and docs',
    'A derive/src/lib.rs proven: lib: 2 names with equal items and docs',
    `A derive/src/lost.rs vacuous: ${interfaceOf}`,
    'A tool/src/main.rs proven: bin the-tool: 3 names with equal items and docs',
    'A tool/src/point.rs proven: bin the-tool: 3 names with equal items and docs',
    `A tool/tests/it.rs vacuous: ${interfaceOf}`,
    `A tool/tests/it/helper.rs vacuous: ${interfaceOf}`,
  ]);
  expect(lines.filter((line) => line.startsWith('M')).map((line) => line.replace(/\d+ bodies/, 'bodies'))).toEqual([
    'M derive/src/empty.rs proven: bodies of 2 targets equal',
    'M derive/src/lib.rs proven: bodies of 2 targets equal',
    'M derive/src/lost.rs vacuous: this build does not compile the file',
    'M tool/src/main.rs proven: bodies of 3 targets equal',
    'M tool/src/point.rs proven: bodies of 3 targets equal',
    'M tool/tests/it.rs proven: bodies of 3 targets equal',
    'M tool/tests/it/helper.rs proven: bodies of 3 targets equal',
  ]);
}, 120_000);

it('a private type of a program keeps its attributes', async () => {
  const before = memoryView(base, { readManifests });
  const spoiled = { ...split, 'tool/src/point.rs': split['tool/src/point.rs'].replace('#[repr(C)]\n', '') };
  const { proofs } = await proveOnDisk(before, memoryView(spoiled, { readManifests }), ['A']);
  expect(proofs.find(({ path }) => path === 'tool/src/point.rs')).toMatchObject({
    verdict: 'failed',
    why: expect.stringContaining('bin the-tool: struct the_tool::Point differs: Point: `"attrs": []` was'),
  });
}, 120_000);

it('a module is told from the function of its name, in MIR and in the names of doctests', async () => {
  const total = (shown: string): string =>
    `/// Adds.\n///\n/// \`\`\`\n/// assert_eq!(sums::total(&[1, 2]), 3);\n/// \`\`\`\n${shown}fn total<T: Copy + std::iter::Sum>(all: &[T]) -> T {\n    all.iter().copied().sum()\n}\n`;
  const doc = '//! ```\n//! assert_eq!(sums::twice(2), 4);\n//! ```\n\n';
  const twice = 'pub fn twice(x: u32) -> u32 {\n    total(&[x, x])\n}\n';
  const manifest = {
    'Cargo.toml': PACKAGE('sums', ''),
    'tests/it.rs': '#[test]\nfn adds() {\n    assert_eq!(sums::total(&[1, 2]), 3);\n}\n',
  };
  const before = memoryView({ ...manifest, 'src/lib.rs': `${doc}${total('pub ')}\n${twice}` }, { readManifests });
  const after = memoryView(
    {
      ...manifest,
      'src/lib.rs': `${doc}mod total;\n\npub use total::total;\n\n${twice}`,
      'src/total.rs': total('pub '),
    },
    { readManifests },
  );
  const { proofs } = await proveOnDisk(before, after, ['M', 'T']);
  expect(proofs.map(({ verdict, why }) => `${verdict}: ${why}`).filter((line) => !line.startsWith('proven'))).toEqual(
    [],
  );
}, 120_000);
