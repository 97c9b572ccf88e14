import { expect, it } from 'vitest';
import { memoryView } from '../../../../helpers/memory-view.ts';
import { proveOnDisk } from '../disk-stage.ts';

const MANIFEST =
  '[package]\nname = "sample"\nversion = "0.1.0"\nedition = "2021"\n\n[features]\nextra = []\nnightly = []\n';
const FILES = {
  'Cargo.toml': MANIFEST,
  '.cargo/config.toml': '[build]\nrustflags = ["--cfg", "tuned", "--check-cfg", "cfg(tuned, loom)"]\n',
  'build.rs':
    'fn main() {\n    println!("cargo::rustc-check-cfg=cfg(has_word, level, values(\\"2\\", \\"3\\"))");\n    println!("cargo::rustc-cfg=has_word");\n    println!("cargo::rustc-cfg=level=\\"2\\"");\n}\n',
};
const LIB = '#![cfg_attr(feature = "nightly", feature(never_type))]\n';

/** Each condition with the name of a function under it. */
const CONDITIONS: readonly (readonly [name: string, condition: string])[] = [
  ['on_unix', 'unix'],
  ['on_windows', 'windows'],
  ['extra', 'feature = "extra"'],
  ['plain', 'not(feature = "extra")'],
  ['nightly', 'feature = "nightly"'],
  ['word', 'has_word'],
  ['two', 'level = "2"'],
  ['three', 'level = "3"'],
  ['tuned', 'tuned'],
  ['loom', 'loom'],
  ['no_loom', 'not(loom)'],
  ['released', 'not(debug_assertions)'],
  ['tested', 'test'],
  ['documented', 'doc'],
  ['both', 'all(windows, feature = "extra")'],
];

const PART = CONDITIONS.map(([name, condition]) => `#[cfg(${condition})]\npub fn ${name}() {}\n`).join('\n');
const STAYS = '#[cfg(windows)]\npub fn stays() {}\n';
const PARTLY = `pub fn always() {
    #[cfg(windows)]
    {
        nothing();
    }
}
`;

it('tells of each moved unit which builds compiled it, and of a file nothing of which was', async () => {
  const before = memoryView({ ...FILES, 'src/lib.rs': `${LIB}${STAYS}\n${PART}\n${PARTLY}` });
  const after = memoryView({
    ...FILES,
    'src/lib.rs': `${LIB}mod idle;\nmod part;\npub use part::*;\n\n${STAYS}`,
    'src/part.rs': `${PART}\n${PARTLY}`,
    'src/idle.rs': '#![cfg(windows)]\n\npub fn idle() {}\n',
  });
  const { proofs, coverage = [] } = await proveOnDisk(before, after, ['B']);
  const of = (unit: string) => coverage.filter((one) => one.unit === `fn ${unit}`);
  const uncompiled = CONDITIONS.map(([name]) => name).filter((name) => of(name)[0]!.configurations.length === 0);
  expect(uncompiled).toEqual(['on_windows', 'nightly', 'documented', 'both']);
  expect(of('loom')[0]!.configurations).toEqual(['cfg level="3",loom']);
  expect(of('released')[0]!.configurations).toEqual(['no-debug-assertions']);
  expect(of('extra')[0]!.configurations).toEqual(['feature extra']);
  expect(of('both')[0]!.condition).toBe('cfg(all(windows, feature = "extra"))');
  expect(of('always')).toMatchObject([{ condition: null }]);
  expect(of('always')[0]!.configurations).toContain('lib');
  expect(of('idle')).toMatchObject([{ condition: 'cfg(windows)', configurations: [] }]);
  const verdicts = (path: string) =>
    new Set(proofs.filter((one) => one.path === path && one.configuration !== 'rustfmt').map(({ verdict }) => verdict));
  expect(verdicts('src/idle.rs')).toEqual(new Set(['vacuous', 'not-run']));
  expect(verdicts('src/part.rs')).toContain('proven');
  expect(proofs.some(({ verdict }) => verdict === 'failed')).toBe(false);
  // A unit that is there counts as compiled; the part that is not is told beside, and so is what stays.
  const beside = proofs.filter(({ configuration }) => configuration === 'uncompiled');
  expect(beside.map(({ path, verdict }) => `${path} ${verdict}`)).toEqual([
    'src/lib.rs vacuous',
    'src/part.rs vacuous',
  ]);
}, 180_000);

it('compares what computes differently only in a build that nobody makes', async () => {
  const manifest =
    '[package]\nname = "sample"\nversion = "0.1.0"\nedition = "2021"\n\n[lints.rust]\nunexpected_cfgs = "allow"\n';
  const body = (loom: number, released: number): string =>
    `pub fn f() -> u32 {\n    #[cfg(loom)]\n    let x = ${loom};\n    #[cfg(all(not(loom), debug_assertions))]\n    let x = 3;\n    #[cfg(all(not(loom), not(debug_assertions)))]\n    let x = ${released};\n    x\n}\n`;
  const gated = '\n#[cfg(loom)]\npub fn g() {}\n\n#[cfg(not(debug_assertions))]\npub fn h() {}\n';
  const before = memoryView({ 'Cargo.toml': manifest, 'src/lib.rs': `${body(1, 4)}${gated}` });
  const failing = async (part: string): Promise<string[]> => {
    const after = memoryView({
      'Cargo.toml': manifest,
      'src/lib.rs': `mod part;\npub use part::f;\n${gated}`,
      'src/part.rs': part,
    });
    const { proofs } = await proveOnDisk(before, after, ['M']);
    return [...new Set(proofs.flatMap(({ verdict, configuration }) => (verdict === 'failed' ? [configuration] : [])))];
  };
  expect(await failing(body(1, 4))).toEqual([]);
  expect(await failing(body(2, 4))).toEqual(['cfg loom']);
  expect(await failing(body(1, 5))).toEqual(['no-debug-assertions']);
}, 180_000);
