import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { loadShift } from '../../src/engine/run/shift/load-transform.ts';
import { runOmni } from '../helpers/run-omni.ts';

const root = mkdtempSync(join(tmpdir(), 'omni-loads-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const body = (name: string): string =>
  `export function ${name}(value: number): number {\n${'  value += 1;\n'.repeat(28)}  return value;\n}\n\n`;
const WORDS = ['circleOne', 'circleTwo', 'parseOne', 'parseTwo', 'storeOne', 'storeTwo'];

/** Packages of CommonJS that this thread has loaded. */
const loaded = (): string[] => Object.keys(createRequire(import.meta.url).cache);
const ofRun = (): string[] =>
  loaded().filter((path) => /\/node_modules\/(?:jscodeshift|recast|ast-types)\//.test(path));

test('splitting a TypeScript file loads nothing of jscodeshift; a run of transforms does', async () => {
  mkdirSync(join(root, 'src'));
  writeFileSync(join(root, 'package.json'), '{"type":"module"}\n');
  writeFileSync(join(root, 'src/m.ts'), WORDS.map(body).join(''));
  const { stdout } = await runOmni(root, ['split', 'src/m.ts', '--dry-run', '--limit', '90']);
  expect(stdout).toContain('PROVEN by S');
  expect(ofRun()).toEqual([]);
  loadShift();
  expect(ofRun()).not.toEqual([]);
});
