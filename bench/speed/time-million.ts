// node time-million.js ROUNDS [LINES] : what a cold `hotspots` takes for one generated file of a million lines of Rust, in functions of ten lines.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Cost, measureCommand, median } from './measure-command.ts';

const LINES_EACH = 10;

const [rounds = '1', lines = '1000000'] = process.argv.slice(2);
const root = mkdtempSync(join(tmpdir(), 'omni-million-'));
const cli = join(import.meta.dirname, '../../src/cli/main.js');

try {
  const functions = Array.from({ length: Number(lines) / LINES_EACH }, (_, i) => functionOf(i));
  const text = functions.join('');
  writeFileSync(join(root, 'Cargo.toml'), '[package]\nname = "million"\nversion = "0.1.0"\nedition = "2021"\n');
  writeFileSync(join(root, 'lib.rs'), text);
  const costs: Cost[] = [];
  for (let round = 0; round < Number(rounds); round++)
    costs.push(measureCommand([process.execPath, cli, 'hotspots', '--root', root, '--top', '1', '--no-cache']));
  const of = (column: keyof Cost): number => median(costs.map((cost) => cost[column]));
  const told = { bytes: text.length, wall: of('wall'), cpu: of('cpu'), peak: of('peak') };
  process.stdout.write(`${JSON.stringify(told)}\n`);
} finally {
  rmSync(root, { recursive: true, force: true });
}

function functionOf(i: number): string {
  return `/// Number ${i}.
pub fn f${i}(a: u32, b: u32) -> u32 {
    let mut x = a + ${i};
    if x > b {
        x -= b;
    } else {
        x = x.wrapping_mul(${i});
    }
    x
}
`;
}
