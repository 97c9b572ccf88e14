import { expect, test } from 'vitest';
import { parse } from '../../../src/languages/parse.ts';
import { outlineRust } from '../../../src/languages/rust/outline.ts';

test.each([
  ['#[cfg_attr(all(), link_section = "init")]\nstatic A: u8 = 0;\n', ['R41']],
  ['#[cfg_attr(unix, unsafe(link_section = "init"))]\nstatic A: u8 = 0;\n', ['R41']],
  ['#[cfg_attr(test, test)]\nfn a() {}\n', ['R30']],
  ['#[cfg_attr(feature = "ctor", ctor::ctor)]\nfn a() {}\n', ['R41']],
  ['#[cfg_attr(miri, ignore)]\nfn a() {}\n', []],
  ['#[cfg_attr(feature = "serde", derive(Serialize))]\nstruct A;\n', []],
])('what stands in a cfg_attr counts: %j', (text, hazards) => {
  const [unit] = outlineRust(parse(text, 'rust')).units;
  expect(unit!.hazards.map(({ id }) => id)).toEqual(hazards);
});
