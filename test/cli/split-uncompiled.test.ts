import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runOmni } from '../helpers/run-omni.ts';
import { tempWorkspace } from '../helpers/temp-workspace.ts';

const MANIFEST = `[package]
name = "gated"
version = "0.1.0"
edition = "2021"

[features]
extra = []
nightly = []
`;

const shape = (name: string, gate: string): string => {
  const cfg = gate === '' ? '' : `#[cfg(${gate})]\n`;
  const methods = ['size', 'twice', 'thrice'].map(
    (method, i) => `    /// A number.\n    pub fn ${method}(&self) -> u32 {\n        self.size * ${i + 1}\n    }\n`,
  );
  return `/// A ${name}.\n${cfg}pub struct ${name} {\n    size: u32,\n}\n\n${cfg}impl ${name} {\n${methods.join('\n')}}\n`;
};

const FILES = {
  'Cargo.toml': MANIFEST,
  '.gitignore': 'target\n',
  'src/lib.rs': '//! Demo.\n#![cfg_attr(feature = "nightly", feature(never_type))]\n\npub mod shape;\n',
  'src/shape.rs': [
    '//! Shapes.\n',
    shape('Circle', ''),
    shape('Star', 'feature = "extra"'),
    shape('Moon', 'feature = "nightly"'),
  ].join('\n'),
};

// `nightly` does not build on a stable toolchain, so nothing can show a module that waits for it.
it('leaves what no build compiles in the facade, and proves the rest', async () => {
  const root = tempWorkspace(FILES);
  const { exitCode, stdout } = await runOmni(root, ['split', 'src/shape.rs', '--limit', '40', '--json']);
  const split = JSON.parse(stdout);
  expect(split.outcome).toBe('proven');
  expect(exitCode).toBe(0);
  const facade = readFileSync(join(root, 'src/shape.rs'), 'utf8');
  expect(facade).toContain('pub struct Moon');
  expect(facade).not.toContain('pub struct Star');
  const keep = split.plans[0].keep.filter(({ why }: { why: string }) => why.includes('R90'));
  expect(keep.map(({ unit }: { unit: string }) => unit)).toEqual(['struct Moon', 'impl Moon']);
  expect(
    split.evidence.coverage.filter(({ configurations }: { configurations: string[] }) => configurations.length === 0),
  ).toEqual([]);
}, 180_000);
