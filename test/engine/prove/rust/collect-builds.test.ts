import { expect, it } from 'vitest';
import { collectBuilds } from '../../../../src/engine/prove/rust/collect-builds.ts';
import { configurationsOfMir } from '../../../../src/engine/prove/rust/member-build.ts';
import { type Build, buildConfigurations } from '../../../../src/engine/prove/rust/prove-build.ts';
import type { CargoPackage } from '../../../../src/engine/prove/rust/read-packages.ts';
import { memoryView } from '../../../helpers/memory-view.ts';

const member = {
  features: ['full', 'rare'],
  defaultFeatures: true,
  dependents: [],
  paths: ['src/lib.rs', 'src/item.rs'],
} as unknown as CargoPackage;

/** Builds of a crate some of whose commands fail, told by words in them. */
const collect = (fails: (command: string) => boolean, compiles: (command: string) => readonly string[]) =>
  collectBuilds(memoryView({ 'src/lib.rs': '', 'src/item.rs': '' }), buildConfigurations(member, true), {
    member,
    wants: [],
    without: [],
    platforms: async () => [],
    run: async ({ command }) => {
      const text = command.join(' ');
      return { command, success: !fails(text), targets: [], compiled: new Set(compiles(text)) } as unknown as Build;
    },
  });

const ALL = ['src/lib.rs', 'src/item.rs'];

it('what does not build is tried without benchmarks, then without tests', async () => {
  const builds = await collect(
    (command) => /--all-targets|--tests/.test(command),
    () => ALL,
  );
  expect([...builds].map(([name, { success }]) => `${name}: ${success}`)).toEqual([
    'lib: true',
    'all-targets: false',
    'tests: false',
    'no-default-features: true',
    'all-features: false',
    'all-features tests: false',
    'all-features lib: true',
    'clippy: false',
    'clippy tests: false',
    'clippy lib: true',
  ]);
  expect(configurationsOfMir(builds)).toContain('lib');
  expect(configurationsOfMir(builds).filter((name) => name.startsWith('clippy'))).toEqual([]);
});

it('what holds the library stands for it', async () => {
  const builds = await collect(
    (command) => command.includes('--all-targets'),
    () => ALL,
  );
  expect(builds.get('tests')!.success).toBe(true);
  expect(configurationsOfMir(builds)).not.toContain('lib');
});

it('a file behind a feature is found where the tests with that feature do not build', async () => {
  const builds = await collect(
    (command) => /--all-features|full.*--all-targets|--all-targets.*full|--tests.*full|full.*--tests/.test(command),
    (command) => (command.includes('full') ? ALL : ['src/lib.rs']),
  );
  expect([...builds.keys()].at(-1)).toBe('feature full lib');
});
