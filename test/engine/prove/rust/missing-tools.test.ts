import { expect, it } from 'vitest';
import { failureReason } from '../../../../src/engine/prove/rust/failure-reason.ts';
import { missingTools } from '../../../../src/engine/prove/rust/missing-tools.ts';
import type { CargoPackage } from '../../../../src/engine/prove/rust/read-packages.ts';
import { memoryView } from '../../../helpers/memory-view.ts';

const member = { folder: 'crates/a', paths: ['crates/a/src/m.rs'] } as unknown as CargoPackage;
const missing = (files: Readonly<Record<string, string>>, tools: readonly string[] = []): string[] =>
  missingTools(memoryView(files), member, tools).map(({ configuration, verdict }) => `${configuration} ${verdict}`);

it('tools that the project configures and that are not there are told, others are not', () => {
  expect(missing({ 'clippy.toml': '', 'crates/a/.rustfmt.toml': '' })).toEqual(['clippy not-run', 'rustfmt not-run']);
  expect(missing({ 'clippy.toml': '', 'rustfmt.toml': '' }, ['clippy 0.1', 'rustfmt 1'])).toEqual([]);
  expect(missing({ 'Cargo.toml': '[workspace.lints.clippy]\npedantic = "warn"\n' })).toEqual(['clippy not-run']);
  expect(missing({ 'crates/a/Cargo.toml': '[lints.clippy]\nall = "warn"\n' })).toEqual(['clippy not-run']);
  expect(missing({ 'crates/b/clippy.toml': '', 'Cargo.toml': '[lints.rust]\n', 'crates/a/Cargo.toml': '[[[' })).toEqual(
    [],
  );
});

const message = (manifest: string, level: string, text: string) => ({
  manifest,
  target: 'lib',
  message: { code: null, level, message: text, rendered: null, spans: [], children: [] },
});

it("a run that failed says the tool's own last word", () => {
  const own = message('/s/Cargo.toml', 'error', 'cannot find `x`');
  const dep = message('/reg/dep-1.0.0/Cargo.toml', 'error', 'no method `y`');
  expect(failureReason([dep, own], [own], 'error: could not compile')).toBe('cannot find `x`');
  expect(failureReason([dep], [], 'error: could not compile `dep`')).toBe('dep-1.0.0: no method `y`');
  const panicked = `error: failed to run custom build command for \`a v0.1.0\`

Caused by:
  process didn't exit successfully: \`/b\` (exit status: 101)
  --- stderr

  thread 'main' panicked at build.rs:1:13:
  no such library: z
  note: run with \`RUST_BACKTRACE=1\``;
  expect(failureReason([], [], panicked)).toBe(
    'error: failed to run custom build command for `a v0.1.0`: no such library: z',
  );
  const caused = 'error: failed to parse manifest at `/x/Cargo.toml`\n\nCaused by:\n  no targets specified\n';
  expect(failureReason([], [], caused)).toBe(
    'error: failed to parse manifest at `/x/Cargo.toml`: no targets specified',
  );
  expect(failureReason([], [], '    Blocking waiting\nerror: no such package')).toBe('error: no such package');
  expect(failureReason([], [], '')).toBe('');
});
