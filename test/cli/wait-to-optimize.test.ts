import { expect, test } from 'vitest';
import { FLAGS } from '../../src/cli/wait-to-optimize.ts';
import { runTool } from '../helpers/run-tool.ts';

test('V8 knows the flag of this version of Node: it would print an error at each start', async () => {
  const flag = FLAGS[process.versions.node.split('.')[0]!];
  const script = `const { setFlagsFromString } = require('node:v8'); if (${flag !== undefined}) setFlagsFromString('${flag}');`;
  const ran = await runTool(process.execPath, ['-e', script], { cwd: '/' });
  expect([process.version, ran.stdout, ran.stderr]).toEqual([process.version, '', '']);
  const unknown = await runTool(
    process.execPath,
    ['-e', script.replaceAll(/'--[^']*'/g, "'--no-such-flag'").replace('false', 'true')],
    { cwd: '/' },
  );
  expect(unknown.stderr).toContain('unrecognized flag');
});
