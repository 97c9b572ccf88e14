import { describe, expect, it } from 'vitest';
import { memoryView } from '../../../helpers/memory-view.ts';
import { proveOnDisk } from './disk-stage.ts';

const MANIFEST =
  '[package]\nname = "sample"\nversion = "0.1.0"\nedition = "2021"\n\n[features]\ndefault = ["extra"]\nextra = []\n';
const BASE = `//! Sample.

fn helper() -> u32 {
    2
}

/// Doubles.
///
/// \`\`\`
/// assert_eq!(sample::double(2), 4);
/// \`\`\`
pub fn double(x: u32) -> u32 {
    x * helper()
}

#[cfg(feature = "extra")]
pub fn extra() {}

fn never() {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn doubles() {
        assert_eq!(double(2), 4);
    }
}
`;
const before = memoryView({ 'Cargo.toml': MANIFEST, 'src/lib.rs': BASE });
const double = BASE.slice(BASE.indexOf('/// Doubles'), BASE.indexOf('#[cfg(feature'));
const facade = BASE.replace(double, '');

describe('a split that is right', () => {
  it('is proven by builds and tests in each configuration that compiles the file', async () => {
    const after = memoryView({
      'Cargo.toml': MANIFEST,
      'src/lib.rs': facade.replace('fn helper', 'mod math;\n\npub use math::double;\n\nfn helper'),
      'src/math.rs': `use super::*;\n\n${double.trimEnd()}\n`,
    });
    const { proofs, tools, commands } = await proveOnDisk(before, after, ['B', 'T']);
    const table = proofs.map(({ rung, path, configuration, verdict }) => `${rung} ${path} ${configuration} ${verdict}`);
    expect(table).toEqual([
      'B src/lib.rs rustfmt proven',
      'B src/math.rs rustfmt proven',
      ...['lib', 'all-targets', 'no-default-features', 'all-features', 'clippy'].flatMap((configuration) => [
        `B src/lib.rs ${configuration} proven`,
        `B src/math.rs ${configuration} proven`,
      ]),
      'T src/lib.rs cargo test proven',
      'T src/math.rs cargo test proven',
    ]);
    expect(proofs.at(-1)?.why).toBe('2 tests with equal ids and outcomes');
    expect(tools.map((tool) => tool.split(' ')[0])).toEqual(['rustc', 'cargo', 'clippy', 'rustfmt']);
    expect(commands.every(({ cwd }) => !cwd.startsWith('/'))).toBe(true);
  }, 120_000);
});

describe('a split that is wrong', () => {
  it('names the new warning, and hands over its suggestion with offsets into the new file', async () => {
    const text = `// é\nuse std::fmt;\n\n${double.trimEnd().replace('helper()', '2')}\n`;
    const after = memoryView({
      'Cargo.toml': MANIFEST,
      'src/lib.rs': facade
        .replace('fn helper', 'mod math;\npub use math::double;\nfn helper')
        .replace('fn helper', 'pub fn helper'),
      'src/math.rs': text,
    });
    const { proofs, diagnostics } = await proveOnDisk(before, after, ['B']);
    expect(proofs.find(({ configuration }) => configuration === 'lib')).toMatchObject({
      verdict: 'failed',
      why: 'new lib: warning[unused_imports]: unused import: `std::fmt` at src/math.rs:2',
    });
    expect(diagnostics).toHaveLength(1);
    const [suggestion] = diagnostics[0]!.suggestions;
    expect(text.slice(suggestion!.start, suggestion!.end)).toBe('use std::fmt;\n');
  }, 120_000);

  it('takes no import for one of tests where a build of tests compiles nothing else', async () => {
    const bench = '#![feature(test)]\nfn main() {}\n';
    const text = `use std::fmt;\n\n${double.trimEnd().replace('helper()', '2')}\n`;
    const base = { 'Cargo.toml': MANIFEST, 'benches/slow.rs': bench };
    const split = facade.replace('fn helper', 'mod math;\npub use math::double;\nfn helper');
    const { proofs, diagnostics } = await proveOnDisk(
      memoryView({ ...base, 'src/lib.rs': BASE }),
      memoryView({ ...base, 'src/lib.rs': split, 'src/math.rs': text }),
      ['B'],
    );
    expect(proofs.find(({ configuration }) => configuration === 'all-targets')?.verdict).toBe('not-run');
    const unused = diagnostics.filter(({ path, code }) => path === 'src/math.rs' && code === 'unused_imports');
    expect(unused.map(({ message }) => message)).toEqual(['unused import: `std::fmt`']);
  }, 120_000);

  it('waits with its builds until the layout is as rustfmt writes it, and says how that is', async () => {
    const odd = memoryView({ 'Cargo.toml': MANIFEST, 'src/lib.rs': BASE.replace('fn helper()', 'fn  helper()') });
    const { proofs, diagnostics } = await proveOnDisk(before, odd, ['B']);
    expect(proofs.map(({ configuration, verdict }) => `${configuration} ${verdict}`)).toEqual(['rustfmt failed']);
    expect(diagnostics.map(({ code, suggestions }) => [code, suggestions.map(({ text }) => text)])).toEqual([
      ['rustfmt', [' ']],
    ]);
  }, 120_000);

  it('is vacuous where no build compiles the new file, and not run where the baseline does not build', async () => {
    const lonely = memoryView({ 'Cargo.toml': MANIFEST, 'src/lib.rs': BASE, 'src/lonely.rs': 'pub fn f() {}\n' });
    const vacuous = await proveOnDisk(before, lonely, ['B']);
    expect(
      new Set(vacuous.proofs.filter(({ configuration }) => configuration !== 'rustfmt').map(({ verdict }) => verdict)),
    ).toEqual(new Set(['vacuous']));
    const broken = memoryView({ 'Cargo.toml': MANIFEST, 'src/lib.rs': `${BASE}fn x() { y }\n` });
    const { proofs } = await proveOnDisk(broken, after(broken.text('src/lib.rs')), ['B']);
    expect(proofs[0]).toMatchObject({
      verdict: 'not-run',
      why: 'the baseline does not build: cannot find value `y` in this scope at src/lib.rs:30',
    });
  }, 120_000);
});

const after = (text: string): ReturnType<typeof memoryView> =>
  memoryView({ 'Cargo.toml': MANIFEST, 'src/lib.rs': `${text}// more\n` });
