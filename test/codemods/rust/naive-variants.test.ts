import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NaiveVariant, Sources } from './naive-variant.ts';
import { NAIVE_VARIANTS } from './naive-variants.ts';

const folder = mkdtempSync(join(tmpdir(), 'naive-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Attribute macros that give their item on: one as it is, one with a second function beside it. */
const OWN_MACROS = `extern crate proc_macro;
use proc_macro::TokenStream;
#[proc_macro_attribute]
pub fn keep(_: TokenStream, item: TokenStream) -> TokenStream { item }
#[proc_macro_attribute]
pub fn make_pair(_: TokenStream, item: TokenStream) -> TokenStream {
    let second = item.to_string().replace("fn f", "fn f_pair");
    format!("{item} {second}").parse().unwrap()
}
`;
beforeAll(() => {
  writeFileSync(join(folder, 'own.rs'), OWN_MACROS);
  execFileSync('rustc', ['--edition', '2021', '--crate-type', 'proc-macro', 'own.rs'], { cwd: folder });
});

/** Everything that the tool says, and what the program prints if it is one that runs. */
function judge(variant: NaiveVariant, sources: Sources, cfg: string | null): { said: string; printed: string } {
  const { tool, sees } = variant;
  const cwd = mkdtempSync(join(folder, 'case-'));
  const files = typeof sources === 'string' ? { 'x.rs': sources } : sources;
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(cwd, path)), { recursive: true });
    writeFileSync(join(cwd, path), text);
  }
  const args = argumentsFor(variant, /fn main\(/.test(files['x.rs']!), cwd);
  const env = { ...process.env, CARGO_MANIFEST_DIR: cwd };
  const ran = spawnSync(tool ?? 'rustc', [...args, ...(cfg === null ? [] : ['--cfg', cfg])], {
    cwd,
    encoding: 'utf8',
    env,
  });
  if (ran.error) throw ran.error;
  const printed = sees === 'differs' ? execFileSync(join(cwd, 'x'), { encoding: 'utf8' }) : '';
  return { said: tool === 'rustfmt' ? ran.stdout + ran.stderr : ran.stderr, printed };
}

function argumentsFor(
  { edition, tool, sees, assembled, behind }: NaiveVariant,
  program: boolean,
  cwd: string,
): string[] {
  const common = ['--edition', edition ?? '2021'];
  if (tool === 'rustfmt') return [...common, '--check', 'x.rs'];
  if (tool === 'rustdoc') return [...common, '--crate-name', 'x', '-o', join(cwd, 'doc'), 'x.rs'];
  const library = assembled ? ['--emit=obj', '-C', 'codegen-units=1'] : ['--emit=metadata', '-o', join(cwd, 'x.rmeta')];
  const known = behind === undefined ? [] : ['--check-cfg', `cfg(${behind})`];
  const kind = program || sees === 'E0601' ? 'bin' : 'lib';
  const out = sees === 'differs' ? ['-o', join(cwd, 'x')] : library;
  return [...common, '-L', folder, '--extern', 'own', '--crate-type', kind, ...known, ...out, 'x.rs'];
}

describe('what the naive variant of each hazard does, by rustc', () => {
  it.each(NAIVE_VARIANTS.map((one) => [`${one.hazard} ${one.sees}`, one] as const))('%s', (_, one) => {
    const behind = one.behind ?? null;
    const right = judge(one, one.right, behind);
    expect(right.said).toBe('');
    if (behind !== null) expect(judge(one, one.naive, null).said).toBe('');
    const naive = judge(one, one.naive, behind);
    if (one.sees === 'differs') expect(naive.printed).not.toBe(right.printed);
    else expect(naive.said).toContain(one.sees);
  });
});

describe('the table of the numbered hazards', () => {
  const rows = readFileSync('docs/hazards-rust.md', 'utf8')
    .split('\n')
    .flatMap((line) => {
      const cells = /^\| (\d+) \| (.*?) \| (.*?) \| (.*?) \|$/.exec(line);
      return cells ? [{ number: Number(cells[1]), held: cells[3]!, naive: cells[4]! }] : [];
    });

  it('has each number once', () => {
    expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: 54 }, (_, i) => i + 1));
  });

  it('names cases that exist, and shows a naive variant or says why there is none', () => {
    const shown = new Set(NAIVE_VARIANTS.map(({ hazard }) => hazard));
    for (const { number, held, naive } of rows) {
      for (const [, name] of held.matchAll(/`([a-z\d-]+)`/g))
        expect(existsSync(`codemods/rust/split-module/cases/${name}`), `${number}: ${name}`).toBe(true);
      if (shown.has(number)) expect(naive, `${number}`).toMatch(/^(E\d{4}|`|another|no such)/);
      else expect(held, `${number}`).toMatch(/^(`[^`]*`, )*invariant/);
    }
  });
});
