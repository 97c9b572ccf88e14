import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
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

// The long run: RUST_CORPUS=<folder of vendored crates> npx vitest run test/oracles/rust-items.test.ts
const corpus = process.env.RUST_CORPUS;
if (corpus !== undefined)
  test('the corpus', { timeout: 3_600_000 }, () => {
    const rows = readdirSync(corpus)
      .sort()
      .map((crate) => measure(join(corpus, crate), crate));
    const head = [
      '# Rust items against rustc',
      '',
      `${version()}, \`-Zunpretty=ast-tree\`: kind, order and exact span of every top-level item.`,
      '',
    ];
    const table = [
      '| crate | files | items | equal files | rejected by rustc | first difference |',
      '|---|---:|---:|---:|---:|---|',
      ...rows.map(({ row }) => row),
    ];
    writeFileSync('docs/measurements/rust-items.md', `${[...head, ...table].join('\n')}\n`);
    expect(rows.filter(({ equal }) => equal).length).toBeGreaterThanOrEqual(20);
  });

function measure(folder: string, crate: string): { row: string; equal: boolean } {
  const manifest = existsSync(join(folder, 'Cargo.toml')) ? readFileSync(join(folder, 'Cargo.toml'), 'utf8') : '';
  const edition = /^edition = "(\d+)"/m.exec(manifest)?.[1] ?? '2015';
  const version = /^version = "([^"]+)"/m.exec(manifest)?.[1] ?? '';
  const files = rustFilesIn(folder);
  const results = files.map((file) => ({ file: file.slice(folder.length + 1), ...compareItems(file, edition) }));
  const rejected = results.filter((result) => result.rejected).length;
  const different = results.filter(({ difference }) => difference !== null);
  const items = results.reduce((sum, result) => sum + result.items, 0);
  const first = different[0] ? `${different[0].file}: ${different[0].difference}`.replace(/\|/g, '\\|') : '';
  const name = `${crate.replace(/-\d.*$/, '')} ${version}`;
  return {
    row: `| ${name} | ${files.length} | ${items} | ${files.length - rejected - different.length} | ${rejected} | ${first} |`,
    equal: different.length === 0 && items > 0,
  };
}
