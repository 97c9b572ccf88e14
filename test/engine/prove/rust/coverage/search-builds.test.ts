import { expect, it } from 'vitest';
import { collectBuilds } from '../../../../../src/engine/prove/rust/collect-builds.ts';
import { environmentOf } from '../../../../../src/engine/prove/rust/coverage/cfg-environment.ts';
import { type FeatureTable, featuresOf } from '../../../../../src/engine/prove/rust/coverage/features.ts';
import type { TargetCfg } from '../../../../../src/engine/prove/rust/coverage/target-cfg.ts';
import { unstableAway } from '../../../../../src/engine/prove/rust/coverage/unstable-features.ts';
import { wantsOf } from '../../../../../src/engine/prove/rust/coverage/wants.ts';
import {
  type Build,
  type BuildConfiguration,
  buildConfigurations,
} from '../../../../../src/engine/prove/rust/prove-build.ts';
import type { CargoPackage } from '../../../../../src/engine/prove/rust/read-packages.ts';
import { readManifests } from '../../../../../src/workspace/read-manifests.ts';
import { memoryView } from '../../../../helpers/memory-view.ts';

const MANIFEST = '[package]\nname = "a"\nversion = "1.0.0"\nedition = "2021"\n';
const HOST: TargetCfg = { triple: null, options: new Set(['unix', 'target_os="linux"']), complete: true };
const WINDOWS: TargetCfg = { triple: 'x86_64-pc-windows-gnu', options: new Set(['windows']), complete: true };

interface Crate {
  readonly table: FeatureTable;
  readonly before: string;
  readonly after?: Readonly<Record<string, string>>;
  /** Whether a set of features does not build. */
  readonly fails: (features: ReadonlySet<string>, command: string) => boolean;
  readonly platforms?: readonly TargetCfg[];
}

/** The builds beyond the usual ones, those that failed with a mark, and how often cargo was asked for one. */
async function searched({ table, before, after = {}, fails, platforms = [] }: Crate) {
  const features = Object.keys(table).filter((name) => name !== 'default');
  const paths = ['src/lib.rs', ...Object.keys(after)];
  const member = {
    features,
    featureTable: table,
    defaultFeatures: (table.default ?? []).length > 0,
    dependents: [],
    paths,
    spec: 'a@1.0.0',
  };
  const asked: string[] = [];
  const run = async ({ command, target = HOST }: BuildConfiguration): Promise<Build> => {
    const text = command.join(' ');
    asked.push(text);
    const named = /--features (\S+)/.exec(text)?.[1]?.split(',') ?? [];
    const choice = { defaults: !text.includes('--no-default-features'), features: named };
    const set = text.includes('--all-features') ? new Set(Object.keys(table)) : featuresOf(table, choice);
    const debugAssertions = !text.includes('debug-assertions=false');
    const of = (test: boolean) => ({
      label: test ? 'lib with tests' : 'lib',
      own: true,
      files: new Set(['src/lib.rs']),
      isSet: environmentOf(
        { features: set, test, debugAssertions, procMacro: false, clippy: false, script: [] },
        target,
      ),
    });
    const targets = text.includes('--all-targets') ? [of(false), of(true)] : [of(false)];
    return { command, success: !fails(set, text), targets, compiled: new Set(['src/lib.rs']) } as unknown as Build;
  };
  const was = memoryView({ 'Cargo.toml': MANIFEST, 'src/lib.rs': before }, { readManifests });
  const is = memoryView({ 'src/lib.rs': before, ...after });
  const usual = buildConfigurations(member as unknown as CargoPackage, false);
  const builds = await collectBuilds(was, usual, {
    member: member as unknown as CargoPackage,
    wants: wantsOf(was, is, paths),
    without: unstableAway(was, paths),
    platforms: async () => platforms,
    run,
  });
  const names = new Set(usual.flatMap(({ name }) => [name, 'tests', `${name} tests`, `${name} lib`]));
  const found = [...builds].filter(([name]) => !names.has(name));
  return { builds: found.map(([name, { success }]) => (success ? name : `${name}: fails`)), asked };
}

