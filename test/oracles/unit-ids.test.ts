import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { parse } from '../../src/languages/parse.ts';
import { outlineRust } from '../../src/languages/rust/outline.ts';

// The long run on any checkout: RUST_TREE=<folder> npx vitest run test/oracles/unit-ids.test.ts
const tree = process.env.RUST_TREE ?? 'test/fixtures';

test(`unit ids of all Rust files below ${process.env.RUST_TREE ?? tree} are unique, plain scalars; units never overlap`, {
  timeout: 1_200_000,
}, () => {
  const files = readdirSync(tree, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.rs'));
  let units = 0;
  for (const file of files) {
    const outline = outlineRust(parse(readFileSync(join(tree, file), 'utf8'), 'rust'));
    const ids = [...outline.units, ...outline.members].map(({ id }) => id);
    expect(new Set(ids).size, file).toBe(ids.length);
    expect(parseYaml(ids.map((id) => `- ${id}\n`).join('')) ?? [], file).toEqual(ids);
    outline.units.forEach((unit, i) => {
      expect(unit.start, `${file} ${unit.id}`).toBeGreaterThanOrEqual(outline.units[i - 1]?.end ?? 0);
    });
    units += ids.length;
  }
  expect(units).toBeGreaterThan(100);
});
