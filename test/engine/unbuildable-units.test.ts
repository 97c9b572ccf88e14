import { describe, expect, it } from 'vitest';
import { makeChangeSet } from '../../src/engine/change/make-change-set.ts';
import { planFile } from '../../src/engine/plan/plan-file.ts';
import { unbuildableUnits } from '../../src/engine/plan/unbuildable-units.ts';
import { type Host, setOnHost } from '../../src/languages/rust/platform-options.ts';
import type { View } from '../../src/workspace/view.ts';
import { memoryView } from '../helpers/memory-view.ts';

const LINUX: Host = { platform: 'linux', arch: 'x64' };
const WINDOWS: Host = { platform: 'win32', arch: 'x64' };
const MAC: Host = { platform: 'darwin', arch: 'arm64' };

const crate = {
  name: 'demo',
  dir: '',
  manifest: 'Cargo.toml',
  edition: '2021' as const,
  cargoRoot: '',
  targets: [{ kind: 'lib' as const, name: 'demo', path: 'src/lib.rs' }],
  features: ['extra'],
};
const viewOf = (text: string): View =>
  memoryView({ 'Cargo.toml': '[package]\nname = "demo"\n', 'src/lib.rs': 'pub mod disk;\n', 'src/disk.rs': text }, {
    readManifests: () => ({ crates: [crate], distributions: [], packages: [], problems: [] }),
  } as never);

const kept = (text: string, host: Host): string[] => [...unbuildableUnits(viewOf(text), 'src/disk.rs', host).keys()];

describe('units that no build of a machine compiles', () => {
  const each = (...conditions: string[]): string =>
    conditions.map((condition, i) => `#[cfg(${condition})]\npub fn f${i}() {}\n`).join('\n');

  it('are those of other platforms and of features that there are none of', () => {
    const text = each(
      'unix',
      'windows',
      'target_os = "macos"',
      'all(feature = "extra", windows)',
      'any(feature = "extra", windows)',
      'feature = "gone"',
      'not(feature = "gone")',
      'target_pointer_width = "32"',
      'loom',
      'doc',
    );
    expect(kept(text, LINUX)).toEqual(['fn f1', 'fn f2', 'fn f3', 'fn f5', 'fn f7', 'fn f9']);
    expect(kept(text, WINDOWS)).toEqual(['fn f0', 'fn f2', 'fn f5', 'fn f7', 'fn f9']);
    expect(kept(text, MAC)).toEqual(['fn f1', 'fn f3', 'fn f5', 'fn f7', 'fn f9']);
  });

  it('keep their alternatives with them', () => {
    const twins = '#[cfg(unix)]\nfn f() {}\n\nfn g() {}\n\n#[cfg(not(unix))]\nfn f() {}\n';
    expect(kept(twins, LINUX).sort()).toEqual(['fn f', 'fn f~2']);
  });

  it('say nothing of what is not known without asking rustc', () => {
    expect(setOnHost(LINUX, 'target_env = "gnu"')).toBeNull();
    expect(setOnHost(LINUX, 'target_feature = "avx2"')).toBeNull();
    expect(setOnHost({ platform: 'plan9', arch: 'x64' }, 'unix')).toBeNull();
    expect(setOnHost(LINUX, 'test')).toBeNull();
  });
});

describe('a plan', () => {
  const body = (name: string, lines: number): string =>
    `pub fn ${name}() -> u32 {\n${Array.from({ length: lines }, (_, i) => `    let ${name}${i} = ${i};\n`).join('')}    0\n}\n`;
  const text = [body('read_star', 30), body('read_moon', 30), `#[cfg(windows)]\n${body('read_sun', 30)}`].join('\n');

  it('leaves them in the facade, on each machine its own; a plan edited by hand may move them', () => {
    const view = viewOf(text);
    const plan = planFile(view, { path: 'src/disk.rs', limit: 50, host: LINUX });
    expect(plan.keep.filter(({ why }) => why.includes('R90')).map(({ unit }) => unit)).toEqual(['fn read_sun']);
    const other = planFile(view, { path: 'src/disk.rs', limit: 50, host: WINDOWS });
    expect(other.keep.filter(({ why }) => why.includes('R90'))).toEqual([]);
    const moved = { ...plan, keep: [], modules: [{ name: 'sun', units: ['fn read_sun'], why: 'by hand' }] };
    const made = makeChangeSet(view, { path: 'src/disk.rs', plan: moved, notes: false });
    expect(made.status).toBe('changed');
  });
});
