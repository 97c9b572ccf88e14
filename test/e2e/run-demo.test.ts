import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { PROJECT_ROOT, runTool } from '../helpers/run-tool.ts';

const folder = mkdtempSync(join(tmpdir(), 'omni-refactor-run-demo-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the demo runs to its end and leaves nothing behind', async () => {
  const built = existsSync(join(PROJECT_ROOT, 'dist/src/cli/main.js'));
  expect(built, 'dist/ is there; if not, run `npm run build` (or `npm test`, which builds first)').toBe(true);
  const ran = await runTool(process.execPath, [join(PROJECT_ROOT, 'scripts/demo.mjs')], {
    cwd: folder,
    env: { TMPDIR: folder },
  });
  expect(ran).toMatchObject({ exitCode: 0 });
  const commands = [...ran.stdout.matchAll(/^\$ omni-refactor (\S+)/gm)].map((match) => match[1]);
  expect(commands).toEqual(expect.arrayContaining(['hotspots', 'includes', 'outline', 'check']));
  expect(readdirSync(folder)).toEqual([]);
});
