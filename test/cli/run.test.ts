import { expect, test } from 'vitest';
import { journey } from '../helpers/journey.ts';

const RENAME = `export default (file, { j }) =>
  j(file.source).find(j.Identifier, { name: 'a' }).forEach((p) => { p.node.name = 'b'; }).toSource();\n`;
const FILES = { 'tools/rename.ts': RENAME, 'js/one.ts': 'export const  a = 1;\n', 'js/two.js': '(;\n' };

test('a run is applied, never proven, and taken back byte for byte', async () => {
  const { json, omni, tree } = journey('rust', FILES);
  const before = tree();
  const dry = await json('run', 'run tools/rename.ts js --dry-run');
  expect(dry).toMatchObject({ outcome: 'would-change', receipt: null, counts: { found: 2, changed: 1, failed: 1 } });
  expect(tree()).toEqual(before);
  expect(await omni('run tools/rename.ts js/one.ts --check')).toMatchObject({ exitCode: 1 });

  const ran = await omni('run tools/rename.ts js');
  expect(ran).toMatchObject({ exitCode: 1 });
  expect(ran.stderr).toMatch(/This will execute[\s\S]*tools\/rename\.ts/);
  expect(ran.stdout).toContain('2 found = 1 changed + 0 unchanged + 0 skipped + 1 failed');
  expect(ran.stdout).toContain('Applied; nothing was proven');
  expect(ran.stdout).not.toContain('PROVEN');
  expect(tree()['js/one.ts']).toContain('export const  b = 1;');
  expect(await omni('undo')).toMatchObject({ exitCode: 0 });
  expect(tree()).toEqual(before);
});

test('files that differ from the last commit are left alone unless it is asked for', async () => {
  const { omni, write, tree } = journey('rust', FILES);
  write({ 'js/one.ts': 'export const  a = 2;\n' });
  const refused = await omni('run tools/rename.ts js/one.ts');
  expect(refused).toMatchObject({ exitCode: 2 });
  expect(refused.stderr).toContain('js/one.ts');
  expect(await omni('run tools/rename.ts js/one.ts --allow-dirty')).toMatchObject({ exitCode: 0 });
  expect(tree()['js/one.ts']).toContain('export const  b = 2;');
});

test('a name that names no codemod, and none at all, are errors of usage', async () => {
  const { omni } = journey('rust', { 'omni-refactor.toml': '', 'js/one.ts': 'a();\n' });
  expect(await omni('run none.ts')).toMatchObject({ exitCode: 2 });
  expect(await omni('run')).toMatchObject({ exitCode: 2 });
});

test('a misspelt codemod is told the shipped ones, and no threads are refused', async () => {
  const { omni } = journey('rust', { 'omni-refactor.toml': '', 'src/a.rs': 'fn f() {}\n' });
  const run = await omni('run rust/let-els');
  expect(run.exitCode).toBe(2);
  expect(run.stderr).toMatch(/Did you mean rust\/let-else\?[\s\S]*rust\/merge-uses/);
  expect(await omni('run rust/let-else --workers 0')).toMatchObject({ exitCode: 2 });
});

test('what is asked to be shown has to be shown before anything is written', async () => {
  const { json, tree } = journey('rust', {
    'package.json':
      '{ "name": "x", "version": "1.0.0", "type": "module", "scripts": { "test": "node --test test/" } }\n',
    'a.js': 'export const  a = 1;\n',
    'test/a.test.js':
      'import test from "node:test";\nimport assert from "node:assert";\nimport { a } from "../a.js";\ntest("a", () => assert.equal(a, 1));\n',
    'tools/two.cjs':
      'module.exports = (f, { j }) => { const r = j(f.source); r.find(j.Literal, { value: 1 }).forEach((p) => p.replace(j.literal(2))); return r.toSource(); };\n',
    'tools/more.cjs': 'module.exports = (f) => `${f.source}export const b = 2;\\n`;\n',
  });
  const before = tree();
  const lost = await json('run', 'run tools/two.cjs a.js --evidence T');
  expect(lost).toMatchObject({ outcome: 'not-shown', receipt: null, shown: [{ rung: 'T', verdict: 'failed' }] });
  expect(tree()).toEqual(before);
  const kept = await json('run', 'run tools/more.cjs a.js --evidence T');
  expect(kept).toMatchObject({ outcome: 'applied', shown: [{ rung: 'T', verdict: 'proven' }] });
  expect(tree()['a.js']).toContain('export const b = 2;');
});
