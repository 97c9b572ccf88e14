import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runProgram } from '../../src/process/run-program.ts';
import { type CompiledTool, compileTool } from '../helpers/compiled-tool.ts';
import { tempFolder, tempWorkspace } from '../helpers/temp-workspace.ts';

let tool: CompiledTool;
beforeAll(() => {
  tool = compileTool();
  writeFileSync(join(tool.dir, 'try.js'), TRY);
});
afterAll(() => tool.remove());

const TRY = `
import { openWorkspace } from './src/engine/open-workspace.js';
import { DEFAULT_CONFIG } from './src/config/default-config.js';
import { FACTS } from './analyzers/facts.js';
const [, , root, workers, cacheDir] = process.argv;
try {
  const { view, counts } = await openWorkspace({ root, config: DEFAULT_CONFIG, today: '2026-01-01', facts: FACTS, history: false,
    workers: Number(workers), cacheDir: cacheDir ?? null });
  const facts = view.files.map((file) => (file.grammar ? view.facts(file.path, FACTS[0]) : null));
  console.log(JSON.stringify({ files: view.files, facts }));
  console.error(JSON.stringify(counts));
} catch (error) {
  console.log(JSON.stringify(error.problem ?? { code: String(error) }));
}
`;

const FILES = Object.fromEntries([
  ...Array.from({ length: 120 }, (_, i) => [`src/f${i}.rs`, `fn f${i}() { let x${i} = ${i}; }\n`]),
  ['throws.rs', 'fn throw_it() {} // throw\n'],
  ['tool.py', 'def main(): pass\n'],
  ['README.md', '# nothing\n'],
]);

const run = (root: string, workers: number, cacheDir?: string) =>
  runProgram({
    command: ['node', join(tool.dir, 'try.js'), root, String(workers), ...(cacheDir ? [cacheDir] : [])],
    cwd: tool.dir,
    timeoutMs: 60_000,
  });

test('any number of threads says the same', async () => {
  const root = tempWorkspace(FILES);
  const [none, one, three] = [await run(root, 0), await run(root, 1), await run(root, 3)];
  expect(none.stdout).toContain('"x119"');
  expect(none.stdout).toContain('probe/names failed: throw');
  expect([one.stdout, three.stdout]).toEqual([none.stdout, none.stdout]);
});

test('two processes at once share a cache and say the same', async () => {
  const root = tempWorkspace(FILES);
  const cacheDir = tempFolder();
  const right = await run(root, 0);
  const both = await Promise.all([run(root, 2, cacheDir), run(root, 0, cacheDir), run(root, 1, cacheDir)]);
  expect(both.map((result) => result.stdout)).toEqual([right.stdout, right.stdout, right.stdout]);
  const warm = await run(root, 2, cacheDir);
  expect(warm.stdout).toBe(right.stdout);
  expect(JSON.parse(warm.stderr)).toMatchObject({ sources: 122, fromCache: 122, nodes: 0 });
});

test('a thread that dies is an error, never fewer files', async () => {
  // The first file goes to a thread.
  const root = tempWorkspace({ ...FILES, '0.rs': 'fn z() {} // exit\n' });
  const result = await run(root, 2);
  expect(JSON.parse(result.stdout)).toMatchObject({ code: 'worker-crashed' });
});
