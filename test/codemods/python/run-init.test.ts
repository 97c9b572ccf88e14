import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PROJECT_ROOT, runTool } from '../../helpers/run-tool.ts';

const CASES = join(PROJECT_ROOT, 'codemods/python/split-module/cases');

// The plain split of a package that is started by the path of its own file, as the interpreter sees it.
test.each(['refuse-main-init', 'refuse-run-init'])('%s: the plain split imports, and no longer runs', async (name) => {
  const run = (state: string, ...args: string[]) =>
    runTool('python3', ['-B', ...args], { cwd: join(CASES, name, state) });
  expect(await run('before', 'run.py')).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('2 x 2') });
  expect(await run('naive', '-c', 'import grid; grid.show([[1]])')).toMatchObject({ exitCode: 0 });
  const broken = await run('naive', 'run.py');
  expect(broken.exitCode).toBe(1);
  expect(broken.stderr).toContain('no known parent package');
});
