import { execFileSync } from 'node:child_process';
import { appendFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compareItems } from '../helpers/compare-items.ts';

const version = () => execFileSync('rustc', ['--version'], { encoding: 'utf8' }).trim();

const rustFilesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.rs'))
    .map((path) => join(folder, path))
    .sort();

const FIXTURES = [
  'test/fixtures/items-rust',
  'test/fixtures/includes/nested',
  'test/fixtures/includes/modules-in-macros',
];

test('items have the kinds, order and spans of rustc', () => {
  const files = [
    ...FIXTURES.flatMap(rustFilesIn),
    'test/fixtures/outline-rust/names.rs',
    'test/fixtures/outline-rust/hazards.rs',
  ];
  let items = 0;
  for (const file of files) {
    const { difference, rejected, items: count } = compareItems(file, '2024');
    expect({ file, difference, rejected }, version()).toEqual({ file, difference: null, rejected: false });
    items += count;
  }
  expect(items).toBeGreaterThan(60);
});

const TABLE = 'docs/measurements/rust-items.md';
const HEAD =
  '| crate | files | items | equal files | rejected by rustc | first difference |\n|---|---:|---:|---:|---:|---|\n';

// The long run: RUST_CORPUS=<folder of vendored crates> npx vitest run test/oracles/rust-items.test.ts
// Every crate adds its row at once and is skipped when its row is there, so that a run can be taken up again.
const corpus = process.env.RUST_CORPUS;
if (corpus !== undefined)
  test('the corpus', { timeout: 3_600_000 }, () => {
    const title = `# Rust items against rustc\n\n${version()}, \`-Zunpretty=ast-tree\`: kind, order and exact span of every top-level item.\n\n`;
    if (!existsSync(TABLE)) writeFileSync(TABLE, `${title}${HEAD}`);
    for (const crate of readdirSync(corpus).sort()) {
      if (!readFileSync(TABLE, 'utf8').includes(`| ${nameOf(join(corpus, crate), crate)} |`))
        appendFileSync(TABLE, measure(join(corpus, crate), crate));
    }
    const rows = readFileSync(TABLE, 'utf8')
      .split('\n')
      .filter((line) => /^\| .* \d/.test(line));
    expect(rows.filter((row) => row.endsWith('|  |')).length).toBeGreaterThanOrEqual(20);
  });

const fieldOf = (folder: string, pattern: RegExp): string | undefined =>
  existsSync(join(folder, 'Cargo.toml'))
    ? pattern.exec(readFileSync(join(folder, 'Cargo.toml'), 'utf8'))?.[1]
    : undefined;

const nameOf = (folder: string, crate: string): string =>
  `${crate.replace(/-\d.*$/, '')} ${fieldOf(folder, /^version = "([^"]+)"/m) ?? ''}`;

function measure(folder: string, crate: string): string {
  const edition = fieldOf(folder, /^edition = "(\d+)"/m) ?? '2015';
  const files = rustFilesIn(folder);
  const results = files.map((file) => ({ file: file.slice(folder.length + 1), ...compareItems(file, edition) }));
  const rejected = results.filter((result) => result.rejected).length;
  const different = results.filter(({ difference }) => difference !== null);
  const items = results.reduce((sum, result) => sum + result.items, 0);
  const first = different[0] ? `${different[0].file}: ${different[0].difference}`.replace(/\|/g, '\\|') : '';
  return `| ${nameOf(folder, crate)} | ${files.length} | ${items} | ${files.length - rejected - different.length} | ${rejected} | ${first} |\n`;
}
