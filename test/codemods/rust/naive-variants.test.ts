import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { NAIVE_VARIANTS, type NaiveVariant } from './naive-variants.ts';

const folder = mkdtempSync(join(tmpdir(), 'naive-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Everything that the tool says, and what the program prints if it is one that runs. */
function judge({ edition, tool, sees }: NaiveVariant, text: string): { said: string; printed: string } {
  writeFileSync(join(folder, 'x.rs'), text);
  const program = /fn main\(/.test(text);
  const out = sees === 'differs' ? ['-o', join(folder, 'x')] : ['--emit=metadata', '-o', join(folder, 'x.rmeta')];
  const args =
    tool === 'rustdoc'
      ? ['--edition', edition ?? '2021', '--crate-name', 'x', '-o', join(folder, 'doc'), 'x.rs']
      : ['--edition', edition ?? '2021', '--crate-type', program || sees === 'E0601' ? 'bin' : 'lib', ...out, 'x.rs'];
  const env = { ...process.env, CARGO_MANIFEST_DIR: folder };
  const ran = spawnSync(tool ?? 'rustc', args, { cwd: folder, encoding: 'utf8', env });
  if (ran.error) throw ran.error;
  const printed = sees === 'differs' ? execFileSync(join(folder, 'x'), { encoding: 'utf8' }) : '';
  return { said: ran.stderr, printed };
}

describe('what the naive variant of each hazard does, by rustc', () => {
  it.each(NAIVE_VARIANTS.map((one) => [`${one.hazard} ${one.sees}`, one] as const))('%s', (_, one) => {
    const right = judge(one, one.right);
    expect(right.said).toBe('');
    const naive = judge(one, one.naive);
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
      else
        expect(`${held} ${naive}`, `${number}`).toMatch(/invariant|refused|the proof|own codemod|reported|not reduced/);
    }
  });
});
