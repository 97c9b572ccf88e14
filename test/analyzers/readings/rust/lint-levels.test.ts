import { expect, test } from 'vitest';
import { type Lint, readLintLevels } from '../../../../analyzers/readings/rust/lint-levels.ts';
import { readManifests } from '../../../../src/workspace/read-manifests.ts';
import { memoryView } from '../../../helpers/memory-view.ts';

const GLOB: Lint = 'clippy::wildcard_imports';
const FILES: Lint = 'clippy::self_named_module_files';
const CARGO = '[package]\nname = "a"\nversion = "0.1.0"\nedition = "2021"\n';
const LIB = 'pub mod m;\n';

// Files beside src/m.rs, and which of the two lints are on there.
test.each<[string, Record<string, string>, Lint[]]>([
  ['nothing says so', {}, []],
  ['[lints]', { 'Cargo.toml': `${CARGO}[lints.clippy]\nwildcard_imports = "warn"\n` }, [GLOB]],
  ['a group', { 'Cargo.toml': `${CARGO}[lints.clippy]\npedantic = { level = "deny", priority = -1 }\n` }, [GLOB]],
  [
    'a group, and one of it taken back',
    {
      'Cargo.toml': `${CARGO}[lints.clippy]\nwildcard_imports = "allow"\npedantic = { level = "warn", priority = -1 }\n`,
    },
    [],
  ],
  [
    '[workspace.lints]',
    {
      'Cargo.toml': `[workspace]\n${CARGO}[lints]\nworkspace = true\n[workspace.lints.clippy]\nself_named_module_files = "warn"\n`,
    },
    [FILES],
  ],
  [
    '[workspace.lints] that nobody takes',
    { 'Cargo.toml': `[workspace]\n${CARGO}[workspace.lints.clippy]\npedantic = "warn"\n` },
    [],
  ],
  [
    'the crate',
    { 'src/lib.rs': `#![warn(clippy::pedantic)]\n#![deny(clippy::self_named_module_files)]\n${LIB}` },
    [GLOB, FILES],
  ],
  ['the crate, under a condition', { 'src/lib.rs': `#![cfg_attr(test, warn(clippy::pedantic))]\n${LIB}` }, [GLOB]],
  ['the mod line', { 'src/lib.rs': '#[warn(clippy::wildcard_imports)]\npub mod m;\n' }, [GLOB]],
  ['another mod line', { 'src/lib.rs': '#[warn(clippy::wildcard_imports)]\nmod n {}\npub mod m;\n' }, []],
  ['flags', { '.cargo/config.toml': '[build]\nrustflags = ["-W", "clippy::pedantic"]\n' }, [GLOB]],
  [
    'flags in one word',
    { '.cargo/config.toml': '[target.x]\nrustflags = "-Dclippy::pedantic -Aclippy::wildcard_imports"\n' },
    [],
  ],
  [
    'the crate, and clippy.toml against it',
    { 'src/lib.rs': `#![warn(clippy::pedantic)]\n${LIB}`, 'clippy.toml': 'allowed-wildcard-imports = ["super"]\n' },
    [],
  ],
  [
    'the crate, and the file against it',
    { 'src/lib.rs': `#![warn(clippy::pedantic)]\n${LIB}`, 'src/m.rs': '#![allow(clippy::wildcard_imports)]\n' },
    [],
  ],
])('%s', (_, files, expected) => {
  const view = memoryView(
    { 'Cargo.toml': CARGO, 'src/lib.rs': LIB, 'src/m.rs': 'fn f() {}\n', ...files },
    { readManifests },
  );
  const isOn = readLintLevels(view, 'src/m.rs');
  expect([GLOB, FILES].filter((lint) => isOn(lint))).toEqual(expected);
});
