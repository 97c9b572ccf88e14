import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PROJECT_ROOT } from '../helpers/run-tool.ts';
import { tempFolder } from '../helpers/temp-workspace.ts';

test('a run that is ended at drawn moments leaves old or new bytes, and undo gives the old ones back', () => {
  const bench = join(PROJECT_ROOT, 'bench/run/interrupt.mjs');
  const { status, stdout } = spawnSync(process.execPath, [bench, tempFolder(), '--each', '4', '--files', '40'], {
    encoding: 'utf8',
  });
  expect(stdout).toMatch(/SIGKILL, while it writes \| 2 \|/);
  expect(status).toBe(0);
});
