// Reads Rust files by our parser and by syn, and tells of every file in which they differ.
//   npm run bench:rust-syntax -- --sources FOLDER[,FOLDER] [--out FILE] [--show 40]
// FOLDER holds crates as `cargo vendor` or cargo's own registry lays them out: one folder each. The oracle is built by cargo.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { compareFiles } from './compare.ts';
import { renderTable } from './render-table.ts';

const { values } = parseArgs({
  options: { sources: { type: 'string' }, out: { type: 'string' }, show: { type: 'string', default: '40' } },
});
if (!values.sources) {
  process.stderr.write('usage: bench:rust-syntax --sources FOLDER[,FOLDER] [--out FILE] [--show N]\n');
  process.exit(2);
}

const home = resolve('bench/rust-syntax/oracle');
const target = join(tmpdir(), 'omni-syn-oracle');
execFileSync('cargo', ['build', '--release', '--locked', '--quiet'], {
  cwd: home,
  env: { ...process.env, CARGO_TARGET_DIR: target },
  stdio: 'inherit',
});
const oracle = join(target, 'release', 'syn-oracle');
const roots = values.sources.split(',').map((folder) => resolve(folder));
const paths = roots.flatMap((root) =>
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.rs') && existsSync(join(root, path)))
    .sort()
    .map((path) => join(root, path)),
);
const compared = compareFiles(oracle, paths);
const shortly = (path: string): string => relative(roots.find((root) => path.startsWith(`${root}/`))!, path);
const table = renderTable(compared.map((one) => ({ ...one, path: shortly(one.path) })));
process.stdout.write(`${table}\n`);
for (const { verdict, path, why } of compared
  .filter((one) => !/^(?:equal|rejected)$/.test(one.verdict))
  .slice(0, Number(values.show)))
  process.stdout.write(`${verdict}  ${shortly(path)}: ${why}\n`);
if (values.out) writeFileSync(values.out, table);
