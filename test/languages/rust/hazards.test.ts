import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { RUST_HAZARDS } from '../../../src/languages/rust/hazards.ts';

test('docs/hazards.md explains exactly the hazards that a Rust outline can name', () => {
  const section = /\n## Rust\n([\s\S]*?)(?=\n## |$)/.exec(readFileSync('docs/hazards.md', 'utf8'))![1]!;
  const rows = [...section.matchAll(/^\| (R\d+) \| (.+)\. \|$/gm)].map(([, id, what]) => [id, what!.toLowerCase()]);
  expect(rows).toEqual(Object.entries(RUST_HAZARDS).map(([id, what]) => [id, what.toLowerCase()]));
});
