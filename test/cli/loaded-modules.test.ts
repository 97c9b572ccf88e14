import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { PROJECT_ROOT, runTool } from '../helpers/run-tool.ts';

const MAIN = join(PROJECT_ROOT, 'dist/src/cli/main.js');
const folder = mkdtempSync(join(tmpdir(), 'omni-loaded-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Packages, and how many files of the program itself, a command line loads. */
async function loadedBy(args: readonly string[]): Promise<{ packages: string[]; own: number }> {
  if (!existsSync(MAIN)) throw new Error('dist/ is missing: run `npm run build` (or `npm test`, which builds first)');
  const list = join(folder, args.join('_'));
  const hooks = join(PROJECT_ROOT, 'test/cli/loaded/note-modules.mjs');
  await runTool(process.execPath, ['--import', hooks, MAIN, ...args], { cwd: folder, env: { OMNI_LOADED: list } });
  const files = [...new Set(readFileSync(list, 'utf8').split('\n'))];
  const packages = files.flatMap((file) => /\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1] ?? []);
  return { packages: [...new Set(packages)].sort(), own: files.filter((file) => file.includes('/dist/')).length };
}

// Not a timing: what is not loaded costs nothing. Measured in docs/measurements/speed.md.
test.each([
  [['--version'], ['commander'], 12],
  [['--help'], ['commander'], 12],
  [['help', 'split'], ['commander'], 12],
  [['check', '--help'], ['commander'], 12],
  [['mcp', 'probe', '--help'], ['commander'], 12],
  [['hotspts', '--json'], ['commander'], 12],
])('%j loads no more than it needs', async (args, packages, atMost) => {
  const loaded = await loadedBy(args);
  expect(loaded.packages).toEqual(packages);
  expect(loaded.own).toBeGreaterThan(0);
  expect(loaded.own).toBeLessThanOrEqual(atMost);
});
