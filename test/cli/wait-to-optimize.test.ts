import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FLAGS } from '../../src/cli/wait-to-optimize.ts';
import { PROJECT_ROOT, runTool } from '../helpers/run-tool.ts';

const setting = (flag: string) =>
  runTool(process.execPath, ['-e', `require('node:v8').setFlagsFromString('${flag}')`], { cwd: '/' });

test('V8 knows the flag of this version of Node: it would print an error at each start', async () => {
  const flag = FLAGS[process.versions.node.split('.')[0]!];
  if (flag !== undefined) expect([process.version, (await setting(flag)).stderr]).toEqual([process.version, '']);
  expect((await setting('--no-such-flag')).stderr).toContain('unrecognized flag');
});

test('the program sets it before it loads anything else', async () => {
  const noted = [
    "import v8 from 'node:v8';",
    "import { syncBuiltinESMExports } from 'node:module';",
    'v8.setFlagsFromString = (flag) => process.stderr.write(`set ${flag}`);',
    'syncBuiltinESMExports();',
  ].join('\n');
  const main = join(PROJECT_ROOT, 'dist/src/cli/main.js');
  const preload = `data:text/javascript,${encodeURIComponent(noted)}`;
  const ran = await runTool(process.execPath, ['--import', preload, main, '--version'], { cwd: '/' });
  const flag = FLAGS[process.versions.node.split('.')[0]!];
  expect(ran.stderr).toBe(flag === undefined ? '' : `set ${flag}`);
});