const allFails = (_: ReadonlySet<string>, command: string): boolean => command.includes('--all-features');
const gated = (...features: string[]): string =>
  features.map((feature) => `#[cfg(feature = "${feature}")]\npub fn ${feature}() {}\n`).join('\n');

it('nothing is added where the usual builds have it all', async () => {
  const { builds } = await searched({ table: { a: [], b: [] }, before: gated('a', 'b'), fails: () => false });
  expect(builds).toEqual([]);
});

it('where all features do not build, those that the files name are tried at once', async () => {
  const table = { a: [], b: [], other: [] };
  const { builds } = await searched({ table, before: gated('a', 'b'), fails: allFails });
  expect(builds).toEqual(['features a,b']);
});

it('features that exclude one another, or do not build here, are told apart by halves', async () => {
  const table = { a: [], b: [], c: [], nightly: [] };
  const { builds, asked } = await searched({
    table,
    before: gated('a', 'b', 'c', 'nightly'),
    fails: (set) => set.has('nightly') || (set.has('a') && set.has('b')),
  });
  expect(builds).toEqual(['feature a', 'feature b', 'feature c', 'feature nightly: fails']);
  expect(asked.length).toBeLessThanOrEqual(22);
});

it('features that ask for another toolchain come last', async () => {
  const nightly = ['n1', 'n2', 'n3'];
  const plain = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
  const table = { ...Object.fromEntries([...nightly, ...plain].map((name) => [name, []])), both: ['n1', 'a'] };
  const asks =
    '#![cfg_attr(feature = "n1", feature(x))]\n#![cfg_attr(any(feature = "n2", feature = "n3"), feature(y), allow(z))]\n';
  const fails = (set: ReadonlySet<string>): boolean => nightly.some((name) => set.has(name));
  const { builds } = await searched({
    table,
    before: `${asks}${gated('n1', 'a', 'n2', ...plain.slice(1), 'n3')}`,
    fails,
  });
  expect(builds[0]).toBe(`features ${plain.join()}`);
  expect(builds).toContain('feature n1: fails');
});

it('a file that is new is searched for', async () => {
  const after = { 'src/lib.rs': '#[cfg(feature = "extra")]\nmod part;\n', 'src/part.rs': 'pub fn f() {}\n' };
  const { builds } = await searched({ table: { extra: [] }, before: '', after, fails: allFails });
  expect(builds).toEqual(['feature extra']);
});

it('what only stands without a default feature is built without that one alone', async () => {
  const { builds } = await searched({
    table: { default: ['std', 'fast'], std: [], fast: [] },
    before: '#[cfg(all(not(feature = "std"), feature = "fast"))]\nfn f() {}\n',
    fails: () => false,
  });
  expect(builds).toEqual(['no-default-features, feature fast']);
});

it('what an attribute, a field or a statement waits for is built too, and what is there without it', async () => {
  const { builds } = await searched({
    table: { serde: [] },
    before:
      '#[cfg_attr(feature = "serde", derive(S))]\nstruct S;\nfn f() {\n    #[cfg(not(debug_assertions))]\n    g();\n}\n',
    fails: allFails,
  });
  expect(builds).toEqual(['feature serde', 'no-debug-assertions']);
  const { asked } = await searched({ table: {}, before: '#[cfg(debug_assertions)]\nfn f() {}\n', fails: () => false });
  expect(asked.at(-1)).toContain('profile.dev.package."a@1.0.0".debug-assertions=false');
});

it('code of another platform is checked where its target is installed, and only then', async () => {
  const crate = { table: {}, before: '#[cfg(windows)]\nfn f() {}\n#[cfg(unix)]\nfn g() {}\n', fails: () => false };
  expect((await searched(crate)).builds).toEqual([]);
  const { builds, asked } = await searched({ ...crate, platforms: [WINDOWS] });
  expect(builds).toEqual(['target x86_64-pc-windows-gnu']);
  expect(asked.at(-1)).toContain('--target x86_64-pc-windows-gnu');
});

it('the search has an end', async () => {
  const names = Array.from({ length: 40 }, (_, i) => `f${i}`);
  const table = Object.fromEntries(names.map((name) => [name, []]));
  const { asked } = await searched({ table, before: gated(...names), fails: (set) => set.size > 0 });
  expect(asked.length).toBeLessThan(40);
});
