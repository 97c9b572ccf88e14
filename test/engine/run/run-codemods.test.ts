import { join } from 'node:path';
import { expect, test } from 'vitest';
import { chooseFiles } from '../../../src/engine/run/choose-files.ts';
import { nameStep } from '../../../src/engine/run/name-step.ts';
import { memoryView } from '../../helpers/memory-view.ts';
import { ranCodemods } from '../../helpers/ran-codemods.ts';
import { tempFolder, writeFiles } from '../../helpers/temp-workspace.ts';

const RENAME = `export default (file, { j }) =>
  j(file.source).find(j.Identifier, { name: 'a' }).forEach((p) => { p.node.name = 'b'; }).toSource();\n`;

test('changes what it changes, and tells the others apart', async () => {
  const files = {
    'src/x.ts': 'const  a: number = 1 ;\r\n',
    'src/y.js': 'c( 1 );\n',
    'src/z.js': '(;\n',
    'q.py': 'a = 1\n',
  };
  const { rows, text } = await ranCodemods({ 'rename.ts': RENAME }, files);
  expect(rows).toMatchObject({
    'src/x.ts': { status: 'changed', whole: [], unstable: [] },
    'src/y.js': { status: 'unchanged' },
    'src/z.js': { status: 'failed', why: expect.stringMatching(/rename\.ts: .*\(1:1\)/) },
  });
  expect(rows['q.py']).toBeUndefined();
  expect(text('src/x.ts')).toBe('const  b: number = 1 ;\r\n');
});

test.each([
  ['throws', 'module.exports = () => { throw new Error("no\\nmore"); };', { status: 'failed', why: './t.js: no' }],
  ['returns no text', 'module.exports = () => 7;', { status: 'failed', why: './t.js: it returned number and no text' }],
  ['returns nothing', 'module.exports = () => undefined;', { status: 'skipped', why: 'the codemod returned nothing' }],
  ['returns broken code', 'module.exports = () => "a(;";', { status: 'failed' }],
  ['hangs', 'module.exports = () => { for (;;); };', { status: 'failed', why: './t.js: it took longer than 1 s' }],
  [
    'ends its thread',
    'module.exports = () => process.exit(3);',
    { status: 'failed', why: './t.js: it ended its thread with 3' },
  ],
  [
    'is asynchronous',
    'module.exports = async (f) => f.source + "b();\\n";',
    { status: 'changed', unstable: ['./t.js'] },
  ],
])('a transform that %s', async (what, source, expected) => {
  // A loaded machine takes seconds to start a thread.
  const seconds = what === 'hangs' ? 1 : 30;
  const { rows } = await ranCodemods({ 't.js': source }, { 'x.js': 'a();\n' }, { seconds });
  expect(rows['x.js']).toMatchObject(expected);
});

test('one that breaks a thread fails its file alone', async () => {
  const source = 'module.exports = (f) => { if (f.path.endsWith("/b.js")) for (;;); return f.source + "z();\\n"; };';
  const { rows } = await ranCodemods(
    { 't.js': source },
    { 'a.js': 'a();\n', 'b.js': 'b();\n', 'c.js': 'c();\n' },
    { seconds: 5 },
  );
  expect(Object.values(rows).map(({ status }) => status)).toEqual(['changed', 'failed', 'changed']);
});

test('what it prints reaches no report, and what it counts is summed', async () => {
  const source = 'module.exports = (f, api) => { console.log("hello"); api.stats("seen", 2); };';
  const { printed, stats } = await ranCodemods({ 't.js': source }, { 'a.js': 'a();\n', 'b.js': 'b();\n' });
  expect(printed).toContain('hello');
  expect(stats).toEqual({ seen: 4 });
});

test('steps work on what the ones before them made', async () => {
  const second = RENAME.replace("'a'", "'b'").replace("= 'b'", "= 'c'");
  const { rows, text } = await ranCodemods({ 'one.js': RENAME, 'two.js': second }, { 'x.js': 'a( 1 );\n' });
  expect(rows['x.js']).toMatchObject({ status: 'changed' });
  expect(text('x.js')).toBe('c( 1 );\n');
});

test('stops at the first failure where it is asked to', async () => {
  const source = 'module.exports = () => { throw new Error("no"); };';
  const { rows } = await ranCodemods({ 't.js': source }, { 'a.js': '1;\n', 'b.js': '2;\n' }, { failFast: true });
  expect(Object.values(rows).map(({ status }) => status)).toEqual(['failed', 'skipped']);
});

test.each([
  [
    'a module without a function',
    { 't.js': 'module.exports = 7;' },
    'it exports no function, and no object with `languages` and `change`',
  ],
  [
    'a package that is missing',
    { 't.js': 'require("no-such-package-here");' },
    /Cannot find module 'no-such-package-here'/,
  ],
])('%s is an error before any file', async (_, codemods, why) => {
  const problem = {
    problem: { code: 'codemod-not-loaded', why: typeof why === 'string' ? why : expect.stringMatching(why) },
  };
  await expect(ranCodemods(codemods, { 'a.js': '1;\n' })).rejects.toMatchObject(problem);
});

test('names that name nothing', () => {
  const root = tempFolder();
  writeFiles(root, { 'rule.yml': 'id: x\n' });
  const name = (text: string) => () => nameStep({ name: text, cwd: root, params: {}, parser: null });
  expect(name('./none.js')).toThrow(/names no codemod/);
  expect(name('rust/split-module')).toThrow(/cannot be run on its own/);
  expect(name('./rule.yml')).toThrow(/is not a rule that can be run/);
  const view = memoryView({ 'src/a.js': '1;\n' });
  expect(() => chooseFiles(view, root, root, ['lib'])).toThrow(/names no file/);
  expect(() => chooseFiles(view, root, root, ['..'])).toThrow(/outside/);
  expect(chooseFiles(view, root, join(root, 'src'), ['a.js']).files).toHaveLength(1);
  expect(chooseFiles(view, root, root, ['src/*.js']).files).toHaveLength(1);
});

test('a folder in the place of a codemod is told what stands there', () => {
  const cwd = tempFolder();
  writeFiles(cwd, { 'src/a.ts': '' });
  expect(() => nameStep({ name: 'src', cwd, params: {}, parser: null })).toThrow(
    expect.objectContaining({
      problem: expect.objectContaining({
        code: 'codemod-not-found',
        whatToDo: expect.stringContaining('omni-refactor run CODEMOD src.'),
      }),
    }),
  );
});
