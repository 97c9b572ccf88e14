import { expect, it } from 'vitest';
import type { Rung } from '../../../../src/core/evidence.ts';
import { rustProver } from '../../../../src/engine/prove/rust/rust-prover.ts';
import { readManifests } from '../../../../src/workspace/read-manifests.ts';
import { memoryView } from '../../../helpers/memory-view.ts';

const ITEM = 'pub fn juice() -> u32 {\n    1\n}\n';
const state = (split: boolean, lib: string, item = ITEM, beside: Readonly<Record<string, string>> = {}) =>
  memoryView(
    {
      'Cargo.toml': '[package]\nname = "demo"\nversion = "0.1.0"\nedition = "2021"\n',
      'src/lib.rs': `pub mod press;\n${lib}`,
      'src/press.rs': split ? 'mod juice;\n\npub use juice::juice;\n' : item,
      ...(split ? { 'src/press/juice.rs': item } : {}),
      ...beside,
    },
    { readManifests },
  );

/** What S says of the new file: its verdict, and the hazards that it leaves to M. */
async function statically(lib: string, item = ITEM, asked: readonly Rung[] = ['S'], beside = {}): Promise<string> {
  const request = {
    before: state(false, lib, item, beside),
    after: state(true, lib, item, beside),
    changeSet: null,
    paths: ['src/press.rs', 'src/press/juice.rs'],
    rungs: ['S'] as const,
    asked,
    testCommand: null,
    stage: null,
    signal: new AbortController().signal,
    onProgress: () => {},
  };
  const { proofs } = await rustProver.prove(request);
  const proof = proofs.find(({ path }) => path === 'src/press/juice.rs')!;
  if (proof.hazard) return `${proof.verdict} ${proof.hazard}`;
  return [proof.verdict, ...(proof.weakened?.match(/R\d+/g) ?? [])].join(' ');
}

const ROWS: readonly (readonly [asks: string, lib: string, told: string])[] = [
  ['nothing', 'pub fn two() -> u8 {\n    2\n}\n', 'proven'],
  ['the place of a caller', 'pub fn at() -> u32 {\n    std::panic::Location::caller().line()\n}\n', 'proven R56'],
  ['a caller by a handed function', 'pub fn at() -> u32 {\n    call(Location::caller)\n}\n', 'proven R56'],
  [
    'the place of a panic',
    'pub fn hook(info: &PanicInfo) {\n    show(info.panic, info.location());\n}\n',
    'proven R56',
  ],
  ['the name of a type', 'pub fn name<T>() -> &str {\n    std::any::type_name::<T>()\n}\n', 'proven R55'],
  ['an import alone', 'use std::any::type_name;\n', 'proven'],
];

it.each(ROWS)('a static proof leaves what is asked of places to M: %s', async (_, lib, told) => {
  expect(await statically(lib)).toBe(told);
});

const MOVED: readonly (readonly [what: string, line: string, told: string])[] = [
  ['an attribute', '#[dep::traced]\n', 'proven R94 R57'],
  ['a conditional attribute', '#[cfg_attr(all(), dep::traced)]\n', 'proven R94 R57'],
  ['an attribute beside a lint', '#[allow(dead_code)]\n#[dep::traced]\n', 'proven R94 R57'],
  ['an attribute of a crate that is known', '#[tracing::instrument]\n', 'proven'],
];

const ASKING: readonly (readonly [what: string, item: string, told: string])[] = [
  [
    'the name of a type',
    "pub struct Juice;\n\npub fn juice() -> &'static str {\n    std::any::type_name::<Juice>()\n}\n",
    'proven R55',
  ],
  ['the place of a caller', 'pub fn juice() -> u32 {\n    std::panic::Location::caller().line()\n}\n', 'proven R56'],
];

it.each(ASKING)('what moved and asks itself is named, and left to M: %s', async (_, item, told) => {
  expect(await statically('', item)).toBe(told);
});

it.each(MOVED)('what a macro of another crate makes of its place is left to M: %s', async (_, line, told) => {
  expect(await statically('', `${line}${ITEM}`)).toBe(told);
});

it('leaves nothing open where M is asked in a later phase', async () => {
  const lib = 'pub fn name<T>() -> &str {\n    std::any::type_name::<T>()\n}\n';
  expect(await statically(lib, ITEM, ['S', 'B', 'M'])).toBe('proven');
});

it.each([
  ['lines', '', 'pub fn juice() -> u32 {\n    line!()\n}\n', 'proven R42'],
  ['a backtrace', 'pub fn who() {\n    std::backtrace::Backtrace::force_capture();\n}\n', ITEM, 'proven R56'],
  ['a backtrace that is only named', 'use std::backtrace::Backtrace;\n', ITEM, 'proven'],
] as const)('what no rung compares is said whatever is asked for: %s', async (_, lib, item, told) => {
  expect(await statically(lib, item)).toBe(told);
  expect(await statically(lib, item, ['S', 'B', 'A', 'M'])).toBe(told);
});

it('says that line numbers which a macro of the workspace gives are not compared', async () => {
  const macro = 'pub fn at(span: Span) -> usize {\n    span.start().line()\n}\n';
  const beside = {
    'Cargo.toml':
      '[package]\nname = "demo"\nversion = "0.1.0"\nedition = "2021"\n\n[dependencies]\nmac = { path = "mac" }\n',
    'mac/Cargo.toml': '[package]\nname = "mac"\nversion = "0.1.0"\nedition = "2021"\n\n[lib]\nproc-macro = true\n',
    'mac/src/lib.rs': macro,
  };
  const item = 'pub fn juice() -> u32 {\n    mac::ticket!()\n}\n';
  expect(await statically('', item, ['S', 'M'], beside)).toBe('proven R42');
  expect(await statically('', item, ['S', 'M'], { ...beside, 'mac/src/lib.rs': 'pub fn at() {}\n' })).toBe('proven');
});

const EYRE =
  '[package]\nname = "demo"\nversion = "0.1.0"\nedition = "2021"\n\n[dependencies]\ncolor-eyre = "0.6"\neyre = "0.6"\n';

it.each([
  ['makes a report', 'pub fn juice() -> eyre::Result<u32> {\n    eyre::bail!("no")\n}\n', EYRE, 'proven R56'],
  [
    'hands an error on',
    'pub fn juice(text: &str) -> eyre::Result<u32> {\n    Ok(text.parse()?)\n}\n',
    EYRE,
    'proven R56',
  ],
  ['makes none', ITEM, EYRE, 'proven'],
  [
    'hands another error on',
    'pub fn juice(text: &str) -> Result<u32, E> {\n    Ok(text.parse()?)\n}\n',
    null,
    'proven',
  ],
])('a part that %s of eyre, which keeps its place', async (_, item, manifest, told) => {
  expect(await statically('', item, ['S'], manifest === null ? {} : { 'Cargo.toml': manifest })).toBe(told);
});
