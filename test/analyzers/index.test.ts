import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { CHECKS } from '../../analyzers/checks.ts';
import { FACTS } from '../../analyzers/facts.ts';
import { ANALYZERS, RULES } from '../../analyzers/index.ts';

const root = fileURLToPath(new URL('../../analyzers', import.meta.url));
const folders = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory());

test('each folder with an index is an analyzer or a check of that id, and is listed', () => {
  const withIndex = folders.map(({ name }) => name).filter((name) => existsSync(join(root, name, 'index.ts')));
  expect([...ANALYZERS, ...CHECKS].map(({ id }) => id).sort()).toEqual(withIndex.sort());
});

test('each fact of an analyzer is listed', async () => {
  const files = folders.flatMap(({ name }) => readdirSync(join(root, name)).map((file) => join(root, name, file)));
  const modules = await Promise.all(files.filter((file) => file.endsWith('-fact.ts')).map((file) => import(file)));
  const facts = modules.flatMap((module: object) => Object.values(module));
  expect(facts.length).toBeGreaterThan(0);
  for (const fact of facts) expect(FACTS).toContain(fact);
});

test('ids are unique', () => {
  const rules = [...RULES, ...CHECKS.flatMap((check) => check.rules)].map(({ id }) => id);
  for (const ids of [[...ANALYZERS, ...CHECKS].map(({ id }) => id), rules, FACTS.map(({ id }) => id)])
    expect(new Set(ids).size).toBe(ids.length);
});
